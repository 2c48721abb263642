import type * as common from 'onnxruntime-common'

/** onnxruntime-node has no declarations of its own: it is onnxruntime-common with a native backend. */
const runtime: typeof common = require('onnxruntime-node')

/** A network with one input and one output, both of 32-bit floats. */
export type Model = common.InferenceSession

/**
 * A memory pattern would be kept for every size of input there ever was, and strips of text come in hundreds of widths.
 * @param threads how many cores one run may use
 */
export function createModel(onnx: Uint8Array, threads: number): Promise<Model> {
  return runtime.InferenceSession.create(onnx, { intraOpNumThreads: threads, enableMemPattern: false })
}

/**
 * Blocks this thread while it runs.
 * @param planes a batch of one: three planes of height × width values
 */
export async function runModel(model: Model, planes: Float32Array, height: number, width: number) {
  const [inputName, outputName] = [model.inputNames[0], model.outputNames[0]]
  if (!inputName || !outputName) throw new Error('a model needs an input and an output')
  const input = new runtime.Tensor('float32', planes, [1, 3, height, width])
  const output = (await model.run({ [inputName]: input }))[outputName]
  if (!(output?.data instanceof Float32Array)) throw new Error('a model must answer with 32-bit floats')
  return output.data
}
