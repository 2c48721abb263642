import type { Strip } from '../../../server/src/engines/embedded/crop'
import { readAlone } from '../../../server/src/engines/embedded/read-alone'
import type { StripText } from '../../../server/src/engines/embedded/read-strip'
import type { Text } from '../../../server/src/engines/embedded/recognize'

const [PITCH, HEIGHT] = [20, 48]
/** Around a character 20 pixels wide: its half and a tenth, and the margin. */
const CUT = 2 * 11 + 2 * 8

/** A strip in which every column tells where it stands, and the characters that were read from it. */
function strip(text: string, others: Record<number, Record<string, number>> = {}, score = 0.9): StripText {
  const width = text.length * PITCH
  const bgr = Uint8Array.from({ length: 3 * HEIGHT * width }, (_, pixel) => pixel % width)
  const characters = [...text].map((character, index) => ({
    text: character,
    score,
    others: Object.entries(others[index] ?? {}).map(([text, score]) => ({ text, score })),
    at: (index + 0.5) / text.length,
  }))
  return { text, score: 0.9, characters, strip: { bgr, width, slant: 0.1 } }
}

const S: Text = {
  text: 'S',
  score: 0.7,
  characters: [{ text: 'S', score: 0.7, others: [{ text: '5', score: 0.2 }], at: 0.5 }],
}
const columnsOf = ({ bgr, width }: Strip) => [...bgr.subarray(0, width)]

test('a digit that may be a letter is read once more, cut out of its line', async () => {
  const recognise = jest.fn<Promise<Text>, [Strip]>(async () => S)
  const { characters } = await readAlone(recognise, strip('L2185', { 4: { S: 0.04 } }))
  expect(characters.map(({ alone }) => alone?.map(({ text }) => text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    ['S', '5'],
  ])
  expect(recognise).toHaveBeenCalledTimes(1)
  const [cut] = recognise.mock.calls[0] ?? []
  expect(cut).toMatchObject({ width: CUT, slant: 0.1 })
  // From 79 to 100 pixels, where the strip ends, and its first and last column beside.
  const columns = cut ? columnsOf(cut) : []
  expect(columns.slice(0, 10)).toEqual([79, 79, 79, 79, 79, 79, 79, 79, 79, 80])
  expect(columns.slice(-11)).toEqual([98, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99])
})

test('and a doubtful 1, as a J may be read so without being seen', async () => {
  const { characters } = await readAlone(
    jest.fn(async () => S),
    strip('L2181', {}, 0.8),
  )
  expect(characters.filter(({ alone }) => alone).map(({ text }) => text)).toEqual(['1', '1'])
})

test.each([
  ['a letter', strip('L218S', { 4: { 5: 0.04 } })],
  ['a digit that may be another one', strip('L2185', { 4: { 6: 0.04 } })],
  ['a word of three', strip('粤B15', { 3: { S: 0.04 } })],
])('%s is not', async (_, text) => {
  const recognise = jest.fn(async () => S)
  expect(await readAlone(recognise, text)).toEqual(text)
  expect(recognise).not.toHaveBeenCalled()
})
