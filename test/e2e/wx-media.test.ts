import sharp from 'sharp'
import { specimenEngine, startDemo } from './demo'
import type { Demo, DemoPage } from './demo'
import { specimen } from './specimen'

jest.setTimeout(60_000)

const front = specimen('front-1')

let demo: Demo
let phone: DemoPage['phone']

beforeAll(async () => {
  demo = await startDemo(front.scan, specimenEngine(front))
  phone = (await demo.open()).phone
})

afterAll(() => demo?.close())

const RED = { create: { width: 10, height: 10, channels: 3, background: 'red' } } as const
const BLUE = { create: { width: 40, height: 20, channels: 3, background: 'blue' } } as const

/** 40 × 20 as stored: blue, but for a red square in the top left corner. */
const picture = () => sharp(BLUE).composite([{ input: RED, left: 0, top: 0 }])

const turned = (orientation: number) => picture().jpeg({ quality: 100 }).withMetadata({ orientation }).toBuffer()

/** EXIF's orientation, WeChat's name for it, and where the red corner and the long side are seen. */
const ORIENTATIONS: Array<[number, string, string, string]> = [
  [1, 'up', 'top left', 'across'],
  [2, 'up-mirrored', 'top right', 'across'],
  [3, 'down', 'bottom right', 'across'],
  [4, 'down-mirrored', 'bottom left', 'across'],
  [5, 'left-mirrored', 'top left', 'upright'],
  [6, 'right', 'top right', 'upright'],
  [7, 'right-mirrored', 'bottom right', 'upright'],
  [8, 'left', 'bottom left', 'upright'],
]

const html = () => phone.locator('html')

/** Gives the path of a temporary file in the phone. */
const store = (file: Buffer): Promise<string> =>
  html().evaluate(async (_, base64) => {
    const response = await fetch(`data:application/octet-stream;base64,${base64}`)
    return URL.createObjectURL(await response.blob())
  }, file.toString('base64'))

async function read(path: string): Promise<Buffer> {
  return Buffer.from(
    await html().evaluate(async (_, url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())], path),
  )
}

const getImageInfo = async (file: Buffer) =>
  html().evaluate((_, src) => wx.getImageInfo({ src }).catch((failure) => failure), await store(file))

interface CanvasExport {
  width?: number
  height?: number
  fileType?: 'jpg' | 'png'
  quality?: number
}

/** The picture on an offscreen canvas of its own size or the one given: a path, or the message of the failure. */
const exportCanvas = async (file: Buffer, options: CanvasExport): Promise<string> =>
  html().evaluate(
    async (_, { src, width, height, ...options }) => {
      const canvas = wx.createOffscreenCanvas({ type: '2d' })
      const image = canvas.createImage()
      await new Promise((resolve, reject) =>
        Object.assign(image, { onload: resolve, onerror: () => reject(new Error('onerror')), src }),
      )
      Object.assign(canvas, { width: width ?? image.width, height: height ?? image.height })
      canvas.getContext('2d').drawImage(image, 0, 0)
      return wx.canvasToTempFilePath({ canvas, ...options }).then(
        ({ tempFilePath }) => tempFilePath,
        ({ errMsg }) => errMsg,
      )
    },
    { ...options, src: await store(file) },
  )

/** Which corner is red, and whether the long side runs across or upright. */
async function look(file: Buffer): Promise<[string, string]> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const isRed = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 0) > 200
  const [right, bottom] = [info.width - 3, info.height - 3]
  const corners = {
    'top left': [2, 2],
    'top right': [right, 2],
    'bottom left': [2, bottom],
    'bottom right': [right, bottom],
  }
  const red = Object.entries(corners)
    .filter(([, [x = 0, y = 0]]) => isRed(x, y))
    .map(([corner]) => corner)
  return [red.join(), info.width > info.height ? 'across' : 'upright']
}

test.each(ORIENTATIONS)(
  'getImageInfo calls EXIF orientation %i %s, and measures before rotation',
  async (exif, name) => {
    const info = await getImageInfo(await turned(exif))
    expect(info).toMatchObject({ width: 40, height: 20, orientation: name, type: 'jpeg', errMsg: 'getImageInfo:ok' })
  },
)

test.each(['png', 'webp', 'gif'] as const)('getImageInfo tells %s by its content', async (type) => {
  expect(await getImageInfo(await picture().toFormat(type).toBuffer())).toMatchObject({ type, orientation: 'up' })
})

test('getImageInfo fails for what cannot be decoded', async () => {
  const failure = { errMsg: 'getImageInfo:fail decode image failed' }
  const photo = await turned(1)
  expect(await getImageInfo(Buffer.from('no picture'))).toEqual(failure)
  expect(await getImageInfo(photo.subarray(0, photo.length - 100))).toEqual(failure)
})

test.each(ORIENTATIONS)('an image of EXIF orientation %i (%s) is drawn upright', async (exif, _, corner, side) => {
  const path = await exportCanvas(await turned(exif), { fileType: 'jpg', quality: 1 })
  expect(await look(await read(path))).toEqual([corner, side])
})

test('quality is heeded in JPEGs alone', async () => {
  const photo = await sharp(front.scan).resize(60).toBuffer()
  const size = async (options: CanvasExport) => (await read(await exportCanvas(photo, options))).length
  expect(await size({ fileType: 'jpg', quality: 0.5 })).toBeLessThan((await size({ fileType: 'jpg' })) / 2)
  expect(await size({ fileType: 'jpg', quality: 50 })).toBe(await size({ fileType: 'jpg', quality: 1 }))
  expect(await size({ fileType: 'png', quality: 0.1 })).toBe(await size({}))
})

test('what is transparent is black in a JPEG', async () => {
  const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#fff0' } })
    .png()
    .toBuffer()
  const jpeg = await read(await exportCanvas(clear, { fileType: 'jpg' }))
  expect((await sharp(jpeg).stats()).channels.map(({ max }) => max)).toEqual([0, 0, 0])
})

test('a side over 4096 pixels fails', async () => {
  const photo = await turned(1)
  expect(await exportCanvas(photo, { width: 4096 })).toMatch(/^blob:/)
  expect(await exportCanvas(photo, { width: 4097 })).toBe('canvasToTempFilePath:fail create bitmap failed')
  expect(await exportCanvas(photo, { height: 4097 })).toBe('canvasToTempFilePath:fail create bitmap failed')
})

test('an image that cannot be decoded calls onerror', async () => {
  await expect(exportCanvas(Buffer.from('no picture'), {})).rejects.toThrow('onerror')
})
