import { isDigits, readEnds, readOn, readWide } from '../../../server/src/engines/embedded/read-digits'
import type { Text } from '../../../server/src/engines/embedded/recognize'

const NUMBER = '6222021001116245'

/** Digits whose middles are this far apart, in pixels, in a box 40 pixels high. */
function digits(text: string, pitch: number, score = 0.99): { text: Text; box: typeof BOX } {
  const width = text.length * pitch
  const characters = [...text].map((digit, index) => ({
    text: digit,
    score,
    others: [],
    at: (index + 0.5) / text.length,
  }))
  return { text: { text, score, characters }, box: { ...BOX, x: LEFT + width / 2, width } }
}

const LEFT = 50
const BOX = { x: 0, y: 50, width: 0, height: 40, angle: 0 }

describe('digits', () => {
  test.each([
    ['in groups', '6222 0210', true],
    ['of full width', '７９６', true],
    ['with a letter', '622202I0', false],
    ['too few', '62', false],
  ])('%s', (_, text, isIt) => {
    expect(isDigits({ text, score: 1, characters: [] })).toBe(isIt)
  })
})

describe('a number with one digit less than most have', () => {
  const fifteen = digits(NUMBER.slice(1), 34)

  test('is read with room at both ends, and counts with one more', async () => {
    const read = jest.fn(async () => digits(NUMBER, 34).text)
    const all = await readEnds(read, fifteen.box, fifteen.text)
    expect(all.text).toBe(NUMBER)
    const width = (15 + 2 * 1.5) * 34
    const pitch = (0.47 * 48) / 40
    expect(read).toHaveBeenCalledWith({ ...fifteen.box, width }, { width: Math.round(18 * 40 * pitch) })
    // Of the sixteen, as evenly along the longer strip, the first is before the box and the last behind it.
    const places = all.characters.map(({ at }) => at)
    expect(places[0]).toBeCloseTo(((0.5 / 16) * 18 - 1.5) / 15)
    expect(places[15]).toBeCloseTo(((15.5 / 16) * 18 - 1.5) / 15)
  })

  test.each(['322202100111624', '32222021001116245', '222021001116245'])(
    'stands where %s is read then',
    async (text) => {
      expect(await readEnds(async () => digits(text, 34).text, fifteen.box, fifteen.text)).toBe(fifteen.text)
    },
  )

  test('is none of another length', async () => {
    for (const text of [NUMBER, NUMBER.slice(2), `${NUMBER}702`]) {
      const whole = digits(text, 34)
      const read = jest.fn(async () => whole.text)
      expect(await readEnds(read, whole.box, whole.text)).toBe(whole.text)
      expect(read).not.toHaveBeenCalled()
    }
  })
})

describe('digits that are set wide', () => {
  const wide = digits('62220210', 34)
  const again = digits('62220270', 34).text

  test('and of which one is in doubt are read once more, at the pitch of running text', async () => {
    const unsure = digits('62220210', 34, 0.97).text
    const read = jest.fn(async () => again)
    expect(await readWide(read, wide.box, unsure, false)).toBe(again)
    const pitch = (0.47 * 48) / 40
    expect(read).toHaveBeenCalledWith(wide.box, { width: Math.round(8 * 40 * pitch) })
  })

  test('are read once when all are sure, and again in a closer look', async () => {
    const read = jest.fn(async () => again)
    expect(await readWide(read, wide.box, wide.text, false)).toBe(wide.text)
    expect(read).not.toHaveBeenCalled()
    expect(await readWide(read, wide.box, wide.text, true)).toBe(again)
  })

  test('are read again when two stand where there is room for one', async () => {
    const [first, second, ...others] = digits('622202010', 34).text.characters
    if (!first || !second) throw new Error('no digits')
    const twice = { ...wide.text, characters: [first, { ...second, at: first.at + 0.03 }, ...others] }
    expect(await readWide(async () => again, wide.box, twice, false)).toBe(again)
  })

  test('and not those that are not', async () => {
    const read = jest.fn()
    const narrow = digits('62220210', 22, 0.7)
    expect(await readWide(read, narrow.box, narrow.text, true)).toBe(narrow.text)
    expect(read).not.toHaveBeenCalled()
  })
})

describe('a number of sixteen digits', () => {
  const sixteen = digits(NUMBER, 24)
  const nineteen = digits(`${NUMBER}702`, 24).text
  const end = LEFT + NUMBER.length * 24

  /** White, with strokes from the number's beginning to here. */
  function pictureWithStrokesTo(right: number) {
    const [width, height] = [600, 100]
    const rgb = new Uint8Array(3 * width * height).fill(255)
    for (let row = 0; row < height; row++) {
      for (let x = LEFT; x < right; x++) if (x % 12 < 4) rgb.fill(0, 3 * (row * width + x), 3 * (row * width + x + 1))
    }
    return { rgb, width, height }
  }
  const readBeyond = async (read: () => Promise<Text>, { strokesTo = end + 96, boxes = [sixteen.box] } = {}) => {
    const reading = jest.fn(read)
    return { text: await readOn(reading, pictureWithStrokesTo(strokesTo), sixteen.box, boxes, sixteen.text), reading }
  }

  test('is all of it where nothing is printed behind it', async () => {
    const { text, reading } = await readBeyond(async () => nineteen, { strokesTo: end })
    expect(text).toBe(sixteen.text)
    expect(reading).not.toHaveBeenCalled()
  })

  test('is read on where there is ink, and its digits stay where they are', async () => {
    const { text, reading } = await readBeyond(async () => nineteen)
    expect(text.text).toBe(`${NUMBER}702`)
    expect(reading).toHaveBeenCalledWith({ ...sixteen.box, x: sixteen.box.x + 48, width: sixteen.box.width + 96 })
    const stretch = 1 + 96 / sixteen.box.width
    expect(text.characters.map(({ at }) => at)).toEqual(
      nineteen.characters.map(({ at }) => expect.closeTo(at * stretch)),
    )
  })

  test.each([
    ['is none of digits', `${NUMBER}银样`],
    ['is too much', `${NUMBER}70210`],
    ['changes what was read', `6222021001116246702`],
  ])('is in doubt where what follows %s', async (_, read) => {
    const { text } = await readBeyond(async () => digits(read, 24).text)
    expect(text.text).toBe(NUMBER)
    expect(text.score).toBeCloseTo(0.99 / 2)
    expect(text.characters.map(({ score }) => score)).toEqual([...Array(15).fill(0.99), expect.closeTo(0.99 / 2)])
  })

  test('is not read on where another line was found, however much a speck is', async () => {
    const group = { ...BOX, x: end + 50, width: 70 }
    const found = await readBeyond(async () => nineteen, { boxes: [sixteen.box, group] })
    expect(found.text).toBe(sixteen.text)
    const speck = await readBeyond(async () => nineteen, { boxes: [sixteen.box, { ...group, width: 9, height: 9 }] })
    expect(speck.text.text).toBe(`${NUMBER}702`)
  })

  test('is alone in this', async () => {
    const eight = digits('62220210', 24)
    const read = jest.fn()
    expect(await readOn(read, pictureWithStrokesTo(600), eight.box, [], eight.text)).toBe(eight.text)
    expect(read).not.toHaveBeenCalled()
  })
})
