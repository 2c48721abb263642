/** @jest-environment ./test/server/embedded/onnx-environment.js */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { detect } from '../../../server/src/engines/embedded/detect'
import type { Models } from '../../../server/src/engines/embedded/models'
import { loadModels } from '../../../server/src/engines/embedded/models'
import { isUpsideDown } from '../../../server/src/engines/embedded/orient'
import { decode, turn } from '../../../server/src/engines/embedded/picture'

jest.setTimeout(60_000)

const image = readFileSync(path.join(__dirname, '../../../demo/samples/vehicle-back-1.jpg'))

let models: Models
let read: jest.Mock
beforeAll(async () => {
  models = await loadModels(1)
})

/** The same models, but what the strips look like tells this much of their direction. */
function withDirection(upsideDown: number): Models {
  const output = models.direction.outputNames[0] ?? ''
  const answer = async () => ({ [output]: { data: Float32Array.of(1 - upsideDown, upsideDown) } })
  read = jest.fn((input) => models.recognition.run(input))
  return {
    ...models,
    direction: Object.create(models.direction, { run: { value: answer } }),
    recognition: Object.create(models.recognition, { run: { value: read } }),
  }
}

async function saysUpsideDown(watched: Models, degrees: 0 | 180): Promise<boolean> {
  const upright = await decode(image)
  const picture = degrees === 0 ? upright : await turn(upright, degrees)
  return isUpsideDown(watched, picture, await detect(models, picture, 736))
}

test('strips that all look one way tell it by themselves', async () => {
  expect(await saysUpsideDown(withDirection(0), 0)).toBe(false)
  expect(await saysUpsideDown(withDirection(0.9), 0)).toBe(true)
  expect(read).not.toHaveBeenCalled()
})

test.each([0.42, 0.58])('strips that might be either way (%d) are read both ways', async (upsideDown) => {
  expect(await saysUpsideDown(withDirection(upsideDown), 0)).toBe(false)
  expect(await saysUpsideDown(withDirection(upsideDown), 180)).toBe(true)
  expect(read).toHaveBeenCalled()
})
