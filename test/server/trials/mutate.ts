import sharp from 'sharp'
import type { Random } from '../../samples/random'

const MAX_BYTES = 3_000_000
/** Numbers at which programs go wrong, as bytes. */
const NASTY = [
  '00',
  'ff',
  '7f',
  '80',
  '0000',
  'ffff',
  '7fff',
  '8000',
  '00000000',
  'ffffffff',
  '7fffffff',
  '80000000',
].map((hex) => Buffer.from(hex, 'hex'))

type Mutation = (bytes: Buffer, random: Random) => Buffer

const MUTATIONS: Mutation[] = [
  function flipBits(bytes, random) {
    const copy = Buffer.from(bytes)
    for (let times = random.integer(1, 16); times > 0; times--) {
      const at = random.integer(0, copy.length - 1)
      copy[at] = (copy[at] ?? 0) ^ (1 << random.integer(0, 7))
    }
    return copy
  },
  /** The first bytes say what everything else means. */
  function breakHeader(bytes, random) {
    const copy = Buffer.from(bytes)
    random.pick(NASTY).copy(copy, random.integer(0, Math.min(200, copy.length - 1)))
    return copy
  },
  (bytes, random) => bytes.subarray(0, random.integer(0, bytes.length)),
  (bytes, random) => bytes.subarray(random.integer(0, bytes.length)),
  function cutOut(bytes, random) {
    const [from, to] = range(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  function repeat(bytes, random) {
    const [from, to] = range(bytes, random)
    const part = bytes.subarray(from, to)
    const parts = Array<Buffer>(random.integer(2, 20)).fill(part)
    return Buffer.concat([bytes.subarray(0, to), ...parts, bytes.subarray(to)]).subarray(0, MAX_BYTES)
  },
  function insertNoise(bytes, random) {
    const at = random.integer(0, bytes.length)
    const noise = Buffer.from(Array.from({ length: random.integer(1, 500) }, () => random.integer(0, 255)))
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
  },
]

/** One to three mutations, one upon the other. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes
  for (let times = random.integer(1, 3); times > 0 && mutated.length > 0; times--) {
    mutated = random.pick(MUTATIONS)(mutated, random)
  }
  return mutated
}

function range(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.integer(0, bytes.length)
  return [from, Math.min(bytes.length, from + random.integer(1, 2000))]
}

/** Small pictures of every format that is read, and of some that are not: libvips knows more than the server lets in. */
export async function smallPictures(): Promise<Buffer[]> {
  const create = { width: 48, height: 32, channels: 4, background: { r: 200, g: 80, b: 40, alpha: 0.5 } } as const
  const noisy = { ...create, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 50 } } as const
  const encode = (image: sharp.Sharp) => [
    image.clone().jpeg(),
    image.clone().jpeg({ progressive: true }),
    image.clone().withMetadata({ orientation: 6 }).jpeg(),
    image.clone().png(),
    image.clone().png({ palette: true }),
    image.clone().webp(),
    image.clone().webp({ lossless: true }),
    image.clone().gif(),
    image.clone().tiff(),
    image.clone().avif({ effort: 0 }),
  ]
  const images = [...encode(sharp({ create })), ...encode(sharp({ create: noisy }))]
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd"/></svg>',
  )
  return [...(await Promise.all(images.map((image) => image.toBuffer()))), svg]
}

const BOUNDARY = 'boundary-of-the-trial'
export const CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** A whole form, whose bytes can be mutated where FormData would keep them whole. */
export function formBytes(image: Buffer, random: Random): Buffer {
  const other = random.chance(0.3)
    ? `--${BOUNDARY}\r\nContent-Disposition: form-data; name="user"\r\n\r\nsomebody\r\n`
    : ''
  const head = `${other}--${BOUNDARY}\r\nContent-Disposition: form-data; name="img"; filename="photo.jpg"\r\n`
  const start = Buffer.from(`${head}Content-Type: image/jpeg\r\n\r\n`)
  return Buffer.concat([start, image, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
}
