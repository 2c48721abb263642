const FILE_TYPE = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'))
const MEDIA_HEADER = 8

/** A file with a HEIC's header that carries a JPEG: sharp can neither write nor read HEVC. */
export const wrapHeic = (jpeg: Buffer): Buffer => Buffer.concat([FILE_TYPE, box('mdat', jpeg)])

export const isHeic = (file: Buffer): boolean => file.subarray(4, 12).equals(FILE_TYPE.subarray(4, 12))

export const unwrapHeic = (heic: Buffer): Buffer => heic.subarray(FILE_TYPE.length + MEDIA_HEADER)

/** ISO/IEC 14496-12: length, type, content. */
function box(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(8 + content.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content])
}
