import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { RESULTS } from '../wechat/replies'
import { startStandIn, type StandIn } from '../wechat/stand-in'
import { startRedis } from '../tools/redis'

const BIN = path.join(__dirname, '../../../server/bin/miniprogram-ocr-server.js')
const SECRET = 'secret-of-the-account'

jest.setTimeout(60_000)

let folder: string
let standIn: StandIn
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ocr-doctor-'))
  writeFileSync(path.join(folder, 'card.jpg'), 'a picture')
  writeFileSync(path.join(folder, 'secret'), `${SECRET}\n`)
  standIn = await startStandIn()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await standIn.close()
})

async function doctor(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [BIN, 'doctor', ...args], { env: { ...process.env, ...env }, cwd: folder })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { stdout, stderr, code }
}

it('says what works without an account', async () => {
  const { stdout, stderr, code } = await doctor([])
  expect(stdout).toMatch(/^machine {5}linux \w+, \d+ cores, \d+ GB, Node v\d+/)
  expect(stdout).toMatch(/^embedded {4}reads pictures, ready after \d+ ms$/m)
  expect(stdout).toMatch(/^ {12}onnxruntime-node 1\.17\.0, \d threads, 1 processes$/m)
  expect(stdout).toMatch(/^ {12}rec   ch_PP-OCRv4_rec_infer\.onnx, SHA-256 06b3e6af6c59…$/m)
  expect(stdout).toMatch(/^redis {7}not configured/m)
  expect(stdout).toMatch(/^wechat {6}not configured/m)
  expect([stderr, code]).toEqual(['', 0])
})

it('tells how WeChat answers, and no value of the card, no token and no secret', async () => {
  const redis = await startRedis()
  const env = {
    WECHAT_APPID: 'wx0001',
    WECHAT_SECRET_FILE: path.join(folder, 'secret'),
    WECHAT_BASE_URL: standIn.url,
    REDIS_URL: redis.url,
  }
  const { stdout, code } = await doctor(['idcard=card.jpg'], env)
  await redis.close()
  expect(stdout).toMatch(/^redis {7}answers, \d+ ms/m)
  expect(stdout).toContain('stable_token: access_token, expires_in; expires_in number')
  expect(stdout).toContain('idcard: errcode 0 as a number, errmsg "ok"; type Front; name string(2); id string(18)')
  expect(stdout).toContain('idcard with type=scan: of the same shape')
  expect(stdout).toContain('no picture: errcode 41005 as a number, errmsg "media data missing"')
  expect(stdout).toContain('no token: errcode 41001')
  expect(stdout).toContain('a wrong token: errcode 40001')
  for (const value of Object.values(RESULTS.idcard ?? {})) if (value !== 'Front') expect(stdout).not.toContain(value)
  expect(stdout).not.toMatch(/_TOKEN_|secret-of/)
  expect(code).toBe(0)
})

it('says what does not, and exits with 1', async () => {
  const env = {
    WECHAT_APPID: 'wx0001',
    WECHAT_SECRET: 'wrong',
    WECHAT_BASE_URL: standIn.url,
    REDIS_URL: 'redis://127.0.0.1:1',
  }
  const { stdout, code } = await doctor([], env)
  expect(stdout).toMatch(/^redis {7}FAILED: it does not answer at REDIS_URL/m)
  expect(stdout).toMatch(/^wechat {6}FAILED: .*stable_token: errcode 40125, invalid appsecret/m)
  expect(code).toBe(1)
})

it.each([['card.jpg'], ['passport=card.jpg'], ['idcard=missing.jpg']])('%s is wrong use', async (operand) => {
  const { stderr, code } = await doctor([operand])
  expect(stderr).toContain('See miniprogram-ocr-server --help.')
  expect(code).toBe(2)
})
