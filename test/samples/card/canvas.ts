import path from 'node:path'

/** What the drawing uses of @napi-rs/canvas, which is installed on demand and so cannot lend its own types. */
interface CanvasLibrary {
  createCanvas(width: number, height: number): DrawingCanvas
  GlobalFonts: { registerFromPath(file: string, family: string): unknown }
}

export interface DrawingCanvas {
  getContext(kind: '2d'): Pen
  encode(format: 'jpeg', quality: number): Promise<Buffer>
}

/** A browser's, and what a browser's has no word for. */
export type Pen = CanvasRenderingContext2D & { fontVariationSettings: string }

export const SAMPLES_MODULES = path.join(__dirname, '../node_modules')

export function canvasLibrary(): CanvasLibrary {
  return require(path.join(SAMPLES_MODULES, '@napi-rs/canvas'))
}
