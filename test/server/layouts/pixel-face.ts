import { SHAPE_HEIGHT, SHAPE_WIDTH, type Shape } from '../../../server/src/layouts/line'

/** A face of few pixels; its zero has a stroke through it. */
const FACE: Record<string, string[]> = {
  0: [
    '..####..',
    '.##..##.',
    '##....##',
    '##...###',
    '##..####',
    '##..#.##',
    '##.#..##',
    '####..##',
    '###...##',
    '##....##',
    '.##..##.',
    '..####..',
  ],
  D: [
    '######..',
    '##..###.',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##..###.',
    '######..',
  ],
  Q: [
    '..####..',
    '.##..##.',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '##....##',
    '.##..##.',
    '..#####.',
    '......##',
  ],
  8: [
    '..####..',
    '.##..##.',
    '##....##',
    '##....##',
    '.##..##.',
    '..####..',
    '.##..##.',
    '##....##',
    '##....##',
    '##....##',
    '.##..##.',
    '..####..',
  ],
  5: [
    '########',
    '##......',
    '##......',
    '##......',
    '######..',
    '##...##.',
    '......##',
    '......##',
    '......##',
    '......##',
    '##...##.',
    '.#####..',
  ],
  S: [
    '.#######',
    '##......',
    '##......',
    '##......',
    '#####...',
    '.#####..',
    '...####.',
    '....####',
    '......##',
    '......##',
    '##...##.',
    '.#####..',
  ],
  1: [
    '...##...',
    '..###...',
    '.####...',
    '##.##...',
    '...##...',
    '...##...',
    '...##...',
    '...##...',
    '...##...',
    '...##...',
    '########',
    '########',
  ],
}
const [COLUMNS, ROWS] = [8, 12]

/** Whether the character has ink at this place, both from 0 to 1; an O is a zero without its stroke. */
export function hasInk(character: string, x: number, y: number): boolean {
  if (character === 'O') return (x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.25 && (x - 0.5) ** 2 + (y - 0.5) ** 2 > 0.1
  return FACE[character]?.[Math.floor(y * ROWS)]?.[Math.floor(x * COLUMNS)] === '#'
}

/** As a picture of the character would come out. */
export function shapeOf(character: string, proportion = COLUMNS / ROWS): Shape {
  const ink = Uint8Array.from({ length: SHAPE_WIDTH * SHAPE_HEIGHT }, (_, pixel) => {
    const [column, row] = [pixel % SHAPE_WIDTH, Math.floor(pixel / SHAPE_WIDTH)]
    return hasInk(character, (column + 0.5) / SHAPE_WIDTH, (row + 0.5) / SHAPE_HEIGHT) ? 255 : 0
  })
  return { ink, proportion }
}
