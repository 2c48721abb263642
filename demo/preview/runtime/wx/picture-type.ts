/** The first bytes of each format, as Latin-1. */
const SIGNATURES = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG/],
  ['gif', /^GIF8/],
  ['webp', /^RIFF[^]{4}WEBP/],
] as const

export type PictureType = (typeof SIGNATURES)[number][0] | 'unknown'

/** A picture's format by its content: an album's file names, and the types that browsers take from them, can be wrong. */
export function pictureType(file: ArrayBuffer): PictureType {
  const start = String.fromCharCode(...new Uint8Array(file.slice(0, 12)))
  return SIGNATURES.find(([, signature]) => signature.test(start))?.[0] ?? 'unknown'
}
