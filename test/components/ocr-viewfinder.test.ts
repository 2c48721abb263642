import type { Photo } from '../../src'
import type { FakePhone } from '../../testing/fake-phone'
import { fakeCardTrack } from '../tools/fake-card-track'
import { playAll } from '../tools/permission-moves'
import { fire, RUNTIMES, tap } from './runtimes'
import type { ViewfinderStage } from './viewfinder-stage'
import { setUpViewfinder } from './viewfinder-stage'

jest.setTimeout(60_000)

describe.each(RUNTIMES)('<ocr-viewfinder> on $name', (runtime) => {
  let on: ViewfinderStage
  const mount = async (properties: Record<string, unknown> = {}, happen?: (phone: FakePhone) => void) =>
    (on = await setUpViewfinder(runtime, 'ocr-viewfinder', properties, happen))

  it('gives the photo with the part that stood in the window, once it was looked at', async () => {
    await mount({ side: 'front' })
    expect(on.tag.element.textContent).toContain('Fit in the frame')

    await on.press(on.shutter())
    expect(on.named('photo')).toEqual([])
    await on.press(on.button('Use photo'))

    const [photo] = on.named('photo') as [Photo]
    expect(photo).toEqual({
      path: 'tmp://shot-0.jpg',
      size: 2_400_000,
      // 358 of 390 pixels are 1894 of the 2064 that are seen of 3000; 8 % on each side are 152 more.
      frame: { x: 401, y: 1251, width: 2198, height: 1498 },
    })
    on.tag.detach()
    expect(on.phone.temporaryFiles()).toEqual([photo.path])
  })

  it('frames a photo that is stored lying as it is seen', async () => {
    await mount({}, (it) => (it.camera.shot = { width: 4000, height: 3000, orientation: 'right' }))
    await on.press(on.shutter())
    await on.press(on.button('Use photo'))

    expect(on.named('photo')).toMatchObject([{ frame: { x: 401, y: 1251, width: 2198, height: 1498 } }])
  })

  it('takes another photo after `retake`, and keeps none of the first', async () => {
    await mount()

    await on.press(on.shutter())
    expect(on.phone.temporaryFiles()).toEqual(['tmp://shot-0.jpg'])
    await on.press(on.button('Retake'))
    expect(on.phone.temporaryFiles()).toEqual([])
    await on.press(on.shutter())
    await on.press(on.button('Use photo'))

    expect(on.named('photo')).toMatchObject([{ path: 'tmp://shot-1.jpg' }])
  })

  it('keeps no photo that nobody took when it is left', async () => {
    await mount()
    await on.press(on.shutter())
    on.tag.detach()
    await on.phone.settle()

    expect(on.phone.temporaryFiles()).toEqual([])
  })

  it('keeps no photo either that arrives when it is gone', async () => {
    await mount()
    const setData = jest.spyOn(on.tag.instance, 'setData')

    on.tag.instance.onShutter()
    on.tag.detach()
    await on.phone.settle()

    expect(on.phone.camera.shots).toBe(1)
    expect(on.phone.temporaryFiles()).toEqual([])
    expect(setData.mock.calls.filter(([data]) => 'shot' in data)).toEqual([])
  })

  it('takes one photo however often the shutter is tapped', async () => {
    await mount()
    tap(on.shutter())
    tap(on.shutter())
    await on.phone.settle()

    expect(on.phone.camera.shots).toBe(1)
  })

  it('has another go when a shot failed', async () => {
    await mount()
    on.phone.camera.shotFailure = { errMsg: 'operateCamera:fail' }
    await on.press(on.shutter())
    expect(on.tag.element.textContent).toContain('No photo was taken')

    on.phone.camera.shotFailure = undefined
    await on.press(on.shutter())
    await on.press(on.button('Use photo'))

    expect(on.named('photo')).toHaveLength(1)
    expect(on.named('error')).toEqual([])
  })

  it('drops a still that was framed for a screen turned the other way', async () => {
    await mount()
    await on.press(on.shutter())
    Object.assign(on.phone.wx, { getWindowInfo: () => ({ windowWidth: 844, windowHeight: 346 }) })
    on.tag.page('resize')
    await on.phone.settle()

    expect(on.phone.temporaryFiles()).toEqual([])
    await on.press(on.shutter())
    await on.press(on.button('Use photo'))
    const [{ frame }] = on.named('photo') as [Required<Photo>]
    expect(frame.width / frame.height).toBeGreaterThan(1.4)
  })

  it('drops a shot, too, that is on its way while the screen is turned', async () => {
    await mount()
    on.tag.instance.onShutter()
    Object.assign(on.phone.wx, { getWindowInfo: () => ({ windowWidth: 844, windowHeight: 346 }) })
    on.tag.page('resize')
    await on.phone.settle()

    expect(on.phone.temporaryFiles()).toEqual([])
    expect(on.button('Use photo')).toBeUndefined()
    await on.press(on.shutter())
    await on.press(on.button('Use photo'))
    expect(on.named('photo')).toMatchObject([{ path: 'tmp://shot-1.jpg' }])
  })

  it('takes another photo when the page was hidden and the camera never answered for the first', async () => {
    await mount()
    const { createCameraContext } = on.phone.wx
    Object.assign(on.phone.wx, { createCameraContext: () => ({ takePhoto: () => undefined }) })
    await on.press(on.shutter())
    Object.assign(on.phone.wx, { createCameraContext })
    on.tag.page('hide')
    on.tag.page('show')
    await on.phone.settle()

    await on.press(on.shutter())
    await on.press(on.button('Use photo'))
    expect(on.named('photo')).toHaveLength(1)
  })

  it('hands a photo over once, however often it is tapped', async () => {
    await mount()
    await on.press(on.shutter())
    const use = on.button('Use photo') as Element
    tap(use)
    tap(use)
    await on.phone.settle()

    expect(on.named('photo')).toHaveLength(1)
  })

  it('tells of the album and of a wish to leave', async () => {
    await mount()
    await on.press(on.button('Album'))
    await on.press(on.find('close'))

    expect(on.tag.events.map(({ name }) => name)).toEqual(['album', 'close'])
  })

  it('lights the torch and puts it out', async () => {
    await mount()
    const isLit = () => on.button('Torch')?.className.includes('button-first')
    expect(isLit()).toBe(false)
    await on.press(on.button('Torch'))
    expect(isLit()).toBe(true)
    await on.press(on.button('Torch'))
    expect(isLit()).toBe(false)
  })

  it('says what to fit into the frame', async () => {
    await mount({ card: 'vehicle', name: 'Vehicle licence' })
    expect(on.tag.element.textContent).toContain('Fit in the frame: Vehicle licence')
  })

  it('says so in general on a page of your own', async () => {
    await mount()
    expect(on.tag.element.textContent).toContain('Fit in the frame: the whole card')
  })

  it('has the camera exactly while it is allowed and on the screen, in every order of five moves', async () => {
    await mount()
    const { orders, wrong } = await playAll(
      on.phone,
      {
        isCameraThere: () => on.camera() !== null,
        isPanelThere: () => on.panel() !== null,
        tapSettings: () => tap(on.button('Open settings') as Element),
        page: (lifetime) => on.tag.page(lifetime),
      },
      5,
    )

    expect(wrong).toEqual([])
    expect(orders).toBeGreaterThan(100)
  })

  it('makes the camera anew after settings, for a running one would stay black', async () => {
    await mount({}, (it) => (it.camera.allowed = undefined))
    on.phone.camera.answer(true)
    await on.phone.settle()
    const first = on.camera()
    fire(first, 'error', { errMsg: 'insertCamera:fail auth deny' })
    expect(on.camera()).toBeNull()
    await on.press(on.button('Open settings'))
    on.phone.camera.leaveSettings(true)
    await on.phone.settle()

    expect(on.camera()).not.toBeNull()
    expect(on.camera()).not.toBe(first)
  })

  it.each([
    ['the person', 104, 'retry'],
    ['the console', 112, 'contact'],
    ['the platform', 1025, 'contact'],
  ])('tells of a privacy refusal by %s (%i) with its own remedy', async (_, errno, advice) => {
    const failure = { errMsg: 'authorize:fail', errno }
    await mount({}, (it) => (it.camera.failure = failure))

    expect(on.named('error')).toMatchObject([{ kind: 'privacy', code: errno, advice }])
    expect(on.panel()).toBeNull()
  })

  it('tells of a PC as `unsupported`', async () => {
    await mount({}, (it) => Object.assign(it.wx, { getDeviceInfo: () => ({ platform: 'windows' }) }))
    expect(on.named('error')).toMatchObject([{ kind: 'unsupported' }])
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
      await mount({ side: 'front', guide: true }, (it) => track.install(it))
      fire(on.camera(), 'initdone', {})
      await on.phone.settle()

      await track.look({ ...whole, label: 1 })
      expect(on.tag.element.textContent).toContain('Turn the card over')
      await track.look({ ...whole, isComplete: false })
      expect(on.tag.element.textContent).toContain('Show the whole card')
      await track.look(undefined)
      expect(on.tag.element.textContent).toContain('Fit in the frame')
      for (let looks = 0; looks < 5; looks++) await track.look(whole)
      await on.phone.settle()
      expect(on.phone.camera.shots).toBe(1)

      await on.press(on.button('Use photo'))
      expect(on.named('photo')).toHaveLength(1)
      on.tag.detach()
      expect(track.isRunning()).toBe(false)
    })

    it('is a viewfinder like any other where VisionKit is absent', async () => {
      await mount({ guide: true })
      fire(on.camera(), 'initdone', {})
      await on.press(on.shutter())
      await on.press(on.button('Use photo'))

      expect(on.named('photo')).toHaveLength(1)
      expect(on.named('error')).toEqual([])
    })

    it('follows the side that is asked for now', async () => {
      const track = fakeCardTrack()
      await mount({ side: 'front', guide: true }, (it) => track.install(it))
      fire(on.camera(), 'initdone', {})
      await on.phone.settle()

      on.tag.setProperties({ side: 'back' })
      await on.phone.settle()
      await track.look(whole)

      expect(on.tag.element.textContent).toContain('Turn the card over')
    })

    it('stops looking while the page is left', async () => {
      const track = fakeCardTrack()
      await mount({ guide: true }, (it) => track.install(it))
      fire(on.camera(), 'initdone', {})
      await on.phone.settle()
      expect(track.isRunning()).toBe(true)

      on.tag.page('hide')
      expect(track.isRunning()).toBe(false)
    })
  })
})
