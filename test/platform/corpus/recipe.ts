import type { Truth } from '../../samples/truth'

/** How a sample of the corpus is made. */
export interface Recipe {
  name: string
  fileName: string
  make(): Promise<Buffer>
  truth?: Truth
  /** Quickly made and decoded. */
  isSmall?: boolean
  /** False where no platform could open it. */
  isPicture?: boolean
}
