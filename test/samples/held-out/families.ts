/**
 * Families that nobody looks at while tuning: `npm run bench` alone may import them (ESLint holds it), and reports them
 * in a row of their own.
 */
import type { BankFamily } from '../bankcard/families'
import type { BankStyle } from '../bankcard/style'
import type { IdFamily } from '../card/families'
import { LAYOUTS } from '../card/layouts'
import { printOffset } from '../card/style'
import type { Random } from '../random'
import type { VehicleFamily } from '../vehicle/families'
import { HELD_OUT_LAYOUTS } from './layouts'

/** Kai, on paper of another colour, where BDCI's generator places it. */
const kaiCard: IdFamily = {
  name: 'kai',
  style: (random) => ({
    layout: HELD_OUT_LAYOUTS.idcard,
    labelFace: 'kaiBold',
    valueFace: 'kai',
    numberFace: random.pick(['b612Mono', 'quantico']),
    labelColour: random.pick(['#00a0d8', '#3b86a8']),
    ink: random.pick(['#202224', '#3c3d42']),
    paper: ['#eef0e4', '#f6f6f0', '#e6ece4'],
    guilloche: random.pick(['waves', 'rosettes']),
    offset: printOffset(random),
  }),
}

/** Song, its number in a slab. */
const songCard: IdFamily = {
  name: 'song',
  style: (random) => ({
    layout: LAYOUTS.measured,
    labelFace: 'song',
    valueFace: 'song',
    numberFace: 'zillaSlab',
    labelColour: '#2a7fb8',
    ink: random.pick(['#1b1b1d', '#37383d']),
    paper: ['#f3ead9', '#f2f1ea', '#e4edf2'],
    guilloche: 'rosettes',
    offset: printOffset(random),
  }),
}

export const HELD_OUT_ID_FAMILIES: readonly IdFamily[] = [kaiCard, songCard]

const metal = (random: Random): BankStyle => ({
  paper: random.pick([
    ['#b7bcc4', '#dfe2e6', '#9fa6b0'],
    ['#3b2f6b', '#55459a', '#2a2150'],
  ]),
  guilloche: 'rosettes',
  face: random.pick<BankStyle['face']>(['overpassMono', 'quantico']),
  manner: random.pick<BankStyle['manner']>(['embossed', 'tipped']),
  ink: random.pick(['#f2f2f2', '#caa75a', '#2c2f36']),
  textInk: '#1d2430',
  textFace: 'kaiBold',
  grouping: random.pick([
    [4, 4, 4, 4],
    [6, 13],
  ]),
  number: { x: 8, y: 31.5, height: 4.8, pitch: 3.35, gap: 2.2 },
  bank: { x: 38, y: 8, size: 5 },
  extras: { firstFour: true, holder: true, phone: true, validity: { x: 30, y: 40 } },
})

const card = (random: Random): BankStyle => ({
  paper: random.pick([
    ['#dfe9f2', '#f4f8fb', '#ccdbe8'],
    ['#fafafa', '#ffffff', '#f0f0f0'],
    ['#f6b93b', '#fad390', '#e58e26'],
  ]),
  guilloche: 'waves',
  face: random.pick<BankStyle['face']>(['zillaSlab', 'b612Mono', 'kai']),
  manner: 'flat',
  ink: random.pick(['#5d5f66', '#6b4d1f', '#3a3d45']),
  textInk: '#55585f',
  textFace: 'song',
  grouping: random.pick([
    [4, 4, 4, 4, 3],
    [8, 8],
    [6, 13],
  ]),
  groupsALine: random.pick([1, 2, 5]),
  number: {
    x: random.between(7, 14),
    y: random.between(30, 33),
    height: random.between(3.8, 4.8),
    pitch: 3.1,
    gap: 2.2,
  },
  bank: { x: 8, y: 9, size: 4.2 },
  extras: { firstFour: false, holder: random.chance(0.5), phone: false, validity: { x: 38, y: 50 } },
})

export const HELD_OUT_BANK_FAMILIES: readonly BankFamily[] = [
  { name: 'metal', style: metal },
  { name: 'designer', style: card },
]

/** A slanted slab with slashed zeros, Kai for the Chinese: nothing like the tuned faces. */
const kaiLicence: VehicleFamily = {
  name: 'kai',
  style: (random) => ({
    paper: ['#dfe9dd', '#eef3ea', '#d6e4d8'],
    guilloche: 'rosettes',
    captions: { face: 'kaiBold', latin: 'zillaSlab', colour: '#33403a', size: 2.4 },
    data: {
      face: 'kai',
      latin: random.pick(['overpassMono', 'b612Mono']),
      colour: random.pick(['#26292d', '#44484f']),
      slant: random.between(0.1, 0.22),
      squeeze: random.between(0.74, 0.92),
      slashedZero: true,
      tracking: random.between(0.05, 0.3),
    },
    ...HELD_OUT_LAYOUTS.vehicle,
    offset: { x: random.between(-1, 1), y: random.between(-0.9, 0.9) },
    stamped: random.chance(0.3),
  }),
}

const quanticoLicence: VehicleFamily = {
  name: 'hei',
  style: (random) => ({
    paper: ['#f7f7f2', '#ffffff', '#eff1ea'],
    guilloche: 'waves',
    captions: { face: 'harmonyRegular', latin: 'harmonyRegular', colour: '#2b4f57', size: 2.3 },
    data: {
      face: 'notoBold',
      latin: 'quantico',
      colour: '#3a3d43',
      slant: random.between(0, 0.2),
      squeeze: random.between(0.8, 0.95),
      slashedZero: random.chance(0.5),
      tracking: random.between(0, 0.25),
    },
    ...HELD_OUT_LAYOUTS.vehicle,
    offset: { x: random.between(-1, 1), y: random.between(-0.9, 0.9) },
    stamped: random.chance(0.2),
  }),
}

export const HELD_OUT_VEHICLE_FAMILIES: readonly VehicleFamily[] = [kaiLicence, quanticoLicence]
