import type { IdCardResult, OcrErrorDetail } from '../../src'
import type { FakeFile, FakePhone } from '../../testing/fake-phone'
import { RUNTIMES } from './runtimes'
import type { Setting, Stage } from './stage'
import { setUp } from './stage'

/** What goes wrong on the way of a photo, seen through a tag. */
describe.each(RUNTIMES)('a photo’s way, on $name', (runtime) => {
  let on: Stage
  const mount = (properties: object = {}, setting: Setting = {}) =>
    (on = setUp(runtime, 'ocr-idcard', { ...setting, properties: { ...properties } }))

  afterEach(() => on.tag.detach())

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
  ])('tells of %s as one typed error', async (_, happen, expected) => {
    mount()
    happen(on.phone)

    await on.recognize()

    expect(on.ending()).toEqual(['error'])
    const [detail] = on.named('error') as [OcrErrorDetail]
    expect(detail).toMatchObject(expected)
    expect(on.text()).toContain(detail.message)
  })

  it('tells of a property it does not know as `config`', async () => {
    mount({ source: 'cam' })

    await on.tag.instance.start()

    expect(on.named('error')).toMatchObject([{ kind: 'config', cause: 'source="cam": it takes both, camera, album' }])
  })

  it('gives up after its timeout, aborting the upload', async () => {
    mount({ timeout: 20 })
    on.phone.holdsUpload()

    await on.tag.instance.start()

    expect(on.named('error')).toMatchObject([{ kind: 'timeout' }])
    expect(on.phone.uploads[0]?.aborted).toBe(true)
  })

  it('removes its temporary file after an error', async () => {
    mount()
    on.phone.takes({ size: 9_000_000, width: 4000, height: 3000 })
    on.phone.answers('', 500)

    await on.recognize()

    expect(on.phone.temporaryFiles()).toEqual([])
  })

  it('asks for consent to the privacy terms first, and tells of a refusal', async () => {
    mount()
    Object.assign(on.phone.wx, {
      requirePrivacyAuthorize: ({ fail }: { fail: (failure: object) => void }) => fail({ errMsg: 'fail', errno: 104 }),
    })

    await on.recognize()

    expect(on.phone.chosenFrom).toEqual([])
    expect(on.named('error')).toMatchObject([{ kind: 'privacy', code: 104 }])
  })

  it('keeps the words of a stranger’s error to itself', async () => {
    mount(
      {},
      {
        backend: async () => {
          throw new TypeError('样本 11010519491231002X')
        },
      },
    )

    await on.recognize()

    expect(on.named('error')).toMatchObject([{ kind: 'service', cause: 'unexpected TypeError' }])
    expect(JSON.stringify(on.tag.events)).not.toContain('样本')
  })

  it('tells of a missing backend as `config`', async () => {
    mount({}, { backend: null })

    await Promise.all([on.tag.instance.start(), on.tag.instance.start()])

    expect(on.named('error')).toMatchObject([{ kind: 'config', advice: 'contact' }])
    await on.phone.settle()
    expect(on.heard.at(-1)).toContain('Please contact support')
  })

  it('uploads the part `img` with the mode as WeChat names it', async () => {
    mount({ mode: 'scan' })

    await on.recognize()

    expect(on.phone.uploads).toHaveLength(1)
    expect(on.phone.uploads[0]).toMatchObject({ url: 'https://ocr.example/cv/ocr/idcard?type=scan', name: 'img' })
  })

  it.each([
    ['both', ['album', 'camera']],
    ['camera', ['camera']],
    ['album', ['album']],
  ])('opens the system’s chooser for source="%s" without a viewfinder', async (source, sourceType) => {
    mount({ source })

    await on.recognize()

    expect(on.phone.chosenFrom).toEqual([sourceType])
  })

  it('takes wx.chooseImage where there is no wx.chooseMedia', async () => {
    mount({ source: 'album' })
    on.phone.wx.chooseImage = on.phone.wx.chooseMedia
    delete on.phone.wx.chooseMedia

    await on.recognize()

    expect(on.ending()).toEqual(['result'])
  })

  it('sends a large photo below 2 MB, and keeps one temporary file while it shows it', async () => {
    mount()
    on.phone.takes({ size: 9_000_000, width: 4000, height: 3000 })

    await on.recognize()

    const [result] = on.named('result') as [IdCardResult]
    expect(result.image.size).toBeLessThan(2 * 1024 * 1024)
    expect(on.phone.uploads[0]?.filePath).toBe(result.image.path)
    expect(on.phone.temporaryFiles()).toEqual([result.image.path])
    on.tag.instance.reset()
    await on.phone.settle()
    expect(on.phone.temporaryFiles()).toEqual([])
  })

  it('hears nothing more of an upload that has ended', async () => {
    mount()
    await on.recognize()

    on.phone.uploads[0]?.progress(100)

    expect(on.tag.events.at(-1)?.name).toBe('result')
    expect(on.tag.instance.data.state).toBe('done')
  })

  it.each<[string, Partial<FakeFile>, (phone: FakePhone) => void]>([
    ['a PNG', { type: 'png', size: 500_000 }, () => undefined],
    ['a photo that lies on its side', { orientation: 'right', size: 500_000 }, () => undefined],
    [
      'a photo that the system’s encoder gives back as it is',
      { size: 9_000_000, width: 4000, height: 3000 },
      (it) => (it.compresses = (file) => file),
    ],
  ])('draws %s on a canvas, and sends an upright JPEG', async (_, photo, prepare) => {
    mount()
    on.phone.hasCanvas()
    prepare(on.phone)
    on.phone.takes(photo)

    await on.recognize()

    const [result] = on.named('result') as [IdCardResult]
    expect(on.phone.files.get(result.image.path)).toMatchObject({ type: 'jpeg', orientation: 'up' })
    expect(result.image.path).toMatch(/^tmp:\/\/encoded/)
    expect(result.image.size).toBeLessThan(2 * 1024 * 1024)
  })

  it('encodes once more when the first attempt came out too large', async () => {
    mount()
    const encode = on.phone.encodes
    on.phone.encodes = (file, width, quality) => ({
      ...encode(file, width, quality),
      size: width > 1500 ? 2_500_000 : 900_000,
    })
    on.phone.takes({ size: 9_000_000, width: 4000, height: 3000 })

    await on.recognize()

    expect(on.named('result')).toMatchObject([{ image: { size: 900_000 } }])
    expect(on.phone.temporaryFiles()).toHaveLength(1)
  })

  it.each<[string, (phone: FakePhone) => void, string]>([
    ['cannot be opened', (it) => it.takes({ type: 'unknown', decodes: false }), 'image-format'],
    ['stays too large', (it) => it.takes({ size: 9_000_000 }), 'image-size'],
    ['is gone', (it) => it.files.clear(), 'capture'],
  ])('tells of a photo that %s', async (_, happen, kind) => {
    mount()
    on.phone.hasCanvas()
    on.phone.compresses = () => undefined
    on.phone.encodes = (file) => file
    happen(on.phone)

    await on.recognize()

    expect(on.named('error')).toMatchObject([{ kind }])
    expect(on.phone.temporaryFiles()).toEqual([])
  })
})
