import type { Backend, IdCardResult, OcrErrorDetail } from '../../src'
import type { FakePhone } from '../tools/fake-phone'
import { BACK_REPLY, fakePhone } from '../tools/fake-phone'
import type { MountedTag, Runtime } from './runtimes'
import { RUNTIMES, tap } from './runtimes'

describe.each(RUNTIMES)('<ocr-idcard> on $name', (runtime: Runtime) => {
  let phone: FakePhone
  let tag: MountedTag

  function mount(properties: Record<string, unknown> = {}, ...backend: [Backend?]) {
    phone = fakePhone()
    tag = runtime.mount('ocr-idcard', properties, ({ configure, http }) =>
      configure({ backend: backend.length ? backend[0] : http({ url: 'https://ocr.example/' }), locale: 'en' }),
    )
  }

  const named = (name: string) => tag.events.filter((event) => event.name === name).map((event) => event.detail)
  const ending = () =>
    tag.events.filter(({ name }) => ['result', 'error', 'cancel'].includes(name)).map(({ name }) => name)
  const card = () => tag.element.querySelector('[class*=box]') as Element
  const action = () => tag.element.querySelector('[class*=action]') as Element

  async function recognize() {
    await tag.instance.start()
    await phone.settle()
  }

  it('takes a tap from the chooser to a typed result', async () => {
    mount({ side: 'front' })
    phone.takes({ size: 300_000 })

    tap(card())
    await phone.settle()

    expect(ending()).toEqual(['result'])
    const [result] = named('result') as [IdCardResult<'front'>]
    expect(result).toMatchObject({
      card: 'idcard',
      side: 'front',
      fields: {
        name: '样本',
        id: '11010519491231002X',
        gender: '女',
        nationality: '汉',
        addr: '北京市朝阳区样本路1号',
      },
      values: { birth: '1949-12-31', sex: 'female', region: '110105' },
      checks: [],
      image: { width: 1600, height: 1200, size: 300_000 },
    })
    expect(tag.element.textContent).toContain('Recognised')
  })

  it('reads the back', async () => {
    mount({ side: 'back' })
    phone.answers(BACK_REPLY)

    await recognize()

    const [result] = named('result') as [IdCardResult<'back'>]
    expect(result.fields).toEqual({ validDate: '20200105-20400105', authority: '' })
    expect(result.values).toEqual({ from: '2020-01-05', to: '2040-01-05', longTerm: false, expired: false })
  })

  it('uploads the part `img` with the mode as WeChat names it', async () => {
    mount({ mode: 'scan' })

    await recognize()

    expect(phone.uploads).toHaveLength(1)
    expect(phone.uploads[0]).toMatchObject({ url: 'https://ocr.example/cv/ocr/idcard?type=scan', name: 'img' })
  })

  it.each([
    ['both', ['album', 'camera']],
    ['camera', ['camera']],
    ['album', ['album']],
  ])('opens the system’s chooser for source="%s" without a viewfinder', async (source, sourceType) => {
    mount({ source, viewfinder: false })

    await recognize()

    expect(phone.chosenFrom).toEqual([sourceType])
  })

  it('sends a large photo below 2 MB, and keeps one temporary file while it shows it', async () => {
    mount()
    phone.takes({ size: 9_000_000, width: 4000, height: 3000 })

    await recognize()

    const [result] = named('result') as [IdCardResult]
    expect(result.image.size).toBeLessThan(2 * 1024 * 1024)
    expect(phone.uploads[0]?.filePath).toBe(result.image.path)
    expect(phone.temporaryFiles()).toEqual([result.image.path])
    tag.instance.reset()
    await phone.settle()
    expect(phone.temporaryFiles()).toEqual([])
  })

  it('tells its progress stage by stage', async () => {
    mount()
    phone.holdsUpload()

    tap(card())
    await phone.settle()
    phone.uploads[0]?.progress(40)
    expect(tag.element.textContent).toContain('Uploading')
    phone.uploads[0]?.progress(100)
    expect(tag.element.textContent).toContain('Recognising')

    expect(named('progress')).toEqual([
      { stage: 'capture', percent: 0, side: 'any' },
      { stage: 'compress', percent: 0, side: 'any' },
      { stage: 'upload', percent: 0, side: 'any' },
      { stage: 'upload', percent: 40, side: 'any' },
      { stage: 'recognize', percent: 0, side: 'any' },
    ])
  })

  it('tells of a closed chooser as `cancel`, never as `error`', async () => {
    mount()
    phone.refusesChooser('chooseMedia:fail cancel')

    await recognize()

    expect(ending()).toEqual(['cancel'])
    expect(tag.instance.data.state).toBe('idle')
  })

  it('aborts the upload on cancel, removes its temporary file and goes back to the beginning', async () => {
    mount()
    phone.takes({ size: 9_000_000, width: 4000, height: 3000 })
    phone.holdsUpload()
    tap(card())
    await phone.settle()
    expect(phone.temporaryFiles()).toHaveLength(1)

    tap(action())
    await phone.settle()

    expect(ending()).toEqual(['cancel'])
    expect(phone.uploads[0]?.aborted).toBe(true)
    expect(phone.temporaryFiles()).toEqual([])
    expect(tag.instance.data.state).toBe('idle')
  })

  it.each<[string, (phone: FakePhone) => void, Partial<OcrErrorDetail>]>([
    ['HTTP 500', (it) => it.answers('<html>', 500), { kind: 'http', code: 500, advice: 'retry' }],
    ['HTTP 413', (it) => it.answers('', 413), { kind: 'image-size', code: 413, advice: 'retake' }],
    ['HTTP 429', (it) => it.answers('', 429), { kind: 'rate' }],
    ['HTTP 401', (it) => it.answers('', 401), { kind: 'auth', code: 401, advice: 'contact' }],
    ['a dropped connection', (it) => it.dropsConnection(), { kind: 'network', advice: 'retry' }],
    ['a time-out', (it) => it.dropsConnection('uploadFile:fail timeout'), { kind: 'timeout' }],
    [
      'a domain that is not declared',
      (it) => it.dropsConnection('uploadFile:fail url not in domain list'),
      { kind: 'config', advice: 'contact' },
    ],
    ['HTML for JSON', (it) => it.answers('<html>'), { kind: 'service' }],
    [
      'no card in the photo',
      (it) => it.answers({ errcode: 101001, errmsg: 'certificate not found' }),
      { kind: 'not-found', code: 101001, advice: 'retake', message: 'No card was found in the photo' },
    ],
    [
      'a refused camera',
      (it) => it.refusesChooser('chooseMedia:fail auth deny'),
      { kind: 'permission', advice: 'open-settings' },
    ],
    [
      'undeclared privacy',
      (it) => it.refusesChooser('chooseMedia:fail api scope is not declared', 112),
      { kind: 'privacy', code: 112 },
    ],
    ['a chooser that breaks', (it) => it.refusesChooser('chooseMedia:fail internal'), { kind: 'capture' }],
    ['the other side', (it) => it.answers(BACK_REPLY), { kind: 'wrong-side', advice: 'retake' }],
  ])('tells of %s as one typed error', async (_, happen, expected) => {
    mount({ side: 'front' })
    happen(phone)

    await recognize()

    expect(ending()).toEqual(['error'])
    const [detail] = named('error') as [OcrErrorDetail]
    expect(detail).toMatchObject(expected)
    expect(tag.element.textContent).toContain(detail.message)
  })

  it('tells of a property it does not know as `config`', async () => {
    mount({ source: 'cam' })

    await recognize()

    expect(named('error')).toMatchObject([{ kind: 'config', cause: 'source="cam": it takes both, camera, album' }])
  })

  it('gives up after its timeout, aborting the upload', async () => {
    mount({ timeout: 20 })
    phone.holdsUpload()

    await recognize()

    expect(named('error')).toMatchObject([{ kind: 'timeout' }])
    expect(phone.uploads[0]?.aborted).toBe(true)
  })

  it('aborts the upload when it is detached, and says and sets nothing from then on', async () => {
    mount()
    phone.takes({ size: 9_000_000, width: 4000, height: 3000 })
    phone.holdsUpload()
    tap(card())
    await phone.settle()
    const told = tag.events.length
    const setData = jest.spyOn(tag.instance, 'setData')

    tag.detach()
    phone.uploads[0]?.progress(60)
    await phone.settle()

    expect(phone.uploads[0]?.aborted).toBe(true)
    expect(setData).not.toHaveBeenCalled()
    expect(tag.events).toHaveLength(told)
    expect(phone.temporaryFiles()).toEqual([])
  })

  it('hears nothing more of an upload that has ended', async () => {
    mount()
    await recognize()

    phone.uploads[0]?.progress(100)

    expect(tag.events.at(-1)?.name).toBe('result')
    expect(tag.instance.data.state).toBe('done')
  })

  it('removes its temporary file after an error', async () => {
    mount()
    phone.takes({ size: 9_000_000, width: 4000, height: 3000 })
    phone.answers('', 500)

    await recognize()

    expect(phone.temporaryFiles()).toEqual([])
  })

  it('asks for consent to the privacy terms first, and tells of a refusal', async () => {
    mount()
    Object.assign(phone.wx, {
      requirePrivacyAuthorize: ({ fail }: { fail: (failure: object) => void }) => fail({ errMsg: 'fail', errno: 104 }),
    })

    await recognize()

    expect(phone.chosenFrom).toEqual([])
    expect(named('error')).toMatchObject([{ kind: 'privacy', code: 104 }])
  })

  it('takes wx.chooseImage where there is no wx.chooseMedia', async () => {
    mount({ source: 'album' })
    phone.wx.chooseImage = phone.wx.chooseMedia
    delete phone.wx.chooseMedia

    await recognize()

    expect(ending()).toEqual(['result'])
  })

  it('keeps the words of a stranger’s error to itself', async () => {
    mount({}, async () => {
      throw new TypeError('样本 11010519491231002X')
    })

    await recognize()

    expect(named('error')).toMatchObject([{ kind: 'service', cause: 'unexpected TypeError' }])
    expect(JSON.stringify(tag.events)).not.toContain('样本')
  })

  it('tells of a missing backend as `config`', async () => {
    mount({}, undefined)

    await recognize()

    expect(named('error')).toMatchObject([{ kind: 'config', advice: 'contact' }])
  })

  it('is silent when it is cancelled with nothing under way, and when it is reset', async () => {
    mount()
    tag.instance.cancel()
    await recognize()
    tag.instance.cancel()
    tag.instance.reset()

    expect(ending()).toEqual(['result'])
    expect(tag.instance.data).toMatchObject({ state: 'idle', image: '' })
  })

  it('ignores a second start while one is under way, and starts anew after the end', async () => {
    mount()
    phone.leavesChooserOpen()
    void tag.instance.start()
    await phone.settle()
    void tag.instance.start()
    await phone.settle()
    expect(phone.chosenFrom).toHaveLength(1)

    tag.instance.cancel()
    phone.takes()
    await recognize()
    await recognize()

    expect(ending()).toEqual(['cancel', 'result', 'result'])
  })

  it('does nothing while it is disabled', async () => {
    mount({ disabled: true })

    tap(card())
    await recognize()

    expect(tag.events).toEqual([])
    expect(phone.chosenFrom).toEqual([])
  })

  it('speaks the language of its `locale`, else of the configuration', async () => {
    mount({ locale: 'zh-CN', side: 'back' })
    expect(tag.element.textContent).toContain('身份证国徽面')
    phone.dropsConnection()

    await recognize()

    expect(named('error')).toMatchObject([{ message: '网络连接失败' }])
  })
})
