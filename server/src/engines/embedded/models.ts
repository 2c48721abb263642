import type { OwnModels } from './model-files'
import { readModelFile } from './model-files'
import type { Model } from './onnx'
import { createModel, runModel } from './onnx'

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
export async function loadModels(threads: number, own: OwnModels = {}): Promise<Models> {
  const [det, rec, cls, dict] = await Promise.all([
    readModelFile('det', own),
    readModelFile('rec', own),
    readModelFile('cls', own),
    readModelFile('dict', own),
  ])
  return {
    detection: await createModel(det.content, threads),
    recognition: await createModel(rec.content, threads),
    direction: await createModel(cls.content, threads),
    dictionary: toDictionary(dict.content),
  }
}

function toDictionary(keys: Buffer): string[] {
  return ['', ...keys.toString('utf8').trimEnd().split(/\r?\n/), ' ']
}

/**
 * A session's first run is slow: let it be on nothing rather than on somebody's picture.
 * @throws Error when the dictionary is not the recogniser's
 */
export async function warmUp({ detection, recognition, direction, dictionary }: Models): Promise<void> {
  await runModel(detection, blank(480, 736), 480, 736)
  const [one, other] = [
    await runModel(recognition, blank(48, 320), 48, 320),
    await runModel(recognition, blank(48, 328), 48, 328),
  ]
  // One step more is as many classes more.
  if (other.length - one.length !== dictionary.length) throw new Error('the dictionary does not fit the recogniser')
  await runModel(direction, blank(48, 192), 48, 192)
}

function blank(height: number, width: number): Float32Array {
  return new Float32Array(3 * height * width)
}
