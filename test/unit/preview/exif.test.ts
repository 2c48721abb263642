import sharp from 'sharp'
import { readOrientation } from '../../../demo/preview/runtime/wx/exif'

const picture = () => sharp({ create: { width: 4, height: 2, channels: 3, background: 'red' } })

async function bytes(image: sharp.Sharp): Promise<ArrayBuffer> {
  return Uint8Array.from(await image.toBuffer()).buffer
}

test.each([
  [1, 'up'],
  [2, 'up-mirrored'],
  [3, 'down'],
  [4, 'down-mirrored'],
  [5, 'left-mirrored'],
  [6, 'right'],
  [7, 'right-mirrored'],
  [8, 'left'],
])("EXIF's orientation %i is %s", async (orientation, name) => {
  expect(readOrientation(await bytes(picture().jpeg().withMetadata({ orientation })))).toBe(name)
})

test('a picture without EXIF is upright', async () => {
  expect(readOrientation(await bytes(picture().jpeg()))).toBe('up')
  expect(readOrientation(await bytes(picture().png()))).toBe('up')
})

test('a file that is cut off anywhere is no error', async () => {
  const whole = await bytes(picture().jpeg().withMetadata({ orientation: 6 }))
  for (let length = 0; length < whole.byteLength; length++) {
    expect(['up', 'right']).toContain(readOrientation(whole.slice(0, length)))
  }
})
