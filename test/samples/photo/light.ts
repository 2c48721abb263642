import sharp from 'sharp'
import type { Random } from '../random'
import type { Quad } from './homography'

/** How light falls on the scene, one byte a pixel: 255 keeps it as it is, less darkens it. */
export async function paintLight(random: Random, width: number, height: number, hard: boolean): Promise<Buffer> {
  const svg = Buffer.from(lightSvg(random, hard))
  const softness = random.between(3, 14)
  // Two steps: in one, sharp would draw the SVG at its final size, and blur twelve million pixels.
  const small = await sharp(svg).blur(softness).png().toBuffer()
  return sharp(small)
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer()
}

/** A lamp that reaches one part of the scene better than the rest, and the shadow of a hand or of the phone. */
function lightSvg(random: Random, hard: boolean): string {
  const far = Math.round(255 * random.between(hard ? 0.45 : 0.68, 0.9))
  const [lampX, lampY] = [random.between(0, 100), random.between(0, 100)]
  const shade = random.between(0.1, hard ? 0.5 : 0.32)
  const edge = random.between(15, 75)
  const slope = random.between(-30, 30)
  const turn = random.pick([0, 90, 180, 270])
  return `<svg xmlns="http://www.w3.org/2000/svg" width="150" height="200" viewBox="0 0 100 100" preserveAspectRatio="none">
    <radialGradient id="lamp" cx="${lampX}%" cy="${lampY}%" r="110%">
      <stop offset="0" stop-color="white"/><stop offset="1" stop-color="rgb(${far},${far},${far})"/>
    </radialGradient>
    <rect width="100" height="100" fill="url(#lamp)"/>
    <polygon points="${edge},-50 ${edge + slope},150 -60,150 -60,-50" transform="rotate(${turn} 50 50)" opacity="${shade}"/>
  </svg>`
}

/** A lamp's reflection on the card's film, as an SVG to lay over the picture. */
export function glareSvg(random: Random, width: number, height: number, card: Quad): string {
  const radius = width * random.between(0.06, 0.14)
  const place = random.between(0.2, 0.8)
  const [x, y] = [between(card[0].x, card[2].x, place), between(card[0].y, card[2].y, place)]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <radialGradient id="glare">
      <stop offset="0" stop-color="white" stop-opacity="0.75"/><stop offset="1" stop-color="white" stop-opacity="0"/>
    </radialGradient>
    <ellipse cx="${x}" cy="${y}" rx="${radius}" ry="${radius * random.between(0.4, 0.9)}" fill="url(#glare)"/>
  </svg>`
}

const between = (from: number, to: number, share: number) => from + share * (to - from)
