import type { OwnModels } from './model-files'
import { readModelFile } from './model-files'
import type { Model } from './onnx'
import { createModel, runModel } from './onnx'

export interface Recogniser {
  /** Reads a strip of text. */
  recognition: Model
  /** The character of each class that `recognition` tells apart; the first one is "no character". */
  dictionary: string[]
}

export interface Models extends Recogniser {
  /** Finds where text is. */
  detection: Model
  /** Tells whether a strip is upside down. */
  direction: Model
}

/**
 * Strips are small: they are read on one core each.
 * @param threads how many cores detection may use
 * @throws Error when a model is missing or is not the expected one
 */
export async function loadModels(threads: number, own: OwnModels = {}): Promise<Models> {
  const [det, cls, recogniser] = await Promise.all([
    readModelFile('det', own),
    readModelFile('cls', own),
    loadRecogniser(own),
  ])
  return {
    detection: await createModel(det.content, threads),
    direction: await createModel(cls.content, 1),
    ...recogniser,
  }
}

/** @throws Error when a model is missing or is not the expected one */
export async function loadRecogniser(own: OwnModels): Promise<Recogniser> {
  const [rec, dict] = await Promise.all([readModelFile('rec', own), readModelFile('dict', own)])
  return { recognition: await createModel(rec.content, 1), dictionary: toDictionary(dict.content) }
}

function toDictionary(keys: Buffer): string[] {
  return ['', ...keys.toString('utf8').trimEnd().split(/\r?\n/), ' ']
}

/**
 * A session's first run is slow: let it be on nothing rather than on somebody's picture.
 * @throws Error when the dictionary is not the recogniser's
 */
export async function warmUp(models: Models): Promise<void> {
  await runModel(models.detection, blank(480, 736), 480, 736)
  await runModel(models.direction, blank(48, 192), 48, 192)
  await warmUpRecogniser(models)
}

/** @throws Error when the dictionary is not the recogniser's */
export async function warmUpRecogniser({ recognition, dictionary }: Recogniser): Promise<void> {
  const [one, other] = [
    await runModel(recognition, blank(48, 320), 48, 320),
    await runModel(recognition, blank(48, 328), 48, 328),
  ]
  // One step more is as many classes more.
  if (other.length - one.length !== dictionary.length) throw new Error('the dictionary does not fit the recogniser')
}

function blank(height: number, width: number): Float32Array {
  return new Float32Array(3 * height * width)
}
