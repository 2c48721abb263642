import { FRONT_REPLY } from './cards'
import { RUNTIMES, tap } from './runtimes'
import type { Stage } from './stage'
import { CONFIRM, setUp } from './stage'

/** The viewfinder and the form, as parts that a page puts into a tag; what they do is tested in `ocr-viewfinder` and `every-tag`. */
describe.each(RUNTIMES)('a part in a tag, on $name', (runtime) => {
  let on: Stage
  const mount = (content: string, properties: object = {}) =>
    (on = setUp(runtime, 'ocr-idcard', { content, properties: { ...properties }, replies: [FRONT_REPLY] }))

  afterEach(() => on.tag.detach())

  it('stands beside a look of the app’s own in the slot `part`, outside of the button that the look is', async () => {
    mount('<view>My own look</view><ocr-confirm slot="part" />', { custom: true })
    await on.recognize()

    expect(on.inputs().length).toBeGreaterThan(0)
    const look = on.button('My own look')
    for (const input of on.inputs()) expect(look.contains(input)).toBe(false)

    await on.tap('All correct')
    expect(on.ending()).toEqual(['result'])
  })

  it('is not thrown away by a tap into it, inside of a look of the app’s own', async () => {
    mount(`<view>My own look</view>${CONFIRM}`, { custom: true })
    await on.recognize()
    const press = async (element?: Element) => {
      if (!element) throw new Error('nothing to tap')
      tap(element)
      await on.phone.settle()
    }

    await press(on.inputs()[0])
    expect(on.ending()).toEqual([])
    expect(on.phone.uploads).toHaveLength(1)

    // The look around it is a button, too, with all these words.
    await press(on.withRole('button').at(-1))
    expect(on.ending()).toEqual(['result'])
  })

  it('is found in the slot `part` of the package’s own look, too', async () => {
    mount('<ocr-confirm slot="part" />')
    await on.recognize()

    expect(on.ending()).toEqual([])
    await on.tap('All correct')
    expect(on.ending()).toEqual(['result'])
  })

  it('is found anywhere inside the tag', async () => {
    mount(`<view>${CONFIRM}</view>`)
    await on.recognize()

    expect(on.inputs().length).toBeGreaterThan(0)
  })

  it('is no longer asked once it is gone', async () => {
    mount('<ocr-confirm wx:if="{{name}}" /><ocr-viewfinder wx:if="{{name}}" />', { name: 'card', source: 'camera' })
    on.tag.setProperties({ name: '' })

    await on.recognize()

    expect(on.phone.chosenFrom).toEqual([['camera']])
    expect(on.ending()).toEqual(['result'])
  })

  it('ends the start as cancelled when it goes while a person looks through the fields, and the next one is free', async () => {
    mount('<ocr-confirm wx:if="{{name}}" />', { name: 'card' })
    await on.recognize()
    on.tag.setProperties({ name: '' })
    await on.phone.settle()
    expect(on.ending()).toEqual(['cancel'])

    await on.recognize()
    expect(on.ending()).toEqual(['cancel', 'result'])
  })

  it('is asked when it comes later', async () => {
    mount('<ocr-confirm wx:if="{{name}}" />', { name: '' })
    on.tag.setProperties({ name: 'card' })

    await on.recognize()

    expect(on.inputs().length).toBeGreaterThan(0)
  })

  it('shows nothing of its own until it is asked, and nothing of a card afterwards', async () => {
    mount('<ocr-confirm /><ocr-viewfinder />', { source: 'album' })
    const atFirst = on.text()
    await on.recognize()
    await on.tap('All correct')
    on.tag.instance.reset()

    expect(on.text()).toBe(atFirst)
    expect(on.inputs()).toEqual([])
  })
})
