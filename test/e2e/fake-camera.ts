import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

/** A phone's camera, held upright. */
const WIDTH = 1500
const HEIGHT = 2000
/** What a card that fills the viewfinder's window on a phone of 390 × 844 is in the picture. */
const CARD_WIDTH = 880
const FRAMES = 12
/** Pixels that a hand wanders. */
const SWAY = 14

/**
 * Options that make Chromium's camera show this card, lying on a table, in a hand that is never quite still, and allow the
 * page to use it.
 * @param folder where the video is written; it is read as long as the browser runs
 */
export async function fakeCameraOptions(scan: string, folder: string): Promise<string[]> {
  const card = await sharp(scan).resize(CARD_WIDTH).png().toBuffer({ resolveWithObject: true })
  const frames = await Promise.all(
    Array.from({ length: FRAMES }, (_, index) => {
      const turn = (2 * Math.PI * index) / FRAMES
      const left = Math.round((WIDTH - card.info.width) / 2 + SWAY * Math.cos(turn))
      const top = Math.round((HEIGHT - card.info.height) / 2 + SWAY * Math.sin(turn))
      return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#6b5a48' } })
        .composite([{ input: card.data, left, top }])
        .jpeg({ quality: 92 })
        .toBuffer()
    }),
  )
  const video = path.join(folder, 'camera.mjpeg')
  await fs.writeFile(video, Buffer.concat(frames))
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ]
}
