import { CARD, type Point, type Size } from '../card/layouts'
import type { Random } from '../random'
import type { Quad } from './homography'

export type Rotation = 0 | 90 | 180 | 270

interface Frame {
  width: number
  height: number
}

/**
 * Where a card's corners fall in a picture, when a camera looks down on it at a slant: clockwise turned by `rotation`
 * and up to `tilt` degrees more or less, somewhere in the frame and never beyond its edge.
 */
export function poseCard(
  random: Random,
  frame: Frame,
  rotation: Rotation,
  hard: boolean,
  card: Size = CARD,
  tilt = 8,
): Quad {
  const slant = (hard ? 22 : 12) * (Math.PI / 180)
  const turn = (rotation + random.between(-tilt, tilt)) * (Math.PI / 180)
  const view = { turn, pitch: random.between(-slant, slant), yaw: random.between(-slant, slant) }
  const seen = cornersOf(card).map((corner) => project(corner, view))
  return placeInFrame(random, seen, frame, random.between(hard ? 0.6 : 0.75, 0.94))
}

function cornersOf({ width, height }: Size): Point[] {
  const x = width / height / 2
  const y = 1 / 2
  return [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ]
}

/** How far the camera is from the card, in heights of the card. */
const DISTANCE = 3.5

function project({ x, y }: Point, view: { turn: number; pitch: number; yaw: number }): Point {
  const turned = {
    x: x * Math.cos(view.turn) - y * Math.sin(view.turn),
    y: x * Math.sin(view.turn) + y * Math.cos(view.turn),
  }
  const depth = DISTANCE + turned.x * Math.sin(view.yaw) + turned.y * Math.sin(view.pitch)
  return {
    x: (turned.x * Math.cos(view.yaw) * DISTANCE) / depth,
    y: (turned.y * Math.cos(view.pitch) * DISTANCE) / depth,
  }
}

/** @param fill how much of the frame the card takes, in the direction that runs out first */
function placeInFrame(random: Random, corners: Point[], frame: Frame, fill: number): Quad {
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const scale = fill * Math.min(frame.width / width, frame.height / height)
  const spare = { x: frame.width - width * scale, y: frame.height - height * scale }
  const offset = { x: spare.x * random.between(0.15, 0.85), y: spare.y * random.between(0.15, 0.85) }
  const [a, b, c, d] = corners.map(({ x, y }) => ({
    x: offset.x + (x - left) * scale,
    y: offset.y + (y - top) * scale,
  }))
  if (!a || !b || !c || !d) throw new RangeError('A card has four corners')
  return [a, b, c, d]
}
