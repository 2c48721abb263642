import sharp from 'sharp'
import type { Random } from '../random'

/** A smooth random grey picture: a grid of random cells, enlarged. Few cells make clouds, many make grain. */
export function randomField(
  random: Random,
  width: number,
  height: number,
  grid: { columns: number; rows: number },
): Promise<Buffer> {
  const [columns, rows] = [Math.ceil(grid.columns), Math.ceil(grid.rows)]
  const cells = Uint8Array.from({ length: columns * rows }, () => random.integer(0, 255))
  return sharp(cells, { raw: { width: columns, height: rows, channels: 1 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
}
