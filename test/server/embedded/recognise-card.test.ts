import { recogniseCard } from '../../../server/src/engines/embedded/recognise-card'
import type { Look } from '../../../server/src/engines/embedded/read-lines'
import type { Page } from '../../../server/src/layouts/page'
import { page, type Print } from '../layouts/card'

const NUMBER = '6222021001116245702'
const card = (number: string): Print[] => [{ text: number, x: 9.5, y: 32.6, height: 4.4 }]
const pages = (...shown: Print[][]) => jest.fn<Promise<Page>, [Look]>(async () => page(shown.shift() ?? []))

test('a reading without doubt takes one look', async () => {
  const read = pages(card(NUMBER))
  expect((await recogniseCard('bankcard', read))?.fields).toEqual({ number: NUMBER })
  expect(read).toHaveBeenCalledTimes(1)
})

test('identity cards and bank cards have no small print, licences have', async () => {
  for (const card of ['idcard', 'bankcard', 'driving'] as const) {
    const read = pages([])
    await recogniseCard(card, read)
    expect(read.mock.calls).toEqual([[card === 'driving' ? { withShapes: true } : { largePrint: true }]])
  }
})

test('a doubtful one takes a closer look, which decides', async () => {
  const read = pages(card('6222021001116245703'), card(NUMBER))
  expect((await recogniseCard('bankcard', read))?.fields).toEqual({ number: NUMBER })
  expect(read.mock.calls[1]).toEqual([{ closer: true }])
})

test('a bank card that is not found so either is looked at without its colours', async () => {
  const read = pages(card('words'), card('words'), card(NUMBER))
  expect((await recogniseCard('bankcard', read))?.fields).toEqual({ number: NUMBER })
  expect(read.mock.calls[2]).toEqual([{ closer: true, withoutColour: true }])
})

test('stamps fade from the closer look at papers', async () => {
  const read = pages(card('words'), [])
  await recogniseCard('idcard', read)
  expect(read.mock.calls[1]).toEqual([{ closer: true, withoutColour: true }])
})

test('a licence is looked at without its colours, and closer and without grain only if that leaves a doubt, too', async () => {
  const read = pages(card('words'), card('words'), card('words'))
  expect(await recogniseCard('driving', read)).toBeUndefined()
  const looks = [{}, { withoutColour: true }, { closer: true, smooth: true, withoutColour: true }]
  expect(read.mock.calls).toEqual(looks.map((look) => [{ ...look, withShapes: true }]))
})

test('a picture without text is not looked at again', async () => {
  const read = pages([])
  expect(await recogniseCard('idcard', read)).toBeUndefined()
  expect(read).toHaveBeenCalledTimes(1)
})
