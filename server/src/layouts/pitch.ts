import { median } from './rows'

/** Of the usual distance between neighbours: what stands closer is one character, read twice. */
const TOO_CLOSE = 0.5

/** The usual distance between neighbours, of places from left to right; 0 when there are no two. */
export function pitchOf(places: number[]): number {
  return median(distances(places)) ?? 0
}

/** Whether two of the places, from left to right, are too close for two characters. */
export function isCrowded(places: number[]): boolean {
  const least = TOO_CLOSE * pitchOf(places)
  return distances(places).some((distance) => distance < least)
}

function distances(places: number[]): number[] {
  return places.slice(1).map((place, index) => place - (places[index] ?? place))
}
