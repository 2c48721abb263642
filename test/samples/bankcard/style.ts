import type { Face } from '../card/faces'
import type { Paper } from '../card/paper'
import type { Grouping } from './number'

/** How the number is put on a card. */
export type Manner = 'embossed' | 'tipped' | 'flat'

/** One way of making a bank card. Lengths are millimetres, colours CSS's. */
export interface BankStyle extends Paper {
  /** `farrington` is drawn, for want of a free face. */
  face: Face | 'farrington'
  /** Embossed in the card's own colour, embossed and tipped with foil, or printed. */
  manner: Manner
  /** The digits' colour: the foil's or the ink's; what an embossed number has of the card's own. */
  ink: string
  /** Of the other words on it. */
  textInk: string
  textFace: Face
  grouping: Grouping
  /** A number in two lines breaks after this many groups. */
  groupsALine?: number
  number: { x: number; y: number; height: number; pitch: number; gap: number }
  bank: { x: number; y: number; size: number }
  /** What else there is: each of these is text that no reader must take for the number. */
  extras: { firstFour: boolean; holder: boolean; phone: boolean; validity: { x: number; y: number } }
}
