import { availableParallelism } from 'node:os'
import type { OwnModels } from './model-files'
import { modelsFromEnvironment } from './model-files'

export interface EmbeddedEngineOptions {
  /** Cores that one recognition uses; 2 unless the machine has fewer. The second to the fourth have a process each, of 0.12 GB. */
  threads?: number
  /** Recognitions at the same time, each in a process of about 0.4 GB. 1 by default. */
  workers?: number
  /** Files of one's own; by default those that OCR_DET, OCR_REC, OCR_CLS and OCR_DICT name, or else the server's. */
  models?: OwnModels
}

export function withDefaults(options: EmbeddedEngineOptions): Required<EmbeddedEngineOptions> {
  const { threads = Math.min(2, availableParallelism()), workers = 1, models = modelsFromEnvironment() } = options
  return { threads, workers, models }
}
