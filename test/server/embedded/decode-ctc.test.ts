import { decodeCtc, hasRoom } from '../../../server/src/engines/embedded/recognize'

const DICTIONARY = ['', '中', '国', ' ']

/** One step for each class; the given class has this probability and the others share the rest. */
function steps(...classes: [index: number, probability: number][]): Float32Array {
  return Float32Array.from(
    classes.flatMap(([index, probability]) =>
      DICTIONARY.map((_, other) => (other === index ? probability : (1 - probability) / (DICTIONARY.length - 1))),
    ),
  )
}

describe('greedy CTC decoding', () => {
  test('drops blanks and repetitions', () => {
    expect(decodeCtc(steps([0, 1], [1, 1], [1, 1], [0, 1], [2, 1], [2, 1]), DICTIONARY)).toMatchObject({
      text: '中国',
      score: 1,
    })
  })

  test('keeps a character that is printed twice, with a blank between', () => {
    expect(decodeCtc(steps([1, 1], [0, 1], [1, 1]), DICTIONARY).text).toBe('中中')
  })

  test('reads the last class as a space', () => {
    expect(decodeCtc(steps([1, 1], [3, 1], [2, 1]), DICTIONARY).text).toBe('中 国')
  })

  test('scores the mean of the characters, not of the blanks or repetitions', () => {
    const { score } = decodeCtc(steps([0, 0.5], [1, 0.9], [1, 0.6], [0, 0.5], [2, 0.7]), DICTIONARY)
    expect(score).toBeCloseTo(0.8)
  })

  test('reads the likeliest where none has half', () => {
    expect(decodeCtc(Float32Array.of(0.2, 0.3, 0.4, 0.1), DICTIONARY).text).toBe('国')
  })

  test('keeps rivals of a hundredth and more, the likeliest first, even of a character that is nearly sure', () => {
    const { characters } = decodeCtc(Float32Array.of(0.001, 0.964, 0.015, 0.02), DICTIONARY)
    expect(characters[0]?.others.map(({ text }) => text)).toEqual([' ', '国'])
  })

  test('keeps rivals of half a thousandth, too, of a Chinese character that is unsure', () => {
    const rivals = (...probabilities: number[]) =>
      decodeCtc(Float32Array.of(...probabilities), DICTIONARY).characters[0]?.others.map(({ text }) => text)
    expect(rivals(0.297, 0.7, 0.001, 0.0004)).toEqual(['国'])
    expect(rivals(0.097, 0.9, 0.001, 0.0004)).toEqual([])
    expect(rivals(0.297, 0.001, 0.0004, 0.7)).toEqual([])
  })

  test('keeps a character that it hardly knows beside the one that it takes it for, from its own share on', () => {
    const rivals = (share: number) =>
      decodeCtc(Float32Array.of(0, 1 - share, share, 0), ['', '那', '邴', ' ']).characters[0]?.others
    expect(rivals(1e-7)).toEqual([{ text: '邴', score: expect.closeTo(1e-7, 10) }])
    expect(rivals(1e-9)).toEqual([])
    expect(rivals(0.3)).toHaveLength(1)
    expect(decodeCtc(Float32Array.of(0, 1, 1e-7, 0), ['', '邮', '邴', ' ']).characters[0]?.others).toEqual([])
  })

  test('nothing but blanks is an empty text of score 0', () => {
    expect(decodeCtc(steps([0, 1], [0, 1]), DICTIONARY)).toMatchObject({ text: '', score: 0, characters: [] })
  })
})

describe('where nothing is likelier than any one character, but something than nothing', () => {
  const NOTHING = [1, 0, 0, 0]
  const SOMETHING = [0.6, 0.15, 0.2, 0.05]
  const MIDDLE = [0, 1, 0, 0]
  const gap = (...steps: number[][]) => Float32Array.from(steps.flat())

  test('a Chinese character that has room there is read, with the score that it has', () => {
    const { text, characters, isFilled } = decodeCtc(
      gap(MIDDLE, NOTHING, NOTHING, SOMETHING, NOTHING, NOTHING, MIDDLE),
      DICTIONARY,
    )
    expect({ text, isFilled }).toEqual({ text: '中国中', isFilled: true })
    expect(characters[1]).toMatchObject({ score: expect.closeTo(0.2), others: [{ text: '中' }, { text: ' ' }] })
  })

  test('before the first one and behind the last one, too', () => {
    expect(decodeCtc(gap(SOMETHING, NOTHING, NOTHING, MIDDLE), DICTIONARY).text).toBe('国中')
    expect(decodeCtc(gap(MIDDLE, NOTHING, NOTHING, SOMETHING), DICTIONARY).text).toBe('中国')
  })

  test('the edge of a neighbour is none', () => {
    const { text, isFilled } = decodeCtc(gap(MIDDLE, SOMETHING, SOMETHING, NOTHING, SOMETHING, MIDDLE), DICTIONARY)
    expect({ text, isFilled }).toEqual({ text: '中中', isFilled: false })
  })

  test('what is hardly seen is none, and a space neither', () => {
    expect(decodeCtc(gap(NOTHING, [0.75, 0.1, 0.1, 0.05], NOTHING), DICTIONARY).text).toBe('')
    expect(decodeCtc(gap(NOTHING, [0.6, 0.1, 0.1, 0.2], NOTHING), DICTIONARY).text).toBe('')
  })
})

describe('a character that was passed over', () => {
  const read = (...places: number[]) => ({
    text: '',
    score: 1,
    characters: places.map((at) => ({ text: '山', score: 1, others: [], at })),
  })

  test('leaves room before the first one or behind the last one', () => {
    expect(hasRoom(read(0.2, 0.5, 0.8), 2.4)).toBe(false)
    expect(hasRoom(read(0.5, 0.8), 2.4)).toBe(true)
    expect(hasRoom(read(0.2, 0.5), 2.4)).toBe(true)
  })

  test('is none where nothing was read', () => {
    expect(hasRoom(read(), 2.4)).toBe(false)
  })
})
