import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Pool } from 'undici'
import { seededRandom, type Random } from '../../samples/random'
import { CARDS } from '../../../server/src/engines/engine'
import { ERRMSG } from '../../../server/src/api-error'
import { childrenOf, descendantsOf, residentMegabytes } from '../tools/process'
import { startInstance } from '../tools/instance'
import { CONTENT_TYPE, formBytes, mutate, smallPictures } from './mutate'

const GOOD = readFileSync(path.join(__dirname, '../../../demo/samples/back-1.jpg'))
const AT_A_TIME = 8
/** Milliseconds; more is called a hang. */
const PATIENCE = 60_000
const ERRCODES = [0, ...Object.keys(ERRMSG).map(Number)]

export interface FuzzReport {
  seed: number
  inputs: number
  /** How many answers had each errcode, and how many had HTTP 429 or 400. */
  answers: Record<string, number>
  /** Answers that were none of WeChat's, or that never came. */
  wrong: string[]
  /** Processes of the recogniser that broke down and were replaced. */
  breakdowns: number
  /** After each tenth of the inputs. */
  megabytes: { server: number[]; reader: number[] }
  goodAfterwards: boolean
}

/** Sends mutated pictures and mutated forms to the server as it is installed, with its own engine. */
export async function fuzz(seed: number, inputs: number): Promise<FuzzReport> {
  const server = await startInstance([])
  const pool = new Pool(server.origin, { connections: AT_A_TIME, headersTimeout: PATIENCE, bodyTimeout: PATIENCE })
  const corpus = await smallPictures()
  const answers: Record<string, number> = {}
  const wrong: string[] = []
  const readers = new Set<number>()
  let next = 0
  const warm = await Promise.all([send('idcard', formOf(GOOD), CONTENT_TYPE)])
  if (warm[0] !== 0) throw new Error('the server does not read a good card before the trial')
  const megabytes: FuzzReport['megabytes'] = { server: [], reader: [] }

  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  noteMemory()
  const goodAfterwards = (await send('idcard', formOf(GOOD), CONTENT_TYPE)) === 0
  await pool.close()
  const code = await server.stop()
  if (code !== 0) wrong.push(`the server ended with ${code}`)
  return {
    seed,
    inputs,
    answers,
    wrong,
    breakdowns: readers.size - 1,
    megabytes,
    goodAfterwards,
  }

  async function work() {
    while (next < inputs) {
      const index = next++
      if (index > 0 && index % Math.ceil(inputs / 10) === 0) noteMemory()
      if (index % 50 === 0) for (const pid of childrenOf(server.pid)) readers.add(pid)
      const { card, body, contentType } = inputOf(seededRandom(seed, String(index)), corpus)
      const answer = await send(card, body, contentType).catch((error: Error) => `input ${index}: ${error.message}`)
      if (typeof answer === 'string') wrong.push(answer)
      else answers[answer] = (answers[answer] ?? 0) + 1
    }
  }

  function noteMemory() {
    megabytes.server.push(residentMegabytes(server.pid))
    megabytes.reader.push(readerMegabytes(server.pid))
  }

  /** @returns the errcode, or the HTTP status where Node itself refused the request */
  async function send(card: string, body: Buffer, contentType: string): Promise<number> {
    const headers = { 'content-type': contentType }
    const response = await pool.request({ path: `/cv/ocr/${card}`, method: 'POST', headers, body })
    const text = await response.body.text()
    if (response.statusCode !== 200 && response.statusCode !== 429) return response.statusCode
    const { errcode } = JSON.parse(text) as { errcode: number }
    if (!ERRCODES.includes(errcode)) throw new Error(`errcode ${errcode}`)
    return errcode
  }
}

/** By how many percent memory grew in the second half: the first one warms caches and the allocator up. */
export function growth(megabytes: number[]): number {
  const [halfway = NaN, last = NaN] = [megabytes[Math.floor(megabytes.length / 2) - 1], megabytes[megabytes.length - 1]]
  return (100 * (last - halfway)) / halfway
}

export function inputOf(random: Random, corpus: Buffer[]) {
  const card = random.pick(CARDS)
  const picture = random.chance(0.98) ? random.pick(corpus) : GOOD
  const kind = random.next()
  const image = kind < 0.7 ? mutate(picture, random) : picture
  const form = formBytes(image, random)
  const body = kind < 0.5 ? form : mutate(form, random)
  const contentType = random.chance(0.95) ? CONTENT_TYPE : printable(mutate(Buffer.from(CONTENT_TYPE), random))
  return { card, body, contentType }
}

function formOf(image: Buffer): Buffer {
  return formBytes(image, seededRandom(0, 'form'))
}

/** A header can hold no other bytes. */
function printable(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[^\x20-\x7e]/g, '?')
}

function readerMegabytes(pid: number): number {
  const sizes = descendantsOf(pid).map(residentMegabytes)
  return sizes.reduce((total, size) => total + size, 0)
}
