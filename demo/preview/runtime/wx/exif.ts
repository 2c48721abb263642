/** WeChat's names for the EXIF orientations 1 to 8. */
const ORIENTATIONS = [
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
] as const

export type Orientation = (typeof ORIENTATIONS)[number]

const START_OF_SCAN = 0xffda
const APP1 = 0xffe1
const EXIF = 0x45786966
const LITTLE_ENDIAN = 0x4949
const ORIENTATION_TAG = 0x0112

/** The orientation that a JPEG's EXIF asks for; `up` for any other file. */
export function readOrientation(file: ArrayBuffer): Orientation {
  try {
    return ORIENTATIONS[readOrientationTag(new DataView(file)) - 1] ?? 'up'
  } catch (error) {
    if (error instanceof RangeError) return 'up'
    throw error
  }
}

/** Walks the JPEG's segments up to the first pixel. A cut-off file ends in a RangeError. */
function readOrientationTag(jpeg: DataView): number {
  let segment = 2
  while (jpeg.getUint8(segment) === 0xff && jpeg.getUint16(segment) !== START_OF_SCAN) {
    const isExif = jpeg.getUint16(segment) === APP1 && jpeg.getUint32(segment + 4) === EXIF
    if (isExif) return readFromTiff(jpeg, segment + 10)
    segment += 2 + jpeg.getUint16(segment + 2)
  }
  return 1
}

function readFromTiff(jpeg: DataView, tiff: number): number {
  const littleEndian = jpeg.getUint16(tiff) === LITTLE_ENDIAN
  const directory = tiff + jpeg.getUint32(tiff + 4, littleEndian)
  const entries = jpeg.getUint16(directory, littleEndian)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (jpeg.getUint16(entry, littleEndian) === ORIENTATION_TAG) return jpeg.getUint16(entry + 8, littleEndian)
  }
  return 1
}
