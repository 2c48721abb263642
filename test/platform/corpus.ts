import type { Truth } from '../samples/truth'
import { cardPictures } from './corpus/card-pictures'
import { otherPictures } from './corpus/other-pictures'
import type { Recipe } from './corpus/recipe'
import { turnedPictures } from './corpus/turned-pictures'
import { open } from './decoder'
import { isHeic } from './heic'
import type { Quirks } from './quirks'

export { isUpright } from './upright'

/** A picture that somebody hands over, and what is to become of it. */
export interface Sample {
  name: string
  file: Buffer
  fileName: string
  /** What the card in it says, where it shows one. */
  truth?: Truth
  /** Pixels, as the picture is seen; 0 where there is none. */
  uprightWidth: number
  uprightHeight: number
  /** A JPEG, or an error of that kind. A HEIC is refused, except where the phone opens it. */
  expect: 'jpeg' | 'image-format'
}

/**
 * Pictures of every kind that compression meets, each made when its turn comes; the same ones every time.
 *
 * @param only `small` gives those that are quickly made and decoded
 */
export async function* corpus({ only }: { only?: 'small' } = {}): AsyncGenerator<Sample> {
  const recipes = [...cardPictures(), ...turnedPictures(), ...otherPictures()]
  for (const recipe of recipes.filter(({ isSmall }) => isSmall || only !== 'small')) yield await prepare(recipe)
}

/** What is to become of the sample on such a phone. */
export const expectedOn = ({ expect, file }: Sample, { decodesHeic }: Quirks): Sample['expect'] =>
  decodesHeic && isHeic(file) ? 'jpeg' : expect

async function prepare({ name, fileName, make, truth, isPicture = true }: Recipe): Promise<Sample> {
  const file = await make()
  const size = isPicture ? (await open(file).metadata()).autoOrient : { width: 0, height: 0 }
  const expect = isPicture && !isHeic(file) ? 'jpeg' : 'image-format'
  return { name, file, fileName, truth, uprightWidth: size.width, uprightHeight: size.height, expect }
}
