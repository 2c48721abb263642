import { Cancellation, Cancelled } from '../../src/cancellation'
import type { Review } from '../../src/parts'

type Changes = Record<string, unknown>
type Definition = Record<'methods' | 'lifetimes', Record<string, (this: object, ...given: unknown[]) => unknown>>

const READING = { card: 'bankcard', fields: { number: '6222O2' }, checks: [], raw: {}, image: {} }
const KIND = { card: 'bankcard', read: () => READING }

/** The form without a framework: what it sets, and what it would set later. */
describe('<ocr-confirm>', () => {
  let definition: Definition
  let form: { setData(changes: Changes, after?: () => void): void }
  let set: Changes[]
  let rendered: Array<() => void>
  let task: Cancellation

  beforeEach(() => {
    jest.resetModules()
    Object.assign(globalThis, {
      Behavior: (given: Definition) => given,
      Component: (given: Definition) => (definition = given),
    })
    require('../../src/ocr-confirm')
    set = []
    rendered = []
    const setData = (changes: Changes, after?: () => void) => {
      set.push(changes)
      if (after) rendered.push(after)
    }
    form = { ...definition.methods, setData }
    task = new Cancellation()
  })

  const review = () => definition.methods.review?.call(form, READING, KIND, '', task) as Review
  const takeSuggestion = () =>
    definition.methods.onSuggestion?.call(form, {
      currentTarget: { dataset: { name: 'number', index: 0, value: '622202' } },
    })

  it('writes a suggestion into its input once the input was emptied', () => {
    void review()
    takeSuggestion()
    rendered.forEach((after) => after())

    expect(set.at(-1)).toEqual({ 'rows[0].value': '622202' })
  })

  it('writes nothing that was read into a form that was closed meanwhile', async () => {
    const { confirmed } = review()
    takeSuggestion()
    task.cancel()
    await expect(confirmed).rejects.toThrow()
    rendered.forEach((after) => after())

    expect(set.at(-1)).toEqual({ rows: [], doubts: {} })
  })

  it('sets no data once it has left the page, and whoever waits for it hears that it was cancelled', async () => {
    const { confirmed } = review()
    set = []
    definition.lifetimes.detached?.call(form)

    await expect(confirmed).rejects.toHaveProperty('name', new Cancelled().name)
    expect(set).toEqual([])
  })
})
