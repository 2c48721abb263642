import { Cancellation, Cancelled } from '../../../src/cancellation'
import { compress } from '../../../src/compress/compress'
import type { FakeFile, FakePhone } from '../../../testing/fake-phone'
import { fakePhone } from '../../../testing/fake-phone'

const LIMIT = 2 * 1024 * 1024
const JPEG: FakeFile = { size: 300_000, width: 1600, height: 1200, type: 'jpeg', orientation: 'up' }

let phone: FakePhone
let encoded: number[]

function run(photo: Partial<FakeFile>, cancellation = new Cancellation()) {
  phone.files.set('tmp://photo', { ...JPEG, ...photo })
  return compress({ path: 'tmp://photo', size: 0 }, LIMIT, cancellation)
}

/** A phone whose encoder gives so many bytes a pixel. */
function encodesAt(bytesPerPixel: number, heedsWidth = true) {
  phone.encodes = (file, asked) => {
    encoded.push(asked)
    const isLying = file.orientation === 'right'
    const [fullWidth, fullHeight] = isLying ? [file.height, file.width] : [file.width, file.height]
    const width = heedsWidth ? asked : fullWidth
    const height = Math.round((fullHeight * width) / fullWidth)
    return { width, height, size: Math.round(width * height * bytesPerPixel), type: 'jpeg', orientation: 'up' }
  }
}

beforeEach(() => {
  phone = fakePhone()
  encoded = []
  encodesAt(0.2)
})

it('sends an upright JPEG below the limit as it is', async () => {
  expect(await run({})).toEqual({ path: 'tmp://photo', width: 1600, height: 1200, size: 300_000 })
  expect(encoded).toEqual([])
})

it.each([
  ['too many bytes', { size: LIMIT }],
  ['a rotation that only EXIF knows', { orientation: 'right' }],
  ['another format', { type: 'png' }],
])('encodes a picture with %s', async (_, photo) => {
  const image = await run(photo)
  expect(encoded).toHaveLength(1)
  expect(image.path).not.toBe('tmp://photo')
  expect(image.size).toBeLessThan(LIMIT)
})

it('brings 12 megapixels below the limit in one encoding', async () => {
  expect((await run({ size: 9_000_000, width: 4000, height: 3000 })).size).toBeLessThan(LIMIT)
  expect(encoded).toHaveLength(1)
})

it('corrects a guess that was too large, and removes what it cannot use', async () => {
  encodesAt(1.1)
  const image = await run({ size: 9_000_000, width: 4000, height: 3000 })
  expect(image.size).toBeLessThan(LIMIT)
  expect(encoded).toHaveLength(2)
  await phone.settle()
  expect(phone.temporaryFiles()).toEqual([image.path])
})

it('gives up where text could no longer be read, as image-size', async () => {
  encodesAt(9)
  await expect(run({ size: 99_000_000, width: 4000, height: 3000 })).rejects.toMatchObject({ kind: 'image-size' })
  expect(Math.min(...encoded)).toBe(1111)
  await phone.settle()
  expect(phone.temporaryFiles()).toEqual([])
})

it('gives up after four encodings on a phone that heeds no width', async () => {
  encodesAt(0.9, false)
  await expect(run({ size: 99_000_000, width: 4000, height: 3000 })).rejects.toMatchObject({ kind: 'image-size' })
  expect(encoded.length).toBeLessThanOrEqual(4)
})

it('tells of a file that vanished as capture', async () => {
  const gone = compress({ path: 'tmp://gone', size: 1 }, LIMIT, new Cancellation())
  await expect(gone).rejects.toMatchObject({ kind: 'capture' })
})

it('leaves the person’s own file alone when an encoder hands it back', async () => {
  Object.assign(phone.wx, {
    compressImage: ({ src, success }: { src: string; success: (result: object) => void }) =>
      success({ tempFilePath: src }),
  })
  await expect(run({ size: 9_000_000 })).rejects.toMatchObject({ kind: 'image-size' })
  await phone.settle()
  expect([...phone.files.keys()]).toContain('tmp://photo')
})

it('removes a temporary file that comes after the cancel', async () => {
  const cancellation = new Cancellation()
  phone.encodes = (file) => {
    cancellation.cancel()
    return { ...file, size: 1000 }
  }
  const running = run({ size: 9_000_000, width: 4000, height: 3000 }, cancellation)
  await expect(running).rejects.toBeInstanceOf(Cancelled)
  await phone.settle()
  expect(phone.temporaryFiles()).toEqual([])
})
