import type { IdCardResult, OcrBeforeCapture, OcrErrorDetail, Photo } from '../../src'
import { en } from '../../src/en'
import { fakeCardTrack } from '../tools/fake-card-track'
import type { FakePhone } from '../../testing/fake-phone'
import { fakePhone } from '../../testing/fake-phone'
import { playAll } from '../tools/permission-moves'
import type { MountedTag, Runtime } from './runtimes'
import { fire, RUNTIMES, tap } from './runtimes'

/** The stage's `<camera>` asks the browser for a picture, and gets none here. */
Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: () => new Promise(() => undefined) } })

jest.setTimeout(60_000)

/** What a page writes into a tag for the package's own camera. */
const VIEWFINDER = '<ocr-viewfinder />'

describe.each(RUNTIMES)('on $name', (runtime: Runtime) => {
  let phone: FakePhone
  let tag: MountedTag

  const mount = (
    name: string,
    properties: Record<string, unknown> = {},
    happen?: (phone: FakePhone) => void,
    content = VIEWFINDER,
  ) => {
    phone = fakePhone()
    happen?.(phone)
    const isAlone = name === 'ocr-viewfinder'
    tag = runtime.mount(
      name,
      isAlone ? { open: true, ...properties } : properties,
      ({ configure, http }) =>
        configure({ backend: http({ url: 'https://ocr.example/' }), locale: 'en', languages: { en } }),
      isAlone ? '' : content,
    )
    return phone.settle()
  }

  const find = (className: string) => tag.element.querySelector(`[class*=${className}]`) as Element
  const camera = () => tag.element.querySelector('wx-camera') as Element
  const button = (words: string) =>
    [...tag.element.querySelectorAll('[class*=button],[class*=action]')].find((it) => it.textContent === words)
  const named = (name: string) => tag.events.filter((event) => event.name === name).map((event) => event.detail)
  const ending = () =>
    tag.events.filter(({ name }) => ['result', 'error', 'cancel'].includes(name)).map(({ name }) => name)
  async function press(element: Element | undefined) {
    if (!element) throw new Error('there is no such button')
    tap(element)
    await phone.settle()
  }
  const shutter = () => find('shutter')
  const panel = () => tag.element.querySelector('[class*=whole][class*=panel]')

  describe('<ocr-viewfinder>', () => {
    it('gives the photo with the part that stood in the window, once it was looked at', async () => {
      await mount('ocr-viewfinder', { side: 'front' })
      expect(tag.element.textContent).toContain('Fit in the frame')

      await press(shutter())
      expect(named('photo')).toEqual([])
      await press(button('Use photo'))

      const [photo] = named('photo') as [Photo]
      expect(photo).toEqual({
        path: 'tmp://shot-0.jpg',
        size: 2_400_000,
        // 358 of 390 pixels are 1894 of the 2064 that are seen of 3000; 8 % on each side are 152 more.
        frame: { x: 401, y: 1251, width: 2198, height: 1498 },
      })
      tag.detach()
      expect(phone.temporaryFiles()).toEqual([photo.path])
    })

    it('frames a photo that is stored lying as it is seen', async () => {
      await mount('ocr-viewfinder', {}, (it) => (it.camera.shot = { width: 4000, height: 3000, orientation: 'right' }))
      await press(shutter())
      await press(button('Use photo'))

      expect(named('photo')).toMatchObject([{ frame: { x: 401, y: 1251, width: 2198, height: 1498 } }])
    })

    it('takes another photo after `retake`, and keeps none of the first', async () => {
      await mount('ocr-viewfinder')

      await press(shutter())
      expect(phone.temporaryFiles()).toEqual(['tmp://shot-0.jpg'])
      await press(button('Retake'))
      expect(phone.temporaryFiles()).toEqual([])
      await press(shutter())
      await press(button('Use photo'))

      expect(named('photo')).toMatchObject([{ path: 'tmp://shot-1.jpg' }])
    })

    it('keeps no photo that nobody took when it is left', async () => {
      await mount('ocr-viewfinder')
      await press(shutter())
      tag.detach()
      await phone.settle()

      expect(phone.temporaryFiles()).toEqual([])
    })

    it('keeps no photo either that arrives when it is gone', async () => {
      await mount('ocr-viewfinder')
      const setData = jest.spyOn(tag.instance, 'setData')

      tag.instance.onShutter()
      tag.detach()
      await phone.settle()

      expect(phone.camera.shots).toBe(1)
      expect(phone.temporaryFiles()).toEqual([])
      expect(setData.mock.calls.filter(([data]) => 'shot' in data)).toEqual([])
    })

    it('takes one photo however often the shutter is tapped', async () => {
      await mount('ocr-viewfinder')
      tap(shutter())
      tap(shutter())
      await phone.settle()

      expect(phone.camera.shots).toBe(1)
    })

    it('has another go when a shot failed', async () => {
      await mount('ocr-viewfinder')
      phone.camera.shotFailure = { errMsg: 'operateCamera:fail' }
      await press(shutter())
      expect(tag.element.textContent).toContain('No photo was taken')

      phone.camera.shotFailure = undefined
      await press(shutter())
      await press(button('Use photo'))

      expect(named('photo')).toHaveLength(1)
      expect(named('error')).toEqual([])
    })

    it('drops a still that was framed for a screen turned the other way', async () => {
      await mount('ocr-viewfinder')
      await press(shutter())
      Object.assign(phone.wx, { getWindowInfo: () => ({ windowWidth: 844, windowHeight: 346 }) })
      tag.page('resize')
      await phone.settle()

      expect(phone.temporaryFiles()).toEqual([])
      await press(shutter())
      await press(button('Use photo'))
      const [{ frame }] = named('photo') as [Required<Photo>]
      expect(frame.width / frame.height).toBeGreaterThan(1.4)
    })

    it('drops a shot, too, that is on its way while the screen is turned', async () => {
      await mount('ocr-viewfinder')
      tag.instance.onShutter()
      Object.assign(phone.wx, { getWindowInfo: () => ({ windowWidth: 844, windowHeight: 346 }) })
      tag.page('resize')
      await phone.settle()

      expect(phone.temporaryFiles()).toEqual([])
      expect(button('Use photo')).toBeUndefined()
      await press(shutter())
      await press(button('Use photo'))
      expect(named('photo')).toMatchObject([{ path: 'tmp://shot-1.jpg' }])
    })

    it('takes another photo when the page was hidden and the camera never answered for the first', async () => {
      await mount('ocr-viewfinder')
      const { createCameraContext } = phone.wx
      Object.assign(phone.wx, { createCameraContext: () => ({ takePhoto: () => undefined }) })
      await press(shutter())
      Object.assign(phone.wx, { createCameraContext })
      tag.page('hide')
      tag.page('show')
      await phone.settle()

      await press(shutter())
      await press(button('Use photo'))
      expect(named('photo')).toHaveLength(1)
    })

    it('hands a photo over once, however often it is tapped', async () => {
      await mount('ocr-viewfinder')
      await press(shutter())
      const use = button('Use photo') as Element
      tap(use)
      tap(use)
      await phone.settle()

      expect(named('photo')).toHaveLength(1)
    })

    it('tells of the album and of a wish to leave', async () => {
      await mount('ocr-viewfinder')
      await press(button('Album'))
      await press(find('close'))

      expect(tag.events.map(({ name }) => name)).toEqual(['album', 'close'])
    })

    it('lights the torch and puts it out', async () => {
      await mount('ocr-viewfinder')
      const isLit = () => button('Torch')?.className.includes('button-first')
      expect(isLit()).toBe(false)
      await press(button('Torch'))
      expect(isLit()).toBe(true)
      await press(button('Torch'))
      expect(isLit()).toBe(false)
    })

    it('says what to fit into the frame', async () => {
      await mount('ocr-viewfinder', { card: 'vehicle', name: 'Vehicle licence' })
      expect(tag.element.textContent).toContain('Fit in the frame: Vehicle licence')
    })

    it('says so in general on a page of your own', async () => {
      await mount('ocr-viewfinder')
      expect(tag.element.textContent).toContain('Fit in the frame: the whole card')
    })

    it('has the camera exactly while it is allowed and on the screen, in every order of five moves', async () => {
      await mount('ocr-viewfinder')
      const { orders, wrong } = await playAll(
        phone,
        {
          isCameraThere: () => camera() !== null,
          isPanelThere: () => panel() !== null,
          tapSettings: () => tap(button('Open settings') as Element),
          page: (lifetime) => tag.page(lifetime),
        },
        5,
      )

      expect(wrong).toEqual([])
      expect(orders).toBeGreaterThan(100)
    })

    it('makes the camera anew after settings, for a running one would stay black', async () => {
      await mount('ocr-viewfinder', {}, (it) => (it.camera.allowed = undefined))
      phone.camera.answer(true)
      await phone.settle()
      const first = camera()
      fire(first, 'error', { errMsg: 'insertCamera:fail auth deny' })
      expect(camera()).toBeNull()
      await press(button('Open settings'))
      phone.camera.leaveSettings(true)
      await phone.settle()

      expect(camera()).not.toBeNull()
      expect(camera()).not.toBe(first)
    })

    it.each([
      ['the person', 104, 'retry'],
      ['the console', 112, 'contact'],
      ['the platform', 1025, 'contact'],
    ])('tells of a privacy refusal by %s (%i) with its own remedy', async (_, errno, advice) => {
      const failure = { errMsg: 'authorize:fail', errno }
      await mount('ocr-viewfinder', {}, (it) => (it.camera.failure = failure))

      expect(named('error')).toMatchObject([{ kind: 'privacy', code: errno, advice }])
      expect(panel()).toBeNull()
    })

    it('tells of a PC as `unsupported`', async () => {
      await mount('ocr-viewfinder', {}, (it) =>
        Object.assign(it.wx, { getDeviceInfo: () => ({ platform: 'windows' }) }),
      )
      expect(named('error')).toMatchObject([{ kind: 'unsupported' }])
    })

    describe('with `guide`', () => {
      const whole = {
        isComplete: true,
        label: 0,
        orientation: 0,
        box: [
          { x: 0, y: 0 },
          { x: 400, y: 0 },
        ],
      }

      it('tells what VisionKit sees, and shoots by itself when the card is whole and still', async () => {
        const track = fakeCardTrack()
        await mount('ocr-viewfinder', { side: 'front', guide: true }, (it) => track.install(it))
        fire(camera(), 'initdone', {})
        await phone.settle()

        await track.look({ ...whole, label: 1 })
        expect(tag.element.textContent).toContain('Turn the card over')
        await track.look({ ...whole, isComplete: false })
        expect(tag.element.textContent).toContain('Show the whole card')
        await track.look(undefined)
        expect(tag.element.textContent).toContain('Fit in the frame')
        for (let looks = 0; looks < 5; looks++) await track.look(whole)
        await phone.settle()
        expect(phone.camera.shots).toBe(1)

        await press(button('Use photo'))
        expect(named('photo')).toHaveLength(1)
        tag.detach()
        expect(track.isRunning()).toBe(false)
      })

      it('is a viewfinder like any other where VisionKit is absent', async () => {
        await mount('ocr-viewfinder', { guide: true })
        fire(camera(), 'initdone', {})
        await press(shutter())
        await press(button('Use photo'))

        expect(named('photo')).toHaveLength(1)
        expect(named('error')).toEqual([])
      })

      it('follows the side that is asked for now', async () => {
        const track = fakeCardTrack()
        await mount('ocr-viewfinder', { side: 'front', guide: true }, (it) => track.install(it))
        fire(camera(), 'initdone', {})
        await phone.settle()

        tag.setProperties({ side: 'back' })
        await phone.settle()
        await track.look(whole)

        expect(tag.element.textContent).toContain('Turn the card over')
      })

      it('stops looking while the page is left', async () => {
        const track = fakeCardTrack()
        await mount('ocr-viewfinder', { guide: true }, (it) => track.install(it))
        fire(camera(), 'initdone', {})
        await phone.settle()
        expect(track.isRunning()).toBe(true)

        tag.page('hide')
        expect(track.isRunning()).toBe(false)
      })
    })
  })

  describe('<ocr-idcard> with its viewfinder', () => {
    const CAMERA = 0
    const start = async (
      properties: Record<string, unknown> = {},
      happen?: (phone: FakePhone) => void,
      content?: string,
    ) => {
      const prepare = (it: FakePhone) => {
        it.camera.sheet = CAMERA
        happen?.(it)
      }
      await mount('ocr-idcard', properties, prepare, content)
      void tag.instance.start()
      await phone.settle()
    }

    it('goes from the sheet over the viewfinder to a result, and leaves no photo behind', async () => {
      await start({ side: 'front' })
      expect(phone.camera.sheets).toEqual([['Take photo', 'Choose from album']])
      await press(shutter())
      await press(button('Use photo'))

      expect(ending()).toEqual(['result'])
      const [{ image }] = named('result') as [IdCardResult]
      expect(image.width).toBeLessThan(3000)
      expect(camera()).toBeNull()
      expect(phone.chosenFrom).toEqual([])
      expect(phone.temporaryFiles()).toEqual([image.path])
      tag.instance.reset()
      await phone.settle()
      expect(phone.temporaryFiles()).toEqual([])
    })

    it('leaves no photo behind when nothing can be made of it', async () => {
      await start()
      await press(shutter())
      Object.assign(phone.wx, { compressImage: ({ fail }: { fail(): void }) => fail() })
      await press(button('Use photo'))

      expect(ending()).toEqual(['error'])
      expect(phone.temporaryFiles()).toEqual([])
    })

    it('opens the viewfinder at once for source="camera", without a way to the album', async () => {
      await start({ source: 'camera' })

      expect(phone.camera.sheets).toEqual([])
      expect(camera()).not.toBeNull()
      expect(button('Album')?.className).toContain('hidden')
    })

    it('opens the album at once for source="album"', async () => {
      await start({ source: 'album' })

      expect(phone.camera.sheets).toEqual([])
      expect(phone.chosenFrom).toEqual([['album']])
      expect(ending()).toEqual(['result'])
    })

    it('is cancelled by the sheet and by the viewfinder’s close', async () => {
      await start({}, (it) => (it.camera.sheet = 'cancel'))
      expect(ending()).toEqual(['cancel'])

      await start()
      await press(find('close'))
      expect(ending()).toEqual(['cancel'])
      expect(camera()).toBeNull()
    })

    it('comes back to the viewfinder when the album is left without a picture', async () => {
      await start({}, (it) => it.refusesChooser('chooseMedia:fail cancel'))
      await press(button('Album'))
      expect(ending()).toEqual([])
      expect(camera()).not.toBeNull()

      phone.takes()
      await press(button('Album'))
      expect(ending()).toEqual(['result'])
      expect(camera()).toBeNull()
    })

    it('offers the album beside the settings when the camera is refused', async () => {
      await start({}, (it) => (it.camera.allowed = false))
      expect(panel()?.textContent).toContain('No access to the camera')
      await press(button('Choose from album'))

      expect(ending()).toEqual(['result'])
    })

    it('ends with an error that the viewfinder cannot get over', async () => {
      await start({}, (it) => (it.camera.failure = { errMsg: 'authorize:fail', errno: 112 }))

      const [error] = named('error') as [OcrErrorDetail]
      expect(error).toMatchObject({ kind: 'privacy', code: 112, advice: 'contact' })
      expect(error.cause).toContain('declare the camera and the album')
      expect(camera()).toBeNull()
    })

    it('closes the viewfinder on cancel, with one event', async () => {
      await start()
      tag.instance.cancel()
      await phone.settle()

      expect(ending()).toEqual(['cancel'])
      expect(camera()).toBeNull()
    })

    const REMOVABLE = '<ocr-viewfinder wx:if="{{name}}" />'
    const removeViewfinder = async () => {
      tag.setProperties({ name: '' })
      await phone.settle()
    }

    it('is cancelled when the viewfinder is removed while it waits for a photo, and can start again', async () => {
      await start({ name: 'card' }, undefined, REMOVABLE)
      await removeViewfinder()
      expect(ending()).toEqual(['cancel'])

      void tag.instance.start()
      await phone.settle()
      expect(ending()).toEqual(['cancel', 'result'])
    })

    it('is cancelled, too, when the album is left without a picture after that', async () => {
      let leave = () => {}
      const chooseMedia = ({ fail }: { fail(failure: object): void }) =>
        (leave = () => fail({ errMsg: 'chooseMedia:fail cancel' }))
      await start({ name: 'card' }, (it) => Object.assign(it.wx, { chooseMedia }), REMOVABLE)
      await press(button('Album'))
      await removeViewfinder()
      expect(ending()).toEqual([])

      leave()
      await phone.settle()

      expect(ending()).toEqual(['cancel'])
    })

    it('sets nothing when it leaves the page with the viewfinder open', async () => {
      await start()
      await press(shutter())
      const setData = jest.spyOn(tag.instance, 'setData')

      tag.detach()
      await phone.settle()

      expect(setData).not.toHaveBeenCalled()
      expect(ending()).toEqual([])
      expect(phone.temporaryFiles()).toEqual([])
    })

    describe('on a PC', () => {
      const PC = (it: FakePhone) => Object.assign(it.wx, { getDeviceInfo: () => ({ platform: 'mac' }) })

      it('says that there is the album alone, and opens it', async () => {
        await mount('ocr-idcard', {}, PC)
        expect(tag.element.textContent).toContain('Tap to choose a photo')
        void tag.instance.start()
        await phone.settle()

        expect(phone.camera.sheets).toEqual([])
        expect(phone.chosenFrom).toEqual([['album']])
        expect(ending()).toEqual(['result'])
      })

      it.each([VIEWFINDER, ''])('ends source="camera" as `unsupported`, with “%s” in it', async (content) => {
        await start({ source: 'camera' }, PC, content)
        expect(named('error')).toMatchObject([{ kind: 'unsupported', advice: 'type-it-in' }])
      })
    })

    describe('with a page that wants a consent of its own', () => {
      /** The page's listener, and a note of everything private that was touched. */
      const startWith = async (consent: (detail: OcrBeforeCapture) => void) => {
        const touched: string[] = []
        await mount('ocr-idcard', {}, (it) => {
          it.camera.sheet = CAMERA
          const showActionSheet = it.wx.showActionSheet as (options: object) => void
          Object.assign(it.wx, {
            requirePrivacyAuthorize: ({ success }: { success(): void }) => (touched.push('privacy'), success()),
            showActionSheet: (options: object) => (touched.push('sheet'), showActionSheet(options)),
          })
        })
        tag.listen('beforecapture', (detail) => consent(detail as OcrBeforeCapture))
        void tag.instance.start()
        await phone.settle()
        return touched
      }

      it('touches nothing before it is given', async () => {
        let agree: (consent: boolean) => void = () => undefined
        const touched = await startWith(({ wait }) => wait(new Promise((resolve) => (agree = resolve))))
        expect(touched).toEqual([])

        agree(true)
        await phone.settle()
        // The viewfinder asks again, for it is also a tag of its own; WeChat answers at once.
        expect(touched).toEqual(['privacy', 'sheet', 'privacy'])
        expect(camera()).not.toBeNull()
      })

      it.each<[string, () => Promise<boolean>]>([
        ['false', () => Promise.resolve(false)],
        ['a rejection', () => Promise.reject(new Error('no'))],
      ])('takes %s for a veto, which is a cancel', async (_, answer) => {
        const touched = await startWith(({ wait }) => wait(answer()))

        expect(touched).toEqual([])
        expect(ending()).toEqual(['cancel'])
      })

      it('waits for everybody who was asked', async () => {
        await startWith(({ wait }) => {
          wait(Promise.resolve(true))
          wait(Promise.resolve(false))
        })
        expect(ending()).toEqual(['cancel'])
      })

      it('is not asked when the page cancels as soon as it hears of the start', async () => {
        await mount('ocr-idcard')
        tag.listen('progress', () => tag.instance.cancel())
        void tag.instance.start()
        await phone.settle()

        expect(named('beforecapture')).toEqual([])
        expect(ending()).toEqual(['cancel'])
      })

      it('can be cancelled while it waits', async () => {
        const touched = await startWith(({ wait }) => wait(new Promise(() => undefined)))
        tag.instance.cancel()
        await phone.settle()

        expect(touched).toEqual([])
        expect(ending()).toEqual(['cancel'])
      })
    })

    it('has a way to the settings where that is the advice', async () => {
      await start({}, (it) => it.refusesChooser('chooseMedia:fail auth deny'), '')
      await press(button('Open settings'))

      expect(phone.camera.isInSettings()).toBe(true)
    })
  })
})
