import { readLast } from '../../../server/src/engines/embedded/read-last'
import type { Text } from '../../../server/src/engines/embedded/recognize'
import type { Rectangle } from '../../../server/src/engines/embedded/rectangle'

const HEIGHT = 20
const NAME = '样本市机械'
const BOX = { x: 100, y: 50, width: 5 * HEIGHT, height: HEIGHT, angle: 0 }

function textOf(text: string, last = 0.99): Text {
  const all = [...text]
  const characters = all.map((character, index) => ({
    text: character,
    score: index === all.length - 1 ? last : 0.99,
    at: (index + 0.5) / all.length,
    others: [],
  }))
  return { text, score: 0.99, characters }
}

/** Ink in the last character of the box, 130 to 150, and in so many columns behind it. */
function pictureOf(behind: number) {
  const picture = { rgb: new Uint8Array(3 * 200 * 100).fill(240), width: 200, height: 100 }
  for (let y = 45; y < 55; y++) {
    for (let x = 135; x < 145; x++) picture.rgb.fill(30, 3 * (y * 200 + x), 3 * (y * 200 + x) + 3)
    for (let x = 155; x < 155 + behind; x++) picture.rgb.fill(30, 3 * (y * 200 + x), 3 * (y * 200 + x) + 3)
  }
  return picture
}

async function readOn(answer: Text, { behind = 3, text = NAME, boxes = [BOX] as Rectangle[] } = {}) {
  const read = jest.fn<Promise<Text>, [Rectangle]>(async () => answer)
  return { read, text: await readLast(read, pictureOf(behind), BOX, boxes, textOf(text)) }
}

test('a name behind which there is ink is read on, and its characters keep their places', async () => {
  const { read, text } = await readOn(textOf(`${NAME}厂`))
  expect(read.mock.calls).toEqual([[{ ...BOX, x: 110, width: 120 }]])
  expect(text.text).toBe(`${NAME}厂`)
  expect(text.characters.map(({ at }) => at * 5)).toEqual(
    [0.5, 1.5, 2.5, 3.5, 4.5, 5.5].map((at) => expect.closeTo(at)),
  )
})

test.each([
  ['there is no ink', { behind: 0 }],
  ['what is there was found by itself', { boxes: [BOX, { ...BOX, x: 160, width: 20 }] }],
  ['a line that was found begins there', { boxes: [BOX, { ...BOX, x: 220, width: 130 }] }],
  ['it is too short to be a name', { text: '机械' }],
  ['it is no name', { text: '样本路12号' }],
])('it is not where %s', async (_, given) => {
  expect((await readOn(textOf(`${NAME}厂`), given)).read).not.toHaveBeenCalled()
})

test.each([
  ['has nothing more', textOf(NAME)],
  ['reads the name otherwise', textOf('样木市机械厂')],
  ['has two more', textOf(`${NAME}厂房`)],
  ['has a sign more', textOf(`${NAME}-`)],
  ['is not sure of it', textOf(`${NAME}厂`, 0.6)],
])('the name stands where the longer strip %s', async (_, answer) => {
  expect((await readOn(answer)).text.text).toBe(NAME)
})
