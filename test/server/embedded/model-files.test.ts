import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeEngine } from 'miniprogram-ocr-server'
import { modelsFromEnvironment, readModelFile } from '../../../server/src/engines/embedded/model-files'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'models-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the environment names files of one’s own', () => {
  expect(modelsFromEnvironment({ OCR_REC: '/v5/rec.onnx', OCR_DICT: '/v5/keys.txt', OCR_CLS: '' })).toEqual({
    rec: '/v5/rec.onnx',
    dict: '/v5/keys.txt',
  })
})

test('a file of one’s own is read as it is', async () => {
  const dict = path.join(folder, 'keys.txt')
  writeFileSync(dict, '甲\n乙\n')
  const { content, ...file } = await readModelFile('dict', { dict })
  expect(content.toString()).toBe('甲\n乙\n')
  expect(file).toEqual({ role: 'dict', file: dict, isOwn: true, sha256: expect.stringMatching(/^[\da-f]{64}$/) })
})

test('an engine can be described without starting it', async () => {
  const rec = path.join(folder, 'rec.onnx')
  writeFileSync(rec, 'weights')
  const description = await describeEngine({ threads: 1, workers: 3, models: { rec } })
  expect(description).toMatchObject({ engine: 'embedded', runtime: 'onnxruntime-node 1.17.0', threads: 1, workers: 3 })
  expect(description.models.map(({ role, isOwn }) => [role, isOwn])).toEqual([
    ['det', false],
    ['rec', true],
    ['cls', false],
    ['dict', false],
  ])
})

test('a file that is missing is an error', async () => {
  await expect(describeEngine({ models: { rec: path.join(folder, 'missing.onnx') } })).rejects.toThrow('missing.onnx')
})
