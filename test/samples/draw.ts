import { paintBankCard } from './bankcard/paint'
import { BANK_FAMILIES, type BankFamily } from './bankcard/families'
import { inventBankNumber } from './bankcard/number'
import { paintBack } from './card/back'
import { canvasLibrary, type Pen } from './card/canvas'
import { ID_FAMILIES, type IdFamily } from './card/families'
import { paintFront } from './card/front'
import { CARD, type Size } from './card/layouts'
import { paintPaper } from './card/paper'
import { paintSpecimenMark } from './card/specimen-mark'
import { paintWear } from './card/stamp'
import { inventPerson } from './people/person'
import { seededRandom, type Random } from './random'
import { backTruth, frontTruth, vehicleTruth, type AnyTruth } from './truth'
import { VEHICLE_FAMILIES, type VehicleFamily } from './vehicle/families'
import { paintMainPage, paintSecondPage } from './vehicle/paint'
import { PAGE } from './vehicle/style'
import { inventVehicle } from './vehicle/vehicle'

/** One picture of a card, or of two pages: a clean scan, and what it says. */
export interface Specimen<Truth = AnyTruth> {
  /** As its files are named, without an ending: `7-000-front`. */
  name: string
  /** Which way of making such cards it is of. */
  family: string
  truth: Truth
  /** A JPEG, 1400 px wide, the card from edge to edge. */
  scan: Buffer
  /** What it shows, in millimetres. */
  size: Size
}

export interface Drawing<Family> {
  /** The same seed draws the same cards, different seeds share none. */
  seed: number
  /** Of cards; at most 1000. */
  count: number
  /** In turn. */
  families?: readonly Family[]
  /** The share of cards that are scratched and stained; none by default. */
  worn?: number
}

const SCAN_WIDTH = 1400
const QUALITY = 86

/**
 * Draws made-up identity cards, first the portrait side and then the emblem side of each; of any family unless told.
 * Like all of these, it needs `installWhatDrawingNeeds()` first.
 */
export async function* drawIdCards(drawing: Drawing<IdFamily>) {
  for (const { id, name, random } of cardsOf(drawing)) {
    const family = familyOf(drawing.families, id) ?? random.pick(ID_FAMILIES)
    const style = family.style(random)
    const person = inventPerson(id)
    const draw = (paintSide: typeof paintFront) =>
      drawScan(CARD, isWorn(drawing, id), (pen) => {
        paintPaper(pen, style, random)
        paintSide(pen, person, style, random)
      })
    const common = { family: family.name, size: CARD }
    yield { ...common, name: `${name}-front`, truth: frontTruth(person), scan: await draw(paintFront) }
    yield { ...common, name: `${name}-back`, truth: backTruth(person), scan: await draw(paintBack) }
  }
}

/** Draws made-up bank cards. */
export async function* drawBankCards(drawing: Drawing<BankFamily>): AsyncGenerator<Specimen> {
  for (const { id, name, random } of cardsOf(drawing)) {
    const family = familyOf(drawing.families ?? BANK_FAMILIES, id) ?? random.pick(BANK_FAMILIES)
    const style = family.style(random)
    const length = style.grouping.reduce((sum, group) => sum + group, 0)
    const number = inventBankNumber(random, length)
    const scan = await drawScan(CARD, isWorn(drawing, id), (pen) => paintBankCard(pen, number, style, random))
    yield { name: `${name}-bank`, family: family.name, size: CARD, truth: { card: 'bankcard', number }, scan }
  }
}

/** Draws made-up vehicle licences: of each the main page, the second page, and both in one picture. */
export async function* drawVehicleLicences(drawing: Drawing<VehicleFamily>): AsyncGenerator<Specimen> {
  for (const { id, name, random } of cardsOf(drawing)) {
    const family = familyOf(drawing.families ?? VEHICLE_FAMILIES, id) ?? random.pick(VEHICLE_FAMILIES)
    const style = family.style(random)
    const vehicle = inventVehicle(id)
    const worn = isWorn(drawing, id)
    const common = { family: family.name }
    const paintMain = (pen: Pen) => paintMainPage(pen, vehicle, style, seededRandom(id, 'main'))
    const paintSecond = (pen: Pen) => paintSecondPage(pen, vehicle, style, seededRandom(id, 'second'))
    const main = { ...common, size: PAGE, scan: await drawScan(PAGE, worn, paintMain) }
    const second = { ...common, size: PAGE, scan: await drawScan(PAGE, worn, paintSecond) }
    const both = BOTH[random.integer(0, 1)] ?? BOTH[0]
    yield { ...main, name: `${name}-main`, truth: vehicleTruth(vehicle, 'main') }
    yield { ...second, name: `${name}-second`, truth: vehicleTruth(vehicle, 'second') }
    const scan = await drawScan(both.size, worn, (pen) => paintWallet(pen, both, [paintMain, paintSecond], random))
    yield { ...common, name: `${name}-both`, size: both.size, scan, truth: vehicleTruth(vehicle, 'both') }
  }
}

function* cardsOf({ seed, count }: Drawing<unknown>) {
  for (let index = 0; index < count; index++) {
    const id = seed * 1000 + index
    yield { id, name: `${seed}-${String(index).padStart(3, '0')}`, random: seededRandom(id, 'card') }
  }
}

const familyOf = <Family>(families: readonly Family[] | undefined, id: number) =>
  families?.[(id % 1000) % families.length]

const isWorn = ({ worn = 0 }: Drawing<unknown>, id: number) => seededRandom(id, 'worn').chance(worn)

/** The two pages in an open wallet: one above the other, or side by side. */
const BOTH = [
  { size: { width: 94, height: 130, cornerRadius: 2 }, second: { x: 3, y: 67 } },
  { size: { width: 186, height: 66, cornerRadius: 2 }, second: { x: 95, y: 3 } },
] as const

function paintWallet(
  pen: Pen,
  { size, second }: (typeof BOTH)[number],
  pages: [(pen: Pen) => void, (pen: Pen) => void],
  random: Random,
): void {
  pen.fillStyle = random.pick(['#2a2522', '#5b2a26', '#1f2c3f', '#e9e6df'])
  pen.fillRect(0, 0, size.width, size.height)
  for (const [index, { x, y }] of [{ x: 3, y: 3 }, second].entries()) {
    pen.save()
    pen.translate(x + random.between(-0.8, 0.8), y + random.between(-0.8, 0.8))
    pen.rotate(random.between(-0.012, 0.012))
    pen.beginPath()
    pen.roundRect(0, 0, PAGE.width, PAGE.height, PAGE.cornerRadius)
    pen.clip()
    pages[index]?.(pen)
    pen.restore()
  }
}

function drawScan(size: Size, worn: boolean, paint: (pen: Pen) => void): Promise<Buffer> {
  const height = Math.round((SCAN_WIDTH * size.height) / size.width)
  const canvas = canvasLibrary().createCanvas(SCAN_WIDTH, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, SCAN_WIDTH, height)
  pen.scale(SCAN_WIDTH / size.width, height / size.height)
  pen.roundRect(0, 0, size.width, size.height, size.cornerRadius)
  pen.clip()
  paint(pen)
  if (worn) paintWear(pen, size, seededRandom(size.width, 'wear'))
  paintSpecimenMark(pen, size)
  return canvas.encode('jpeg', QUALITY)
}
