/** @jest-environment ./test/server/embedded/onnx-environment.js */
import type { Model } from '../../../server/src/engines/embedded/onnx'
import { readStrip } from '../../../server/src/engines/embedded/read-strip'
import { recognize, type Recognise } from '../../../server/src/engines/embedded/recognize'

const DICTIONARY = ['', '孟', '山', '川', 'J', 'A', 'B', '1', '7', '/', '人', '认']
const STEP = 8
const PICTURE = { rgb: new Uint8Array(3 * 200 * 100).fill(255), width: 200, height: 100 }
/** As long as two characters. */
const BOX = { x: 100, y: 50, width: 96, height: 48, angle: 0 }

/** Where a reading has each character, 0 to 1, and how likely it is. */
type Reading = [text: string, at: number, score: number][]

/** A recogniser that answers with these readings, one after the other, whatever it is shown. */
function recogniser(...readings: Reading[]) {
  const run = jest.fn(async (feeds: Record<string, { dims: readonly number[] }>) => {
    const steps = Math.floor((feeds.x?.dims[3] ?? 0) / STEP)
    const data = new Float32Array(steps * DICTIONARY.length)
    for (let step = 0; step < data.length; step += DICTIONARY.length) data[step] = 1
    for (const [text, at, score] of readings.shift() ?? []) {
      const step = Math.floor(at * steps) * DICTIONARY.length
      data[step] = 1 - score
      data[step + DICTIONARY.indexOf(text)] = score
    }
    return { y: { data } }
  })
  const recognition = { inputNames: ['x'], outputNames: ['y'], run } as unknown as Model
  const recognise: Recognise = (strip) => recognize({ recognition, dictionary: DICTIONARY }, strip)
  return { run, recognise }
}

const WHOLE: Reading = [
  ['孟', 0.25, 0.9],
  ['山', 0.75, 0.98],
]
const HALF: Reading = [['山', 0.75, 0.98]]

test('a strip is read once', async () => {
  const { run, recognise } = recogniser(WHOLE)
  expect((await readStrip(recognise, PICTURE, BOX, false)).text).toBe('孟山')
  expect(run).toHaveBeenCalledTimes(1)
})

test('one with room for another character is read lower, higher and longer, and the reading with more of them counts', async () => {
  const { run, recognise } = recogniser(HALF, HALF, WHOLE, HALF)
  expect(await readStrip(recognise, PICTURE, BOX, false)).toMatchObject({ text: '孟山', score: expect.closeTo(0.94) })
  expect(new Set(run.mock.calls.map(([{ x }]) => x?.dims[3])).size).toBe(4)
})

test('one with a character that was nearly passed over is read again as well, and the surest reading counts', async () => {
  const nearly: Reading = [
    ['孟', 0.2, 0.9],
    ['川', 0.75, 0.35],
  ]
  const { run, recognise } = recogniser(nearly, HALF, WHOLE, HALF)
  expect((await readStrip(recognise, PICTURE, BOX, false)).text).toBe('孟山')
  expect(run).toHaveBeenCalledTimes(4)
})

test('where none has more, the first one stands and is in doubt', async () => {
  const first: Reading = [
    ['孟', 0.55, 0.98],
    ['山', 0.8, 0.98],
  ]
  const other: Reading = [
    ['山', 0.3, 1],
    ['孟', 0.7, 1],
  ]
  const { recognise } = recogniser(first, other, [], HALF)
  const { text, score, characters } = await readStrip(recognise, PICTURE, BOX, false)
  expect(text).toBe('孟山')
  expect(score).toBeCloseTo(0.98 * 0.2)
  expect(characters.map((character) => character.score)).toEqual([expect.closeTo(0.98 * 0.2), expect.closeTo(0.98)])
})

test('a closer look reads what is in doubt upright as well, and takes the surer reading', async () => {
  const doubtful: Reading = WHOLE.map(([text, at]) => [text, at, 0.6])
  const { run, recognise } = recogniser(doubtful, WHOLE)
  expect((await readStrip(recognise, PICTURE, BOX, true)).score).toBeCloseTo(0.94)
  expect(run).toHaveBeenCalledTimes(2)
})

describe("a plate of Sichuan, whose three strokes lean into one another's place", () => {
  const PLATE_BOX = { ...BOX, width: 300 }
  /** Evenly along the strip. */
  const plate = (text: string, score = 0.9): Reading =>
    [...text].map((character, index) => [character, (index + 0.5) / text.length, score])

  test.each(['JAB1BAB', '/AB1BAB', '川1AB1BAB', 'J川AB1BAB'])('%s is read upright, too', async (text) => {
    const { run, recognise } = recogniser(plate(text, 0.98), plate('川AB1BAB'))
    expect((await readStrip(recognise, PICTURE, PLATE_BOX, false)).text).toBe('川AB1BAB')
    expect(run).toHaveBeenCalledTimes(2)
  })

  test.each(['JAB1BAB', 'J川AB1BAB'])('which is of no use where it comes out as %s', async (text) => {
    const { recognise } = recogniser(plate('1AB1BAB', 0.98), plate(text, 0.99))
    expect((await readStrip(recognise, PICTURE, PLATE_BOX, false)).text).toBe('1AB1BAB')
  })

  test('a plate that lost its province is read so before anything else', async () => {
    const lost: Reading = plate('AB1BAB').map(([text, at, score]) => [text, 0.25 + 0.75 * at, score])
    const { run, recognise } = recogniser(lost, plate('川AB1BAB'))
    expect((await readStrip(recognise, PICTURE, PLATE_BOX, false)).text).toBe('川AB1BAB')
    expect(run).toHaveBeenCalledTimes(2)
  })

  test('a plate of another province is read once', async () => {
    const { run, recognise } = recogniser(plate('孟AB1BAB'))
    expect((await readStrip(recognise, PICTURE, PLATE_BOX, false)).text).toBe('孟AB1BAB')
    expect(run).toHaveBeenCalledTimes(1)
  })
})

test('a plate that lost its letter is read again, wider, and counts if that has one', async () => {
  const plate = (text: string): Reading =>
    [...text].map((character, index) => [character, (index + 0.5) / text.length, 0.99])
  const box = { ...BOX, width: 300 }
  const { run, recognise } = recogniser(plate('孟17171'), plate('孟J17171'))
  expect((await readStrip(recognise, PICTURE, box, false)).text).toBe('孟J17171')
  expect(run.mock.calls.map(([{ x }]) => x?.dims[3])).toEqual([300, 390])
  const without = recogniser(plate('孟17171'), plate('孟17717'))
  expect((await readStrip(without.recognise, PICTURE, box, false)).text).toBe('孟17171')
})

test.each(['认', '人'])(
  'a number of persons that is read as %s is read again, wider, and counts if it is one',
  async (text) => {
    const box = { ...BOX, width: 60 }
    const one: Reading = [[text, 0.5, 0.9]]
    const two: Reading = [
      ['7', 0.25, 0.9],
      ['人', 0.75, 0.9],
    ]
    const { run, recognise } = recogniser(one, two)
    expect((await readStrip(recognise, PICTURE, box, false)).text).toBe('7人')
    expect(run.mock.calls.map(([{ x }]) => x?.dims[3])).toEqual([60, 90])
    expect((await readStrip(recogniser(one, one).recognise, PICTURE, box, false)).text).toBe(text)
  },
)

test('digits that are set wide and in doubt are read again, closer together', async () => {
  const digits = (middle: string, score: number): Reading => [
    ['7', 0.17, 0.99],
    [middle, 0.5, score],
    ['7', 0.83, 0.99],
  ]
  const { run, recognise } = recogniser(digits('7', 0.9), digits('1', 0.99))
  expect((await readStrip(recognise, PICTURE, { ...BOX, width: 144 }, false)).text).toBe('717')
  expect(run.mock.calls.map(([{ x }]) => x?.dims[3])).toEqual([144, expect.closeTo(72, -1)])
})
