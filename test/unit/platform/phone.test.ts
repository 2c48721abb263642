import sharp from 'sharp'
import type { CompressImageOptions } from '../../platform/compress-image'
import type { Phone, Quirks } from '../../platform/phone'
import { createPhone } from '../../platform/phone'
import { wrapHeic } from '../../platform/heic'

let phones: Phone[] = []
let lying: Buffer
let png: Buffer

beforeAll(async () => {
  const red = sharp({ create: { width: 400, height: 200, channels: 3, background: 'red' } })
  lying = await red.clone().jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer()
  png = await red.clone().png().toBuffer()
})

afterEach(() => {
  phones.forEach((phone) => phone.dispose())
  phones = []
})

function phoneWith(quirks: Quirks = {}): Phone {
  const phone = createPhone(quirks)
  phones.push(phone)
  return phone
}

/** An API's result, or its failure. */
const end = <T>(
  call: (callbacks: { success: (result: T) => void; fail: (failure: { errMsg: string }) => void }) => void,
) => new Promise<T | { errMsg: string }>((resolve) => call({ success: resolve, fail: resolve }))

const info = (phone: Phone, src: string) => end((callbacks) => phone.wx.getImageInfo({ src, ...callbacks }))

async function compressed(phone: Phone, file: Buffer, options: Partial<CompressImageOptions> = {}) {
  const src = phone.add(file, 'photo')
  await end((callbacks) => phone.wx.compressImage({ src, ...options, ...callbacks }))
  const [made = ''] = phone.temporaryFiles()
  return phone.read(made)
}

describe('getImageInfo', () => {
  const NAMES = ['up', 'up-mirrored', 'down', 'down-mirrored', 'left-mirrored', 'right', 'right-mirrored', 'left']

  it.each(NAMES.map((name, index) => [index + 1, name]))('calls EXIF %i %s', async (orientation, name) => {
    const phone = phoneWith()
    const file = await sharp(lying)
      .withMetadata({ orientation: Number(orientation) })
      .jpeg()
      .toBuffer()
    expect(await info(phone, phone.add(file, 'photo'))).toMatchObject({ orientation: name, width: 400, height: 200 })
  })

  it('tells the format, whatever the file is named', async () => {
    const phone = phoneWith()
    expect(await info(phone, phone.add(png, 'photo.jpg'))).toMatchObject({ type: 'png', orientation: 'up' })
  })

  it.each([
    ['no picture', Buffer.from('%PDF-1.4')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('fails on %s', async (_, file) => {
    const phone = phoneWith()
    expect(await info(phone, phone.add(file, 'photo'))).toEqual({
      errMsg: expect.stringMatching(/^getImageInfo:fail /),
    })
  })

  it('fails on a file that vanished', async () => {
    const phone = phoneWith()
    const src = phone.add(lying, 'photo')
    await end((callbacks) => phone.wx.getFileSystemManager().unlink({ filePath: src, ...callbacks }))
    expect(await info(phone, src)).toEqual({ errMsg: 'getImageInfo:fail no such file or directory' })
  })

  it('opens a HEIC where the phone can, and nowhere else', async () => {
    const [modern, old] = [phoneWith({ decodesHeic: true }), phoneWith()]
    const heic = wrapHeic(lying)
    expect(await info(modern, modern.add(heic, 'photo'))).toMatchObject({ type: 'unknown', width: 400 })
    expect(await info(old, old.add(heic, 'photo'))).toEqual({ errMsg: expect.stringMatching(/^getImageInfo:fail /) })
  })
})

describe('compressImage', () => {
  const seen = async (file: Buffer) => {
    const { format, width, height, orientation } = await sharp(file).metadata()
    return { format, width, height, orientation }
  }

  it.each([
    [{}, { width: 200, height: 400 }],
    [{ compressedWidth: 100 }, { width: 100, height: 200 }],
    [{ compressedHeight: 100 }, { width: 50, height: 100 }],
    [
      { compressedWidth: 100, compressedHeight: 100 },
      { width: 100, height: 100 },
    ],
  ])('gives an upright JPEG: asked for %j, of %j', async (asked, size) => {
    const made = await compressed(phoneWith(), lying, asked)
    expect(await seen(made)).toEqual({ format: 'jpeg', orientation: undefined, ...size })
  })

  it('heeds the quality', async () => {
    const [low, high] = [
      await compressed(phoneWith(), png, { quality: 1 }),
      await compressed(phoneWith(), png, { quality: 100 }),
    ]
    expect(low.length).toBeLessThan(high.length)
  })

  it('calls back later, and counts one decode', async () => {
    const phone = phoneWith()
    const src = phone.add(lying, 'photo')
    let done = false
    const ended = end((callbacks) => phone.wx.compressImage({ src, ...callbacks })).then(() => (done = true))
    expect(done).toBe(false)
    await ended
    expect(phone.counts).toEqual({ compressImage: 1, canvasToTempFilePath: 0, decodes: 1, peakDecodes: 1 })
  })

  it('counts two pictures that are decoded at once', async () => {
    const phone = phoneWith()
    const src = phone.add(lying, 'photo')
    const compress = () => end((callbacks) => phone.wx.compressImage({ src, ...callbacks }))
    await Promise.all([compress(), compress()])
    expect(phone.counts).toMatchObject({ compressImage: 2, peakDecodes: 2 })
  })

  it('may give a larger file', async () => {
    const made = await compressed(phoneWith({ compressImageEnlarges: true }), lying, {
      quality: 10,
      compressedWidth: 50,
    })
    expect(made.length).toBeGreaterThan(lying.length)
    expect(await seen(made)).toMatchObject({ format: 'jpeg', width: 200 })
  })

  it('may do nothing', async () => {
    expect(
      (await compressed(phoneWith({ compressImageDoesNothing: true }), lying, { quality: 10 })).equals(lying),
    ).toBe(true)
  })

  it('may fail', async () => {
    const phone = phoneWith({ compressImageFails: true })
    const src = phone.add(lying, 'photo')
    const failure = await end((callbacks) => phone.wx.compressImage({ src, ...callbacks }))
    expect(failure).toEqual({ errMsg: expect.stringMatching(/^compressImage:fail /) })
    expect(phone.temporaryFiles()).toEqual([])
  })

  it('may ignore the width', async () => {
    const made = await compressed(phoneWith({ compressImageIgnoresWidth: true }), lying, { compressedWidth: 50 })
    expect(await seen(made)).toMatchObject({ width: 200, height: 400 })
  })

  it('may know JPEG alone', async () => {
    const quirks = { compressImageKnowsJpegAlone: true }
    expect((await compressed(phoneWith(quirks), png)).equals(png)).toBe(true)
    expect((await compressed(phoneWith(quirks), lying)).equals(lying)).toBe(false)
  })

  it('may keep the orientation', async () => {
    const made = await compressed(phoneWith({ compressImageKeepsOrientation: true }), lying)
    expect(await seen(made)).toEqual({ format: 'jpeg', width: 400, height: 200, orientation: 6 })
  })
})

test('the chooser may report a wrong size', async () => {
  for (const [quirks, size] of [
    [{}, lying.length],
    [{ chooserReportsWrongSize: true }, Math.ceil(lying.length / 10)],
  ] as const) {
    const phone = phoneWith(quirks)
    const tempFilePath = phone.add(lying, 'photo')
    expect(await end((callbacks) => phone.wx.chooseMedia(callbacks))).toMatchObject({
      tempFiles: [{ tempFilePath, size }],
    })
  }
})

test('unlink takes a temporary file away', async () => {
  const phone = phoneWith()
  await compressed(phone, lying)
  const [filePath = ''] = phone.temporaryFiles()
  await end((callbacks) => phone.wx.getFileSystemManager().unlink({ filePath, ...callbacks }))
  expect(phone.temporaryFiles()).toEqual([])
})
