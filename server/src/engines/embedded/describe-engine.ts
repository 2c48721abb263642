import type { EmbeddedEngineOptions } from './options'
import { withDefaults } from './options'
import type { ModelFile } from './model-files'
import { readModelFile, ROLES } from './model-files'

export interface EngineDescription {
  engine: 'embedded'
  /** What runs the models: its name and version. */
  runtime: string
  /** Cores for each recognition, and recognitions at a time. */
  threads: number
  workers: number
  models: ModelFile[]
}

/**
 * Which models, threads and runtime an engine with these options uses, without starting it.
 * @throws Error when a model is missing or is not the expected one
 */
export async function describeEngine(options: EmbeddedEngineOptions = {}): Promise<EngineDescription> {
  const { threads, workers, models: own } = withDefaults(options)
  const { version }: { version: string } = require('onnxruntime-node/package.json')
  const models = await Promise.all(
    ROLES.map(async (role) => {
      const { content: _, ...file } = await readModelFile(role, own)
      return file
    }),
  )
  return { engine: 'embedded', runtime: `onnxruntime-node ${version}`, threads, workers, models }
}
