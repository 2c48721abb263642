import { STRIP_HEIGHT, type Strip } from '../../../server/src/engines/embedded/crop'
import { blackest } from '../../../server/src/engines/embedded/ink'
import { readBehind } from '../../../server/src/engines/embedded/read-behind'
import type { Rectangle } from '../../../server/src/engines/embedded/rectangle'
import type { Text } from '../../../server/src/engines/embedded/recognize'

const PICTURE = { rgb: new Uint8Array(3 * 400 * 100).fill(255), width: 400, height: 100 }
const HEIGHT = 20
/** A label's characters are as wide as the line is high. */
const boxOf = (text: string) => ({ x: 100, y: 50, width: [...text].length * HEIGHT, height: HEIGHT, angle: 0 })

/** Its characters side by side. */
function textOf(text: string): Text {
  const all = [...text]
  const characters = all.map((character, index) => ({
    text: character,
    score: 0.9,
    at: (index + 0.5) / all.length,
    others: [],
  }))
  return { text, score: 0.9, characters }
}

const doubting = (read: Text, character: string): Text => ({
  ...read,
  characters: read.characters.map((one) => (one.text === character ? { ...one, score: 0.6 } : one)),
})

/** What comes of a line, where the strips behind its label read so, one after the other. */
async function behind(line: string, strips: string[], others: Rectangle[] = []) {
  const box = boxOf(line)
  const recognise = jest.fn<Promise<Text>, [Strip]>(async () => textOf(strips.shift() ?? ''))
  const read = await readBehind(recognise, PICTURE, box, [box, ...others], textOf(line))
  return { read, text: read.text, strips: recognise.mock.calls.map(([strip]) => strip) }
}

test.each([
  ['核定载人数人', ['7人', '7人'], '核定载人数7人'],
  ['核定载人数', ['x', '45人：', '45人'], '核定载人数45人'],
  ['外廓尺余源932×1787×1424mm准牵引总质量', ['5032×1787×1424ml', '5032x1787x1424m'], '外廓尺余5032x1787x1424'],
  ['外廓尺寸4031', ['4031×2022×141', '4031×2022×141', '4031×2022×1411m'], '外廓尺寸4031'],
  ['整备质量731', ['7310kg', '7310kg'], '整备质量7310kg'],
  ['总质量样', ['940kg', '940kg'], '总质量940kg'],
])('%s: behind the label is %j', async (line, strips, expected) => {
  expect((await behind(line, strips)).text).toBe(expected)
})

/** Its characters where they were read, in widths of a Chinese one. */
const placed = (read: Text, last: number): Text => ({
  ...read,
  characters: read.characters.map((one, index) => ({
    ...one,
    at: (index < 5 ? index + 0.5 : index === 5 ? last : last + 1) / read.characters.length,
  })),
})

test.each([
  ['is one', 5.6, ['19人', '19人'], '核定载人数19人'],
  ['is one that strips without the label alone read', 5.6, ['9人', '9人', '9人', '19人', '19人'], '核定载人数19人'],
  ['is none that the strips are not sure of', 5.6, ['19人', '19人'], '核定载人数9人', 0.6],
  ['is none that the strips read otherwise', 5.6, ['5人', '5人'], '核定载人数9人'],
  ['is none that one strip alone reads', 5.6, ['19人', '9人', '人'], '核定载人数9人'],
  ['is none where there is no room', 5.2, ['19人', '19人'], '核定载人数9人'],
  ['is none where the label is far', 6.2, ['19人', '19人'], '核定载人数9人'],
])('a digit between a label and what is sure behind it %s', async (_, last, strips, expected, score = 0.9) => {
  const box = boxOf('核定载人数9人')
  const recognise = async (): Promise<Text> => {
    const read = textOf(strips.shift() ?? '')
    return { ...read, characters: read.characters.map((one, index) => (index === 0 ? { ...one, score } : one)) }
  }
  const read = placed(textOf('核定载人数9人'), last)
  expect((await readBehind(recognise, PICTURE, box, [box], read)).text).toBe(expected)
})

test("a vehicle's number that lost its first letter to the label is read by itself", async () => {
  const [lost, whole] = ['车辆识别代号7L1EA3BB4C5D67890', 'L7L1EA3BB4C5D6789']
  expect((await behind(lost.slice(0, -1), [whole, whole])).text).toBe(`车辆识别代号${whole}`)
  expect((await behind(`车辆识别代号${whole}`, [])).strips).toHaveLength(0)
})

test('two strips that agree are enough; one is not', async () => {
  expect((await behind('核定载人数人', ['7人', '7人', '9人'])).strips).toHaveLength(2)
  expect((await behind('核定载人数人', ['9人', '7人', '人'])).text).toBe('核定载人数人')
  expect((await behind('核定载人数人', ['9人', '7人', '9人'])).text).toBe('核定载人数9人')
})

test.each([
  '核定载人数 5人',
  '核定载人数：5人样',
  '外廓尺寸4582x1795x1458mm',
  '整备质量 1995kg',
  '号牌号码粤',
  '核定载质量',
  '质量',
])('%s is read no more', async (line) => {
  expect((await behind(line, [])).strips).toHaveLength(0)
})

test('one whose characters are not all sure is', async () => {
  const box = boxOf('整备质量73190kg')
  const read = textOf('整备质量73190kg')
  const doubtful = {
    ...read,
    characters: read.characters.map((one) => (one.text === '7' ? { ...one, score: 0.6 } : one)),
  }
  const recognise = async () => textOf('3190kg')
  expect((await readBehind(recognise, PICTURE, box, [box], doubtful)).text).toBe('整备质量3190kg')
  expect((await readBehind(async () => textOf('x'), PICTURE, box, [box], doubtful)).text).toBe('整备质量73190kg')
})

test('what was read of the value is none of the label that lost a character', async () => {
  const box = boxOf('核定载人数7人')
  // 数 was passed over.
  const read = doubting(textOf('核定载人数7人'), '7')
  const lost = { ...read, text: '核定载人7人', characters: read.characters.filter(({ text }) => text !== '数') }
  expect((await readBehind(async () => textOf('7人'), PICTURE, box, [box], lost)).text).toBe('核定载人7人')
})

test('nor is a label whose value was found by itself, a little above or below', async () => {
  for (const y of [38, 50, 62]) {
    expect((await behind('核定载人数', [], [{ ...boxOf('5人'), x: 185, y }])).strips).toHaveLength(0)
  }
  expect((await behind('核定载人数', [], [{ ...boxOf('5人'), x: 185, y: 90 }])).strips).toHaveLength(3)
})

test('the value keeps its place behind the label, and the label its own', async () => {
  const { read } = await behind('核定载人数人', ['7人', '7人'])
  const places = read.characters.map(({ at }) => at * 6)
  // The second strip begins a tenth of a character further behind, and ends where the first does.
  expect(places.slice(0, 5)).toEqual([0.5, 1.5, 2.5, 3.5, 4.5].map((place) => expect.closeTo(place)))
  expect(places.slice(5)).toEqual([5.1 + 3.3 / 4, 5.1 + (3 * 3.3) / 4].map((place) => expect.closeTo(place)))
})

test('the strips begin behind the label, and hold black alone', async () => {
  const picture = { ...PICTURE, rgb: PICTURE.rgb.slice() }
  // The label black, then a stamp's blue, with black in it.
  const paint = (from: number, to: number, colour: number[]) => {
    for (let y = 0; y < 100; y++) for (let x = from; x < to; x++) picture.rgb.set(colour, 3 * (y * 400 + x))
  }
  paint(0, 138, [0, 0, 0])
  paint(145, 155, [130, 140, 200])
  paint(160, 165, [60, 60, 60])
  const strips: Strip[] = []
  const line = '核定载人数人'
  await readBehind(async (strip) => (strips.push(strip), textOf('')), picture, boxOf(line), [], textOf(line))
  expect(strips).toHaveLength(3)
  for (const { bgr, width } of strips) {
    const row = [...bgr.subarray(24 * width, 25 * width)]
    expect(row[0]).toBe(255)
    expect(row.filter((level) => level < 128).length / width).toBeCloseTo(5 / 68, 1)
    expect(row.every((level) => level === 255 || level < 200)).toBe(true)
  }
})

test('a strip of black alone has neither colours nor what is lighter, and stays as long', () => {
  const width = 20
  const bgr = new Uint8Array(3 * STRIP_HEIGHT * width).fill(240)
  const paint = (column: number, colour: number[]) =>
    colour.forEach((level, plane) => {
      for (let row = 0; row < STRIP_HEIGHT; row++) bgr[(plane * STRIP_HEIGHT + row) * width + column] = level
    })
  paint(3, [40, 30, 20])
  paint(6, [60, 60, 240])
  paint(9, [200, 200, 200])
  const black = blackest({ bgr, width, slant: 0 })
  expect(black.width).toBe(width)
  for (const plane of [0, 1, 2]) {
    const row = [...black.bgr.subarray(plane * STRIP_HEIGHT * width, plane * STRIP_HEIGHT * width + width)]
    expect(row).toEqual(row.map((_, column) => (column === 3 ? 0 : 255)))
  }
})
