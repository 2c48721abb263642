import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

const WIDTH = 1280
const HEIGHT = 960
const CARD_WIDTH = 1000

/**
 * Options that make Chromium's camera show this card, lying on a table, and allow the page to use it.
 * @param folder where the video is written; it is read as long as the browser runs
 */
export async function fakeCameraOptions(scan: string, folder: string): Promise<string[]> {
  const card = await sharp(scan).resize(CARD_WIDTH).toBuffer()
  const frame = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#6b5a48' } })
    .composite([{ input: card }])
    .jpeg({ quality: 92 })
    .toBuffer()
  const video = path.join(folder, 'camera.mjpeg')
  await fs.writeFile(video, Buffer.concat([frame, frame]))
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ]
}
