import { toPattern } from '../../../server/src/layouts/alike'
import { readVin } from '../../../server/src/layouts/driving-vin'
import { shapeOf } from './pixel-face'

const ONE = new Map([['1', toPattern(shapeOf('1'))]])

/** A number that passes its checksum with a 1 and with a J in its place; every 1 looks like this. */
function read(face: string, score: number, alone?: Record<string, number>) {
  const glyphs = [...'LWH3MP9G3RS124092'].map((text, index) => ({
    text,
    score: text === '1' ? score : 0.99,
    others: [],
    shape: shapeOf(text === '1' ? face : '0'),
    alone: alone && Object.entries(alone).map(([one, share]) => ({ text: one, score: share })),
    left: 20 * index,
    right: 20 * index + 20,
    y: 20,
    height: 40,
  }))
  return readVin(glyphs, ONE)
}

test("a 1 that is none may be a J, which the checksum doesn't tell from it: nobody read it", () => {
  expect(read('0', 0.6)).toMatchObject({ text: 'LWH3MP9G3RS24092', isChecked: false })
  expect(read('1', 0.6)).toMatchObject({ text: 'LWH3MP9G3RS124092', isChecked: true })
  expect(read('0', 0.8)).toMatchObject({ text: 'LWH3MP9G3RS124092', isChecked: true })
})

test('nor did anybody where it is none by itself', () => {
  expect(read('1', 0.8, {})).toMatchObject({ text: 'LWH3MP9G3RS24092', isChecked: false })
  expect(read('1', 0.8, { V: 0.5, 1: 0.02 })).toMatchObject({ text: 'LWH3MP9G3RS24092', isChecked: false })
  expect(read('1', 0.8, { 1: 0.6 })).toMatchObject({ text: 'LWH3MP9G3RS124092', isChecked: true })
  expect(read('1', 0.95, {})).toMatchObject({ text: 'LWH3MP9G3RS124092', isChecked: true })
})
