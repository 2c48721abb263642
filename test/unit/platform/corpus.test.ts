import sharp from 'sharp'
import type { Sample } from '../../platform/corpus'
import { corpus, expectedOn, isUpright } from '../../platform/corpus'
import { open } from '../../platform/decoder'

const samples: Sample[] = []

beforeAll(async () => {
  for await (const sample of corpus({ only: 'small' })) samples.push(sample)
})

const named = (name: string) => {
  const sample = samples.find((sample) => sample.name === name)
  if (!sample) throw new RangeError(`no sample ${name}`)
  return sample
}

test('the same pictures come every time', async () => {
  let index = 0
  for await (const { name, file } of corpus({ only: 'small' })) {
    expect([name, file.equals(samples[index++]?.file ?? Buffer.alloc(0))]).toEqual([name, true])
  }
  expect(index).toBe(samples.length)
})

test('every kind of picture is among them', () => {
  const formats = new Set(samples.map(({ fileName }) => fileName.split('.').at(-1)))
  expect([...formats].sort()).toEqual(['HEIC', 'gif', 'jpg', 'png', 'webp'])
  expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length)
})

test('a HEIC is to become a JPEG where the phone opens it', () => {
  const heic = named('HEIC, small')
  expect([expectedOn(heic, {}), expectedOn(heic, { decodesHeic: true })]).toEqual(['image-format', 'jpeg'])
  expect(expectedOn(named('empty file'), { decodesHeic: true })).toBe('image-format')
})

test('every picture is recognised as upright, small and compressed as it may be, on white and on black', async () => {
  for (const sample of samples.filter(({ uprightWidth }) => uprightWidth > 0)) {
    for (const background of ['white', 'black']) {
      const upright = await open(sample.file).autoOrient().flatten({ background }).jpeg({ quality: 40 }).toBuffer()
      expect([sample.name, await isUpright(upright, sample)]).toEqual([sample.name, true])
    }
  }
})

test.each([2, 3, 4, 5, 6, 7, 8])(
  'a picture that needs EXIF %i is not upright, with it or without',
  async (orientation) => {
    const sample = named(`EXIF below the limit, ${orientation}`)
    expect(await isUpright(sample.file, sample)).toBe(false)
    expect(await isUpright(await sharp(sample.file).jpeg().toBuffer(), sample)).toBe(false)
  },
)

test.each([
  ['mirrored', (upright: sharp.Sharp) => upright.flop()],
  ['upside down', (upright: sharp.Sharp) => upright.rotate(180)],
  ['stretched', (upright: sharp.Sharp) => upright.resize(900, 900, { fit: 'fill' })],
])('a picture that is %s is not upright', async (_, spoil) => {
  for (const name of ['JPEG of 300 KB, front', 'noise, JPEG', 'PNG, transparent, small']) {
    const sample = named(name)
    expect([name, await isUpright(await spoil(sharp(sample.file)).jpeg().toBuffer(), sample)]).toEqual([name, false])
  }
})
