import sharp from 'sharp'
import { Cancellation } from '../../../src/cancellation'
import { compress } from '../../../src/compress/compress'
import { createPhone } from '../../platform/phone'

const LIMIT = 2 * 1024 * 1024

/** A blue table with a red card on it. */
async function pictureOf(card: { x: number; y: number; width: number; height: number }): Promise<Buffer> {
  const red = await sharp({ create: { width: card.width, height: card.height, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 3000, height: 4000, channels: 3, background: 'blue' } })
    .composite([{ input: red, left: card.x, top: card.y }])
    .jpeg()
    .toBuffer()
}

test('only the frame is sent, when a viewfinder knows where the card is', async () => {
  const frame = { x: 400, y: 1500, width: 2200, height: 1388 }
  const phone = createPhone()
  Object.assign(globalThis, { wx: phone.wx })
  const path = phone.add(await pictureOf(frame), 'photo.jpg')

  const sent = await compress({ path, size: 0, frame }, LIMIT, new Cancellation())

  expect(sent.width / sent.height).toBeCloseTo(2200 / 1388)
  expect(sent.width * sent.height).toBeLessThanOrEqual(1_050_000 * 1.01)
  expect(sent.width * sent.height).toBeGreaterThan(1_000_000)
  const { channels } = await sharp(phone.read(sent.path)).stats()
  const [red, green, blue] = channels.map(({ mean }) => Math.round(mean))
  expect([red, green, blue].map((mean = 0) => mean > 128)).toEqual([true, false, false])
  expect(phone.temporaryFiles()).toEqual([sent.path])
  phone.dispose()
})

test('without a canvas the whole picture is sent', async () => {
  const frame = { x: 400, y: 1500, width: 2200, height: 1388 }
  const phone = createPhone({ offscreenCanvasMissing: true })
  Object.assign(globalThis, { wx: phone.wx })
  const path = phone.add(await pictureOf(frame), 'photo.jpg')

  const sent = await compress({ path, size: 0, frame }, LIMIT, new Cancellation())

  expect(sent.width / sent.height).toBeCloseTo(3000 / 4000)
  expect(sent.size).toBeLessThan(LIMIT)
  phone.dispose()
})
