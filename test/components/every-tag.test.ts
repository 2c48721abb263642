import type { IdCardResult, OcrErrorDetail, OcrProgress } from '../../src'
import { CARDS } from './cards'
import type { CardCase } from './cards'
import type { Runtime } from './runtimes'
import { RUNTIMES, tap } from './runtimes'
import type { Setting, Stage } from './stage'
import { CONFIRM, setUp } from './stage'

const TAGS = RUNTIMES.flatMap((runtime) =>
  CARDS.map((card) => ({ runtime, card, name: `<${card.tag}> on ${runtime.name}` })),
)
const LARGE = { size: 9_000_000, width: 4000, height: 3000 }

describe.each(TAGS)('$name', ({ runtime, card }: { runtime: Runtime; card: CardCase }) => {
  let on: Stage
  const mount = (properties: object = {}, setting: Omit<Setting, 'properties'> = {}) =>
    (on = setUp(runtime, card.tag, { properties: { ...properties }, replies: [card.reply], ...setting }))

  afterEach(() => on.tag.detach())

  it('asks for its card with one button that has a name', () => {
    mount()

    expect(on.withRole('button')).toHaveLength(1)
    expect(on.nameOf(on.button(card.title))).toBe(`${card.title} Tap to take or choose a photo`)
    expect(on.announced()).toBeUndefined()
  })

  it('comes into the page in the words that its properties want, and changes none of them there', () => {
    const page = new MutationObserver(() => undefined)
    page.observe(document.body, { subtree: true, characterData: true })

    mount({ source: 'album', locale: 'zh-CN' })

    expect(on.text()).toContain('点按选择照片')
    expect(page.takeRecords()).toEqual([])
    page.disconnect()
  })

  it('takes a tap to a result', async () => {
    mount()

    await on.tap(card.title)

    expect(on.ending()).toEqual(['result'])
    const [result] = on.named('result') as [IdCardResult]
    expect(result).toMatchObject({ fields: card.fields, checks: [], edited: [], raw: card.reply })
    expect(result.images).toEqual([result.image])
    expect(on.phone.uploads[0]?.url).toBe(`https://ocr.example/cv/ocr/${card.path}?type=photo`)
  })

  it('shows the result starred, with a way to begin anew', async () => {
    mount()
    await on.recognize()

    expect(on.text()).toContain('Recognised')
    expect(on.text()).toContain(card.summary)
    for (const field of Object.values(card.fields)) expect(on.text()).not.toContain(field)
    expect(on.announced()).toEqual({ text: `Recognised ${card.summary}`, urgency: 'polite' })
    expect(on.heard.at(-1)).toBe(`Recognised ${card.summary}`)

    await on.tap('Start again')
    expect(on.ending()).toEqual(['result', 'result'])
  })

  it('shows and tells each stage, with the percentage of the upload', async () => {
    mount()
    on.phone.holdsUpload()
    await on.tap(card.title)

    on.phone.uploads[0]?.progress(40)

    const [bar] = on.withRole('progressbar')
    expect(
      bar && ['label', 'valuemin', 'valuemax', 'valuenow'].map((name) => runtime.aria(bar, `aria-${name}`)),
    ).toEqual(['Uploading', '0', '100', '40'])
    expect(on.announced()).toEqual({ text: `Uploading ${card.title}`, urgency: 'polite' })
    expect(on.heard.at(-1)).toBe(`Uploading ${card.title}`)

    on.phone.uploads[0]?.progress(100)
    expect(on.text()).toContain('Recognising')
    expect(on.named('progress')).toEqual([
      { stage: 'capture', percent: 0, side: 'any' },
      { stage: 'compress', percent: 0, side: 'any' },
      { stage: 'upload', percent: 0, side: 'any' },
      { stage: 'upload', percent: 40, side: 'any' },
      { stage: 'recognize', percent: 0, side: 'any' },
    ])
  })

  it('sets data at most four times from a tap to the result, beside its progress', async () => {
    mount()
    const setData = jest.spyOn(on.tag.instance, 'setData')

    await on.tap(card.title)

    expect(setData.mock.calls.length - on.named('progress').length).toBeLessThanOrEqual(4)
  })

  it('aborts on cancel, removes its temporary file and goes back to the beginning', async () => {
    mount()
    on.phone.takes(LARGE)
    on.phone.holdsUpload()
    await on.tap(card.title)
    expect(on.phone.temporaryFiles()).toHaveLength(1)

    await on.tap('Cancel')

    expect(on.ending()).toEqual(['cancel'])
    expect(on.phone.uploads[0]?.aborted).toBe(true)
    expect(on.phone.temporaryFiles()).toEqual([])
    expect(on.button(card.title)).toBeDefined()
  })

  it('tells of a closed chooser as `cancel`, never as `error`', async () => {
    mount()
    on.phone.refusesChooser('chooseMedia:fail cancel')

    await on.recognize()

    expect(on.ending()).toEqual(['cancel'])
    expect(on.button(card.title)).toBeDefined()
  })

  it('says what went wrong and what to do now, at once and aloud, and begins anew', async () => {
    mount()
    on.phone.dropsConnection()
    await on.recognize()

    expect(on.named('error')).toMatchObject([{ kind: 'network', message: 'The connection failed' }])
    expect(on.announced()).toEqual({ text: 'The connection failed Please try again', urgency: 'assertive' })
    expect(on.heard.at(-1)).toBe('The connection failed Please try again')

    on.phone.answersInTurn([card.reply])
    await on.tap('Start again')
    expect(on.ending()).toEqual(['error', 'result'])
  })

  it('does nothing while it is disabled, and says so', async () => {
    mount({ disabled: true })
    expect(runtime.aria(on.button(card.title), 'aria-disabled')).toBe('true')

    await on.tap(card.title)
    await on.recognize()

    expect(on.tag.events).toEqual([])
    expect(on.phone.chosenFrom).toEqual([])
  })

  it('offers no new start beside its result while it is disabled', async () => {
    mount({ disabled: false })
    await on.recognize()
    on.tag.setProperties({ disabled: true })
    expect(runtime.aria(on.button('Start again'), 'aria-disabled')).toBe('true')

    await on.tap('Start again')
    expect(on.ending()).toEqual(['result'])
  })

  it('can be cancelled while it is disabled', async () => {
    mount({ disabled: false })
    on.phone.holdsUpload()
    await on.tap(card.title)
    on.tag.setProperties({ disabled: true })
    expect(runtime.aria(on.button('Cancel'), 'aria-disabled')).not.toBe('true')

    await on.tap('Cancel')
    expect(on.ending()).toEqual(['cancel'])
  })

  it('speaks Chinese and works where the app did not bring the language', async () => {
    mount({ locale: 'fr' })
    expect(on.text()).toContain('点按拍照或选择照片')
    await on.recognize()

    expect(on.ending()).toEqual(['result'])
    expect(on.button('重新识别')).toBeDefined()
  })

  it('speaks the language of its `locale`, also when that changes, else of the configuration', async () => {
    mount({ locale: 'zh-CN' })
    expect(on.text()).toContain('点按拍照或选择照片')

    on.tag.setProperties({ locale: 'en' })
    expect(on.text()).toContain('Tap to take or choose a photo')

    on.tag.setProperties({ locale: 'zh-CN' })
    on.phone.dropsConnection()
    await on.recognize()
    expect(on.named('error')).toMatchObject([{ message: '网络连接失败' }])
    expect(on.button('重新识别')).toBeDefined()
  })

  it('takes words of the app’s own', async () => {
    const texts = {
      hints: { both: 'Go on' },
      redo: 'Once more',
      errors: { network: 'No signal' },
      [cardName()]: { titles: { any: 'Your card' } },
    }
    mount({}, { texts })
    expect(on.nameOf(on.button('Your card'))).toBe('Your card Go on')

    on.phone.dropsConnection()
    await on.recognize()
    expect(on.text()).toContain('No signal')
    expect(on.button('Once more')).toBeDefined()
  })

  it('takes a look of the app’s own with `custom`, and keeps its behaviour', async () => {
    mount({ custom: true }, { content: '<view>My own look</view>' })
    expect(on.text()).toBe('My own look')

    await on.tap('My own look')

    expect(on.ending()).toEqual(['result'])
    expect(on.text()).toContain('My own look')
    expect(on.heard.at(-1)).toBe(`Recognised ${card.summary}`)
  })

  it('shows the slot `tip` always, and the slot `result` with the result', async () => {
    mount({}, { content: '<view slot="tip">Even light</view><view slot="result">Well done</view>' })
    expect(on.text()).toContain('Even light')
    expect(on.text()).not.toContain('Well done')

    await on.recognize()
    expect(on.text()).toContain('Even light')
    expect(on.text()).toContain('Well done')

    on.tag.instance.reset()
    expect(on.text()).not.toContain('Well done')
  })

  it('gives its outermost view the style that the tag was given', () => {
    mount({ style: 'margin: 3px' })

    expect(on.elements().map((element) => element.getAttribute('style'))).toContain('margin: 3px')
  })

  it('gives its card and its button the classes of the page', async () => {
    mount({ cardClass: 'my-card', actionClass: 'my-action' })
    expect(classed('my-card')).toHaveLength(1)

    await on.recognize()
    expect(classed('my-action')).toEqual([on.button('Start again')])
  })

  it('has the card’s fields as its value for a form, an empty object before and when it begins anew', async () => {
    mount()
    expect(on.tag.instance.data.value).toEqual({})

    await on.recognize()
    expect(on.tag.instance.data.value).toMatchObject(card.fields)

    on.phone.leavesChooserOpen()
    await on.recognize()
    expect(on.tag.instance.data.value).toEqual({})
  })

  it('with a form in it, shows the fields as a form before the result', async () => {
    mount({}, { content: CONFIRM })
    await on.recognize()

    expect(on.ending()).toEqual([])
    const shown = on.inputs().map((input) => runtime.valueOf(input))
    expect(shown).toEqual(expect.arrayContaining(Object.values(card.fields)))
    for (const input of on.inputs()) expect(runtime.aria(input, 'aria-label')).not.toBe('')
    expect(on.announced()?.text).toContain('Please check what was read')

    await on.tap('All correct')
    expect(on.named('result')).toMatchObject([{ fields: card.fields, edited: [] }])
    expect(on.inputs()).toEqual([])
  })

  it('reads and checks again what a person corrects, and tells which fields they were', async () => {
    mount({}, { content: CONFIRM })
    await on.recognize()
    const [name, value] = Object.entries(card.fields).at(-1) ?? ['', '']

    runtime.type(inputWith(value), '1')
    const [detail] = await confirmed()

    expect(detail).toMatchObject({ edited: [name], fields: { [name]: '1' }, raw: card.reply })
    const { image, images } = detail as IdCardResult
    expect(images).toEqual([image])
  })

  it('confirms nothing when every field is emptied', async () => {
    mount({}, { content: CONFIRM })
    await on.recognize()

    for (const input of on.inputs()) runtime.type(input, '')

    expect(runtime.aria(on.button('All correct'), 'aria-disabled')).toBe('true')
    expect(await confirmed()).toEqual([])
  })

  it('lets a person take another photo instead of confirming: a `cancel`, then a start', async () => {
    mount({}, { content: CONFIRM })
    await on.recognize()

    await on.tap('Start again')

    expect(on.ending()).toEqual(['cancel'])
    expect(on.phone.uploads).toHaveLength(2)
    expect(on.inputs().length).toBeGreaterThan(0)
  })

  it('leaves it to a page that hears of that `cancel` to begin anew itself', async () => {
    mount({}, { content: CONFIRM })
    await on.recognize()
    on.tag.listen('cancel', () => void on.tag.instance.start())

    await on.tap('Start again')
    await confirmed()

    expect(on.phone.uploads).toHaveLength(2)
    expect(on.named('progress').filter((progress) => (progress as OcrProgress).stage === 'capture')).toHaveLength(2)
    expect(on.ending()).toEqual(['cancel', 'result'])
  })

  it('keeps nothing that was read when it is back at the beginning', async () => {
    mount({}, { content: CONFIRM })
    await on.recognize()
    on.tag.instance.cancel()

    const kept = JSON.stringify(on.tag.instance.data)
    for (const field of Object.values(card.fields)) expect(kept).not.toContain(JSON.stringify(field))
  })

  it('says and sets nothing once it is detached, and leaves no file behind', async () => {
    mount()
    on.phone.takes(LARGE)
    on.phone.holdsUpload()
    await on.tap(card.title)
    const told = on.tag.events.length
    const setData = jest.spyOn(on.tag.instance, 'setData')

    on.tag.detach()
    on.phone.uploads[0]?.progress(60)
    await on.phone.settle()

    expect(on.phone.uploads[0]?.aborted).toBe(true)
    expect(setData).not.toHaveBeenCalled()
    expect(on.tag.events).toHaveLength(told)
    expect(on.phone.temporaryFiles()).toEqual([])
  })

  it('does nothing once it has left the page, whatever is asked of it', async () => {
    mount()
    on.tag.detach()
    const setData = jest.spyOn(on.tag.instance, 'setData')

    await on.recognize()
    on.tag.instance.cancel()
    on.tag.instance.reset()

    expect(on.tag.events).toEqual([])
    expect(setData).not.toHaveBeenCalled()
    expect(on.phone.chosenFrom).toEqual([])
  })

  it('ignores a second start while one is under way, and starts anew after the end', async () => {
    mount()
    on.phone.leavesChooserOpen()
    await on.recognize()
    await on.recognize()
    expect(on.phone.chosenFrom).toHaveLength(1)

    on.tag.instance.cancel()
    on.phone.takes()
    await on.recognize()
    await on.recognize()

    expect(on.ending()).toEqual(['cancel', 'result', 'result'])
  })

  it('is silent when it is cancelled with nothing under way, and when it is reset', async () => {
    mount()
    on.tag.instance.cancel()
    await on.recognize()
    on.tag.instance.cancel()
    on.tag.instance.reset()

    expect(on.ending()).toEqual(['result'])
    expect(on.tag.instance.data).toMatchObject({ state: 'idle', image: '' })
  })

  it.each(['side', 'source', 'mode'])(
    'tells of an unknown `%s` as `config`, aloud though it fails at once',
    async (name) => {
      mount({ [name]: 'left' })

      await on.tag.instance.start()

      const [detail] = on.named('error') as [OcrErrorDetail]
      expect(detail).toMatchObject({ kind: 'config', advice: 'contact' })
      expect(detail.cause).toContain(`${name}="left"`)
      await on.phone.settle()
      expect(on.heard.at(-1)).toBe('The recognition service is not set up correctly Please contact support')
    },
  )

  it.each(['side', 'source'])('says nothing more of an unknown `%s` once it is cancelled or gone', async (name) => {
    mount({ [name]: 'left' })
    void on.tag.instance.start()
    on.tag.instance.cancel()
    await frame()
    expect(on.ending()).toEqual(['cancel'])
    expect(on.tag.instance.data.state).toBe('idle')

    void on.tag.instance.start()
    on.tag.detach()
    await frame()
    expect(on.ending()).toEqual(['cancel'])
  })

  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const classed = (name: string) =>
    on.elements().filter((element) => (element.getAttribute('class') ?? '').includes(name))
  const cardName = () => card.tag.replace('ocr-', '')
  const inputWith = (value: string) => {
    const found = on.inputs().find((input) => runtime.valueOf(input) === value)
    if (!found) throw new Error(`no input with ${value}`)
    return found
  }
  const confirmed = async () => {
    tap(on.button('All correct'))
    await on.phone.settle()
    return on.named('result')
  }
})
