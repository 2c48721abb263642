import sharp from 'sharp'
import { pictureType } from '../../../demo/preview/runtime/wx/picture-type'

const bytes = (content: Buffer) => Uint8Array.from(content).buffer

test.each(['jpeg', 'png', 'gif', 'webp'] as const)('%s is told by its content', async (type) => {
  const picture = sharp({ create: { width: 4, height: 2, channels: 3, background: 'red' } })
  expect(pictureType(bytes(await picture.toFormat(type).toBuffer()))).toBe(type)
})

test.each([
  ['TIFF', 'II*\0\x08\0\0\0'],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['a sound', 'RIFF\x24\0\0\0WAVEfmt '],
  ['nothing', ''],
])('%s is unknown', (_, content) => {
  expect(pictureType(bytes(Buffer.from(content, 'latin1')))).toBe('unknown')
})
