import sharp from 'sharp'
import { canvasApis } from '../../platform/canvas-apis'
import { createCounts } from '../../platform/counts'
import { createPhone } from '../../platform/phone'
import type { Storage } from '../../platform/storage'
import { createStorage } from '../../platform/storage'

const SIZE = { width: 100, height: 200 }
const DEST = { destWidth: 100, destHeight: 200 }

let storage: Storage
let memory: ReturnType<typeof createCounts>
let wx: ReturnType<typeof canvasApis>

beforeEach(() => {
  storage = createStorage()
  memory = createCounts()
  wx = canvasApis({}, storage, memory)
})

afterEach(() => storage.dispose())

const createCanvas = (size = SIZE) => wx.createOffscreenCanvas({ type: '2d', ...size })

/** Stored lying, seen upright: red above, blue below. */
async function redAboveBlue(): Promise<Buffer> {
  const blue = { create: { width: 200, height: 200, channels: 3 as const, background: 'blue' } }
  const stored = sharp({ create: { width: 400, height: 200, channels: 3, background: 'red' } })
  return stored
    .composite([{ input: blue, left: 200, top: 0 }])
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

function load(path: string) {
  const image = createCanvas().createImage()
  return new Promise<typeof image>((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = path
  })
}

type Options = Omit<Parameters<typeof wx.canvasToTempFilePath>[0], 'canvas' | 'success' | 'fail'>

const toFile = (canvas: object, options: Options = {}) =>
  new Promise<Buffer>((resolve, reject) => {
    wx.canvasToTempFilePath({
      canvas,
      ...DEST,
      ...options,
      success: ({ tempFilePath }) => resolve(storage.read(tempFilePath)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })

/** Red, green and blue of a pixel. */
const pixel = async (file: Buffer, left: number, top: number) => [
  ...(await sharp(file).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
]

test('an image is loaded as it is seen, and drawn where it is put', async () => {
  const image = await load(storage.add(await redAboveBlue(), 'photo.jpg'))
  expect([image.width, image.height]).toEqual([200, 400])
  const canvas = createCanvas()
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 100, 200)
  context.drawImage(image, 0, 100, 200, 200, 0, 0, 100, 100)
  const file = await toFile(canvas, { fileType: 'png' })
  expect(await pixel(file, 50, 20)).toEqual([254, 0, 0])
  expect(await pixel(file, 50, 80)).toEqual([0, 0, 254])
  expect(await pixel(file, 50, 150)).toEqual([255, 255, 255])
})

test('what nobody painted is transparent, and black in a JPEG', async () => {
  expect((await sharp(await toFile(createCanvas())).stats()).isOpaque).toBe(false)
  expect(await pixel(await toFile(createCanvas(), { fileType: 'jpg' }), 50, 50)).toEqual([0, 0, 0])
})

test('setting a side clears the canvas', async () => {
  const canvas = createCanvas()
  canvas.getContext('2d').fillRect(0, 0, 100, 200)
  canvas.width = 100
  expect((await sharp(await toFile(canvas)).stats()).isOpaque).toBe(false)
})

test('quality acts on JPEG alone', async () => {
  const canvas = createCanvas()
  const context = canvas.getContext('2d')
  context.drawImage(await load(storage.add(await redAboveBlue(), 'photo.jpg')), 0, 0, 200, 400, 0, 0, 100, 200)
  const [low, high] = [
    await toFile(canvas, { fileType: 'jpg', quality: 0.01 }),
    await toFile(canvas, { fileType: 'jpg' }),
  ]
  expect(low.length).toBeLessThan(high.length)
  expect(await toFile(canvas, { quality: 0.01 })).toEqual(await toFile(canvas))
})

test('the file is as large as asked, and by default as many pixels as the screen shows', async () => {
  const widthOf = async (file: Buffer) => (await sharp(file).metadata()).width
  expect(await widthOf(await toFile(createCanvas(), { destWidth: 40, destHeight: 80 }))).toBe(40)
  expect(await widthOf(await toFile(createCanvas(), { destWidth: undefined, destHeight: undefined }))).toBe(300)
})

test('a side above 4096 fails', async () => {
  await toFile(createCanvas({ width: 4096, height: 1 }), { destWidth: 4096, destHeight: 1 })
  const tooWide = toFile(createCanvas({ width: 4097, height: 1 }))
  await expect(tooWide).rejects.toThrow(/^canvasToTempFilePath:fail /)
})

test('an image that cannot be opened calls onerror', async () => {
  await expect(load(storage.add(Buffer.from('%PDF-1.4'), 'photo.jpg'))).rejects.toEqual({ errMsg: 'image load failed' })
  expect(memory.counts).toMatchObject({ decodes: 1, peakDecodes: 1 })
})

test('an image is in memory until its source is taken away', async () => {
  const path = storage.add(await redAboveBlue(), 'photo.jpg')
  const image = await load(path)
  image.src = ''
  await load(path)
  expect(memory.counts).toMatchObject({ decodes: 2, peakDecodes: 1 })
  await load(path)
  expect(memory.counts).toMatchObject({ decodes: 3, peakDecodes: 2 })
})

test('there may be no offscreen canvas', () => {
  const phone = createPhone({ offscreenCanvasMissing: true })
  expect(phone.wx).not.toHaveProperty('createOffscreenCanvas')
  phone.dispose()
})
