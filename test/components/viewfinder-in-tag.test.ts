import type { IdCardResult, OcrBeforeCapture, OcrErrorDetail } from '../../src'
import type { FakePhone } from '../../testing/fake-phone'
import { RUNTIMES } from './runtimes'
import type { ViewfinderStage } from './viewfinder-stage'
import { setUpViewfinder } from './viewfinder-stage'

jest.setTimeout(60_000)

describe.each(RUNTIMES)('<ocr-idcard> with its viewfinder on $name', (runtime) => {
  let on: ViewfinderStage
  const CAMERA = 0
  const mount = async (
    properties: Record<string, unknown> = {},
    happen?: (phone: FakePhone) => void,
    content?: string,
  ) => {
    on = await setUpViewfinder(runtime, 'ocr-idcard', properties, happen, content)
  }
  const start = async (properties = {}, happen?: (phone: FakePhone) => void, content?: string) => {
    const prepare = (it: FakePhone) => {
      it.camera.sheet = CAMERA
      happen?.(it)
    }
    await mount(properties, prepare, content)
    void on.tag.instance.start()
    await on.phone.settle()
  }

  it('goes from the sheet over the viewfinder to a result, and leaves no photo behind', async () => {
    await start({ side: 'front' })
    expect(on.phone.camera.sheets).toEqual([['Take photo', 'Choose from album']])
    await on.press(on.shutter())
    await on.press(on.button('Use photo'))

    expect(on.ending()).toEqual(['result'])
    const [{ image }] = on.named('result') as [IdCardResult]
    expect(image.width).toBeLessThan(3000)
    expect(on.camera()).toBeNull()
    expect(on.phone.chosenFrom).toEqual([])
    expect(on.phone.temporaryFiles()).toEqual([image.path])
    on.tag.instance.reset()
    await on.phone.settle()
    expect(on.phone.temporaryFiles()).toEqual([])
  })

  it('leaves no photo behind when nothing can be made of it', async () => {
    await start()
    await on.press(on.shutter())
    Object.assign(on.phone.wx, { compressImage: ({ fail }: { fail(): void }) => fail() })
    await on.press(on.button('Use photo'))

    expect(on.ending()).toEqual(['error'])
    expect(on.phone.temporaryFiles()).toEqual([])
  })

  it('opens the viewfinder at once for source="camera", without a way to the album', async () => {
    await start({ source: 'camera' })

    expect(on.phone.camera.sheets).toEqual([])
    expect(on.camera()).not.toBeNull()
    expect(on.button('Album')?.className).toContain('hidden')
  })

  it('opens the album at once for source="album"', async () => {
    await start({ source: 'album' })

    expect(on.phone.camera.sheets).toEqual([])
    expect(on.phone.chosenFrom).toEqual([['album']])
    expect(on.ending()).toEqual(['result'])
  })

  it('is cancelled by the sheet and by the viewfinder’s close', async () => {
    await start({}, (it) => (it.camera.sheet = 'cancel'))
    expect(on.ending()).toEqual(['cancel'])

    await start()
    await on.press(on.find('close'))
    expect(on.ending()).toEqual(['cancel'])
    expect(on.camera()).toBeNull()
  })

  it('comes back to the viewfinder when the album is left without a picture', async () => {
    await start({}, (it) => it.refusesChooser('chooseMedia:fail cancel'))
    await on.press(on.button('Album'))
    expect(on.ending()).toEqual([])
    expect(on.camera()).not.toBeNull()

    on.phone.takes()
    await on.press(on.button('Album'))
    expect(on.ending()).toEqual(['result'])
    expect(on.camera()).toBeNull()
  })

  it('offers the album beside the settings when the camera is refused', async () => {
    await start({}, (it) => (it.camera.allowed = false))
    expect(on.panel()?.textContent).toContain('No access to the camera')
    await on.press(on.button('Choose from album'))

    expect(on.ending()).toEqual(['result'])
  })

  it('ends with an error that the viewfinder cannot get over', async () => {
    await start({}, (it) => (it.camera.failure = { errMsg: 'authorize:fail', errno: 112 }))

    const [error] = on.named('error') as [OcrErrorDetail]
    expect(error).toMatchObject({ kind: 'privacy', code: 112, advice: 'contact' })
    expect(error.cause).toContain('declare the camera and the album')
    expect(on.camera()).toBeNull()
  })

  it('closes the viewfinder on cancel, with one event', async () => {
    await start()
    on.tag.instance.cancel()
    await on.phone.settle()

    expect(on.ending()).toEqual(['cancel'])
    expect(on.camera()).toBeNull()
  })

  const REMOVABLE = '<ocr-viewfinder wx:if="{{name}}" />'
  const removeViewfinder = async () => {
    on.tag.setProperties({ name: '' })
    await on.phone.settle()
  }

  it('is cancelled when the viewfinder is removed while it waits for a photo, and can start again', async () => {
    await start({ name: 'card' }, undefined, REMOVABLE)
    await removeViewfinder()
    expect(on.ending()).toEqual(['cancel'])

    void on.tag.instance.start()
    await on.phone.settle()
    expect(on.ending()).toEqual(['cancel', 'result'])
  })

  it('is cancelled, too, when the album is left without a picture after that', async () => {
    let leave = () => {}
    const chooseMedia = ({ fail }: { fail(failure: object): void }) =>
      (leave = () => fail({ errMsg: 'chooseMedia:fail cancel' }))
    await start({ name: 'card' }, (it) => Object.assign(it.wx, { chooseMedia }), REMOVABLE)
    await on.press(on.button('Album'))
    await removeViewfinder()
    expect(on.ending()).toEqual([])

    leave()
    await on.phone.settle()

    expect(on.ending()).toEqual(['cancel'])
  })

  it('sets nothing when it leaves the page with the viewfinder open', async () => {
    await start()
    await on.press(on.shutter())
    const setData = jest.spyOn(on.tag.instance, 'setData')

    on.tag.detach()
    await on.phone.settle()

    expect(setData).not.toHaveBeenCalled()
    expect(on.ending()).toEqual([])
    expect(on.phone.temporaryFiles()).toEqual([])
  })

  describe('on a PC', () => {
    const PC = (it: FakePhone) => Object.assign(it.wx, { getDeviceInfo: () => ({ platform: 'mac' }) })

    it('says that there is the album alone, and opens it', async () => {
      await mount({}, PC)
      expect(on.tag.element.textContent).toContain('Tap to choose a photo')
      void on.tag.instance.start()
      await on.phone.settle()

      expect(on.phone.camera.sheets).toEqual([])
      expect(on.phone.chosenFrom).toEqual([['album']])
      expect(on.ending()).toEqual(['result'])
    })

    it.each(['<ocr-viewfinder />', ''])('ends source="camera" as `unsupported`, with “%s” in it', async (content) => {
      await start({ source: 'camera' }, PC, content)
      expect(on.named('error')).toMatchObject([{ kind: 'unsupported', advice: 'type-it-in' }])
    })
  })

  describe('with a page that wants a consent of its own', () => {
    /** The page's listener, and a note of everything private that was touched. */
    const startWith = async (consent: (detail: OcrBeforeCapture) => void) => {
      const touched: string[] = []
      await mount({}, (it) => {
        it.camera.sheet = CAMERA
        const showActionSheet = it.wx.showActionSheet as (options: object) => void
        Object.assign(it.wx, {
          requirePrivacyAuthorize: ({ success }: { success(): void }) => (touched.push('privacy'), success()),
          showActionSheet: (options: object) => (touched.push('sheet'), showActionSheet(options)),
        })
      })
      on.tag.listen('beforecapture', (detail) => consent(detail as OcrBeforeCapture))
      void on.tag.instance.start()
      await on.phone.settle()
      return touched
    }

    it('touches nothing before it is given', async () => {
      let agree: (consent: boolean) => void = () => undefined
      const touched = await startWith(({ wait }) => wait(new Promise((resolve) => (agree = resolve))))
      expect(touched).toEqual([])

      agree(true)
      await on.phone.settle()
      // The viewfinder asks again, for it is also a tag of its own; WeChat answers at once.
      expect(touched).toEqual(['privacy', 'sheet', 'privacy'])
      expect(on.camera()).not.toBeNull()
    })

    it.each<[string, () => Promise<boolean>]>([
      ['false', () => Promise.resolve(false)],
      ['a rejection', () => Promise.reject(new Error('no'))],
    ])('takes %s for a veto, which is a cancel', async (_, answer) => {
      const touched = await startWith(({ wait }) => wait(answer()))

      expect(touched).toEqual([])
      expect(on.ending()).toEqual(['cancel'])
    })

    it('waits for everybody who was asked', async () => {
      await startWith(({ wait }) => {
        wait(Promise.resolve(true))
        wait(Promise.resolve(false))
      })
      expect(on.ending()).toEqual(['cancel'])
    })

    it('is not asked when the page cancels as soon as it hears of the start', async () => {
      await mount()
      on.tag.listen('progress', () => on.tag.instance.cancel())
      void on.tag.instance.start()
      await on.phone.settle()

      expect(on.named('beforecapture')).toEqual([])
      expect(on.ending()).toEqual(['cancel'])
    })

    it('can be cancelled while it waits', async () => {
      const touched = await startWith(({ wait }) => wait(new Promise(() => undefined)))
      on.tag.instance.cancel()
      await on.phone.settle()

      expect(touched).toEqual([])
      expect(on.ending()).toEqual(['cancel'])
    })
  })

  it('has a way to the settings where that is the advice', async () => {
    await start({}, (it) => it.refusesChooser('chooseMedia:fail auth deny'), '')
    await on.press(on.button('Open settings'))

    expect(on.phone.camera.isInSettings()).toBe(true)
  })
})
