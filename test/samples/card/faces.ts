import { readdirSync } from 'node:fs'
import path from 'node:path'
import { canvasLibrary, SAMPLES_MODULES } from './canvas'

const NOTO = { folder: '@embedpdf/fonts-sc/fonts', extension: '.otf' }
const KAI = { folder: 'lxgw-wenkai-lite-webfont/files', extension: '.woff2' }
const fontsource = (name: string, weight: number) => ({
  folder: `@fontsource/${name}/files`,
  prefix: `${name}-latin-${weight}-normal`,
  extension: '.woff2',
})
const HARMONY = { folder: 'harmonyos-sans-sc-webfont-splitted/dist', extension: '.woff2' }

/**
 * The faces by name. Those made for web pages come in many files, each with some of the characters.
 * OCR-B, the face of the number, is in a barcode library's package.
 * (HarmonyOS Sans's package also asks for the tool that cut it up; package.json overrides that with an empty one.)
 */
const FILES = {
  notoLight: { ...NOTO, prefix: 'NotoSansHans-DemiLight' },
  notoRegular: { ...NOTO, prefix: 'NotoSansHans-Regular' },
  notoBold: { ...NOTO, prefix: 'NotoSansHans-Bold' },
  harmonyLight: { ...HARMONY, prefix: 'Light_' },
  harmonyRegular: { ...HARMONY, prefix: 'Regular_' },
  harmonyBold: { ...HARMONY, prefix: 'Bold_' },
  song: { folder: '@chinese-fonts/syst/dist/SourceHanSerifCN', prefix: '', extension: '.woff2' },
  kai: { ...KAI, prefix: 'lxgwwenkailite-regular' },
  kaiBold: { ...KAI, prefix: 'lxgwwenkailite-bold' },
  ubuntuMono: fontsource('ubuntu-mono', 400),
  shareMono: fontsource('share-tech-mono', 400),
  sairaCondensed: fontsource('saira-condensed', 500),
  robotoSlab: fontsource('roboto-slab', 500),
  overpassMono: fontsource('overpass-mono', 600),
  b612Mono: fontsource('b612-mono', 400),
  quantico: fontsource('quantico', 400),
  zillaSlab: fontsource('zilla-slab', 600),
  ocrB: { folder: 'bwip-js/fonts', prefix: 'OCRB', extension: '.ttf' },
}

export type Face = keyof typeof FILES

const registered = new Map<Face, string>()

/** The face as CSS names it: a list of families, loaded on first use. */
export function familyOf(face: Face): string {
  const families = registered.get(face) ?? register(face)
  registered.set(face, families)
  return families
}

function register(face: Face): string {
  const { folder, prefix, extension } = FILES[face]
  const location = path.join(SAMPLES_MODULES, folder)
  const files = readdirSync(location).filter((file) => file.startsWith(prefix) && file.endsWith(extension))
  const { GlobalFonts } = canvasLibrary()
  return files
    .sort()
    .map((file, index) => {
      GlobalFonts.registerFromPath(path.join(location, file), `${face}${index}`)
      return `"${face}${index}"`
    })
    .join(', ')
}
