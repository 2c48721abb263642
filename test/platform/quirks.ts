/** How a phone departs from a well-behaved one; each has been seen, or is what an old base library does. */
export interface Quirks {
  /** `compressImage` heeds nothing and gives a file larger than its source. */
  compressImageEnlarges?: boolean
  /** `compressImage` gives the same bytes in a new file, whatever it is asked. */
  compressImageDoesNothing?: boolean
  /** `compressImage` calls `fail`. */
  compressImageFails?: boolean
  /** `compressImage` keeps the picture's own size: base libraries below 2.26.0. */
  compressImageIgnoresWidth?: boolean
  /** `compressImage` gives anything but a JPEG back as it was: iOS. */
  compressImageKnowsJpegAlone?: boolean
  /** `compressImage` copies EXIF's orientation instead of turning the picture. */
  compressImageKeepsOrientation?: boolean
  /** There is no `createOffscreenCanvas`: base libraries below 2.16.1. */
  offscreenCanvasMissing?: boolean
  /** The phone opens a HEIC; Androids below 9 do not. */
  decodesHeic?: boolean
  /** `chooseMedia` says a tenth of the file's size. */
  chooserReportsWrongSize?: boolean
}
