import { STRIP_HEIGHT, type Strip } from '../../../server/src/engines/embedded/crop'
import { addShapes } from '../../../server/src/engines/embedded/shapes'
import { likeness, toPattern } from '../../../server/src/layouts/alike'
import type { Character, Shape } from '../../../server/src/layouts/line'
import { hasInk, shapeOf } from '../layouts/pixel-face'

/** In pixels: how far apart characters are, how large they are and where their top is. */
const [PITCH, WIDTH, HEIGHT, TOP] = [26, 18, 27, 10]

/** The text printed in the pixel face, leaning so far to the right; `taken` is what of that was taken from the strip. */
function line(text: string, { slant = 0, taken = 0, off = 0 } = {}) {
  const width = PITCH * text.length + 12
  const bgr = new Uint8Array(3 * STRIP_HEIGHT * width).fill(217)
  for (let row = 0; row < STRIP_HEIGHT; row++) {
    for (let column = 0; column < width; column++) {
      const along = column - (slant - taken) * (STRIP_HEIGHT / 2 - row - 0.5) - 10
      const index = Math.floor(along / PITCH)
      const [x, y] = [(along - index * PITCH) / WIDTH, (row - TOP) / HEIGHT]
      if (x < 0 || x >= 1 || y < 0 || y >= 1 || !hasInk(text[index] ?? '', x, y)) continue
      for (const plane of [0, 1, 2]) bgr[(plane * STRIP_HEIGHT + row) * width + column] = 51
    }
  }
  const strip: Strip = { bgr, width, slant: taken }
  const characters: Character[] = [...text].map((character, index) => {
    return { text: character, score: 1, others: [], at: (10 + PITCH * index + WIDTH / 2 + off) / width }
  })
  return { characters, strip }
}

const shapesOf = (...lines: ReturnType<typeof line>[]) =>
  addShapes(lines).map(({ characters }) => characters.map(({ shape }) => shape))
const alike = (shape: Shape | undefined, character: string) =>
  shape ? likeness(toPattern(shape), toPattern(shapeOf(character))) : 0

test.each([
  ['upright', {}],
  ['leaning', { slant: 0.2 }],
  ['leaning, in a strip that has some of it upright', { slant: 0.2, taken: 0.15 }],
  ['and the recogniser saw them a little too far left', { off: -4 }],
  ['and the recogniser saw them a little too far right', { off: 4 }],
])('letters and digits come with what they look like: %s', (_, print) => {
  const text = '018D5S'
  const [shapes = []] = shapesOf(line(text, print))
  for (const [index, character] of [...text].entries()) {
    const own = alike(shapes[index], character)
    expect(own).toBeGreaterThan(0.8)
    for (const other of text.replace(character, '')) expect(alike(shapes[index], other)).toBeLessThan(own - 0.1)
  }
  expect(shapes[0]?.proportion).toBeCloseTo(WIDTH / HEIGHT, 1)
})

test('all lines of a page lean alike, however few characters one has', () => {
  const [, short = []] = shapesOf(line('5018D5S01', { slant: 0.2 }), line('10', { slant: 0.2, taken: 0.2 }))
  expect(alike(short[0], '1')).toBeGreaterThan(0.8)
  expect(alike(short[1], '0')).toBeGreaterThan(0.8)
})

test('Chinese and points have no shape, nor has anything in a line without digits', () => {
  expect(shapesOf(line('5'))[0]?.[0]).toBeDefined()
  const { characters, strip } = line('055')
  const [first, second, third] = characters
  if (!first || !second || !third) throw new Error('three characters')
  const mixed = { strip, characters: [first, { ...second, text: '号' }, { ...third, text: '.' }] }
  expect(shapesOf(mixed)[0]?.map((shape) => shape !== undefined)).toEqual([true, false, false])
  expect(shapesOf(line('DD'))[0]).toEqual([undefined, undefined])
})

test('a line of letters has shapes where an O may be a zero, an S a five', () => {
  expect(shapesOf(line('DO'))[0]?.map((shape) => shape !== undefined)).toEqual([true, true])
  expect(shapesOf(line('DS'))[0]?.map((shape) => shape !== undefined)).toEqual([true, true])
})

test('where there is nothing to see there is no shape', () => {
  expect(shapesOf(line('0?8'))[0]?.[1]).toBeUndefined()
})
