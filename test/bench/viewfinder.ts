import { createEmbeddedEngine } from 'miniprogram-ocr-server'
import type { Engine } from 'miniprogram-ocr-server'
import sharp from 'sharp'
import { Cancellation } from '../../src/cancellation'
import { cropTo, toPhoto, windowIn } from '../../src/capture/crop'
import { compress } from '../../src/compress/compress'
import type { Area, Size } from '../../src/wx/canvas'
import type { Specimen } from '../platform/corpus/specimen'
import { scanOf, truthOf } from '../platform/corpus/specimen'
import { createPhone } from '../platform/phone'
import { takePhoto } from '../samples/photo'
import type { Quad } from '../samples/photo/homography'
import { seededRandom } from '../samples/random'
import { fieldsRight } from './legibility'

const LIMIT = 2 * 1024 * 1024
const SPECIMENS: Specimen[] = ['front-1', 'front-2', 'front-3', 'back-1', 'back-2']
const SEEDS = [1, 2, 3]

/** A page of a phone of 390 × 844, below WeChat's bar. */
const VIEW: Size = { width: 390, height: 756 }
const WINDOW = windowIn(VIEW, 'idcard')

interface Camera extends Size {
  isPng?: boolean
}

/** What `CameraContext.takePhoto` gives, as phones have been seen to. */
const CAMERAS: Record<string, Camera> = {
  'JPEG, 3000 × 4000': { width: 3000, height: 4000 },
  'JPEG, 1440 × 1920': { width: 1440, height: 1920 },
  'JPEG, 1080 × 1920': { width: 1080, height: 1920 },
  'PNG of iOS, 1944 × 2592': { width: 1944, height: 2592, isPng: true },
}

interface Tally {
  shots: number
  wholeBytes: number
  cropBytes: number
  worstShare: number
  wholeRight: number
  cropRight: number
  lost: string[]
}

/** The same shots through the viewfinder, sent whole and sent cropped: bytes, and what the recogniser reads. */
export async function reportViewfinder(): Promise<string> {
  const engine = createEmbeddedEngine()
  const rows: string[] = []
  const lost: string[] = []
  for (const [name, camera] of Object.entries(CAMERAS)) {
    const tally = await measure(engine, camera)
    rows.push(rowOf(name, tally))
    lost.push(...tally.lost.map((what) => `- ${name}, ${what}`))
  }
  await engine.close()
  const header = '| camera | shots | bytes sent whole | cropped | share | worst | fields right whole | cropped | lost |'
  return ['The viewfinder', '', header, '|---|---|---|---|---|---|---|---|---|', ...rows, '', ...lost, ''].join('\n')
}

async function measure(engine: Engine, camera: Camera): Promise<Tally> {
  const tally = {
    shots: 0,
    wholeBytes: 0,
    cropBytes: 0,
    worstShare: 0,
    wholeRight: 0,
    cropRight: 0,
    lost: [] as string[],
  }
  for (const specimen of SPECIMENS) {
    for (const seed of SEEDS) {
      const photo = await shoot(specimen, seed, camera)
      const whole = await sent(photo)
      const crop = await sent(photo, cropTo(WINDOW, VIEW, camera))
      const before = await fieldsRight(engine, truthOf(specimen), whole)
      const after = await fieldsRight(engine, truthOf(specimen), crop)
      tally.shots++
      tally.wholeBytes += whole.length
      tally.cropBytes += crop.length
      tally.worstShare = Math.max(tally.worstShare, crop.length / whole.length)
      tally.wholeRight += before.length
      tally.cropRight += after.length
      tally.lost.push(
        ...before.filter((field) => !after.includes(field)).map((it) => `${specimen}, seed ${seed}: ${it}`),
      )
    }
  }
  return tally
}

/** A card held as people hold it: 84 to 100 % of the window, a little off its middle, a little turned. */
async function shoot(specimen: Specimen, seed: number, camera: Camera): Promise<Buffer> {
  const corners = heldIn(toPhoto(WINDOW, VIEW, camera), seed)
  const photo = await takePhoto(scanOf(specimen), { seed, corners, width: camera.width, height: camera.height })
  return camera.isPng ? sharp(photo).png({ compressionLevel: 3 }).toBuffer() : photo
}

function heldIn({ x, y, width, height }: Area, seed: number): Quad {
  const random = seededRandom(seed, 'hand')
  const size = random.between(0.84, 1)
  const turn = random.between(-4, 4) * (Math.PI / 180)
  const middle = {
    x: x + width * (0.5 + random.between(-0.03, 0.03)),
    y: y + height * (0.5 + random.between(-0.03, 0.03)),
  }
  const corner = (right: number, down: number) => {
    // A phone that leans shows one end of the card a little larger.
    const near = size * (1 + random.between(-0.02, 0.02))
    const [dx, dy] = [(right * width * near) / 2, (down * height * near) / 2]
    return {
      x: middle.x + dx * Math.cos(turn) - dy * Math.sin(turn),
      y: middle.y + dx * Math.sin(turn) + dy * Math.cos(turn),
    }
  }
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

/** What this package uploads of a photo, on a phone whose encoders really encode. */
async function sent(photo: Buffer, frame?: Area): Promise<Buffer> {
  const phone = createPhone()
  Object.assign(globalThis, { wx: phone.wx })
  const path = phone.add(photo, 'photo')
  const image = await compress({ path, size: photo.length, frame }, LIMIT, new Cancellation())
  const bytes = phone.read(image.path)
  phone.dispose()
  return bytes
}

function rowOf(name: string, tally: Tally): string {
  const { shots, wholeBytes, cropBytes, worstShare, wholeRight, cropRight, lost } = tally
  const kilobytes = (bytes: number) => `${Math.round(bytes / shots / 1024)} KB`
  const percent = (share: number) => `${Math.round(100 * share)} %`
  return `| ${[
    name,
    shots,
    kilobytes(wholeBytes),
    kilobytes(cropBytes),
    percent(cropBytes / wholeBytes),
    percent(worstShare),
    wholeRight,
    cropRight,
    lost.length,
  ].join(' | ')} |`
}
