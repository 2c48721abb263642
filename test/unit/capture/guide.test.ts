import { createGuide } from '../../../src/capture/guide'
import type { CardAnchor } from '../../../src/wx/vision-kit'

/** A whole card, portrait side, upright; moved by `by` of its width. */
const card = (changes: Partial<CardAnchor> = {}, by = 0): CardAnchor => ({
  isComplete: true,
  label: 0,
  orientation: 0,
  box: [
    { x: 100 + by * 400, y: 100 },
    { x: 500 + by * 400, y: 100 },
    { x: 500 + by * 400, y: 350 },
    { x: 100 + by * 400, y: 350 },
  ],
  ...changes,
})

const follow = (side: string, ...looks: Array<CardAnchor | undefined>) => looks.map(createGuide(side))

it('is ready when the card was whole and still for four looks', () => {
  expect(follow('front', card(), card(), card(), card(), card())).toEqual(['still', 'still', 'still', 'still', 'ready'])
})

it('begins anew when the card moves, and bears a hand’s tremor', () => {
  expect(follow('any', card(), card(), card(), card(), card({}, 0.1)).at(-1)).toBe('still')
  expect(follow('any', card(), card({}, 0.02), card(), card({}, 0.02), card()).at(-1)).toBe('ready')
})

it('does not depend on the measure of the corners', () => {
  const small = (by: number) => card({ box: card({}, by).box.map(({ x, y }) => ({ x: x / 1000, y: y / 1000 })) })
  expect(follow('any', small(0), small(0.1), small(0), small(0.1), small(0)).at(-1)).toBe('still')
  expect(follow('any', ...Array.from({ length: 5 }, () => small(0))).at(-1)).toBe('ready')
})

it.each([
  ['the other side', 'front', card({ label: 1 }), 'side'],
  ['the other side', 'back', card(), 'side'],
  ['half a card', 'front', card({ isComplete: false }), 'whole'],
  ['a card on its head', 'any', card({ orientation: 2 }), 'turn'],
  ['no card', 'any', undefined, undefined],
])('tells of %s, for side="%s"', (_, side, seen, hint) => {
  expect(follow(side, seen)).toEqual([hint])
})

it('counts no look at the wrong side, at half a card or at none towards stillness', () => {
  for (const doubtful of [card({ label: 1 }), card({ isComplete: false }), undefined]) {
    expect(follow('front', card(), card(), card(), doubtful, card(), card()).at(-1)).toBe('still')
  }
})

it('takes either side where either is asked for', () => {
  expect(follow('any', card({ label: 1 }))).toEqual(['still'])
})
