import type { Random } from '../random'
import { VEHICLE_LAYOUTS } from './layouts'
import type { VehicleStyle } from './style'

export interface VehicleFamily {
  name: string
  style: (random: Random) => VehicleStyle
}

const offset = (random: Random) => ({ x: random.between(-0.8, 1.2), y: random.between(-0.9, 0.7) })

/** The slanted, narrow face with a slashed zero that the real ones are printed in, as near as free faces come. */
const slanted: VehicleFamily = {
  name: 'slanted',
  style: (random) => ({
    paper: ['#e4efe6', '#f3f5ee', '#dfece6'],
    guilloche: 'waves',
    captions: { face: 'song', latin: 'song', colour: random.pick(['#2c3a37', '#3d4a45']), size: 2.4 },
    data: {
      face: 'harmonyRegular',
      latin: random.pick(['sairaCondensed', 'ubuntuMono', 'shareMono']),
      colour: random.pick(['#23262b', '#3b4048', '#565b63']),
      slant: random.between(0.12, 0.24),
      squeeze: random.between(0.78, 0.95),
      slashedZero: true,
      tracking: random.between(0.1, 0.35),
    },
    ...VEHICLE_LAYOUTS.measured,
    offset: offset(random),
    stamped: random.chance(0.25),
  }),
}

/** Upright Song, as generators on the web print it. */
const upright: VehicleFamily = {
  name: 'upright',
  style: (random) => ({
    paper: ['#f5f3ea', '#fbfaf4', '#efece0'],
    guilloche: 'rosettes',
    captions: { face: 'song', latin: 'song', colour: '#2a2a2a', size: 2.5 },
    data: {
      face: 'song',
      latin: random.pick(['song', 'robotoSlab']),
      colour: random.pick(['#807780', '#3a3a40', '#5d5863']),
      tracking: random.between(0, 0.25),
    },
    ...VEHICLE_LAYOUTS.measured,
    offset: offset(random),
    stamped: random.chance(0.15),
  }),
}

/** Hei, wider and smaller, its zeros slashed. */
const plain: VehicleFamily = {
  name: 'plain',
  style: (random) => ({
    paper: ['#e6eef3', '#f4f7f9', '#e1e9ef'],
    guilloche: 'waves',
    captions: { face: 'notoRegular', latin: 'notoRegular', colour: '#38506b', size: 2.2 },
    data: {
      face: 'notoRegular',
      latin: random.pick(['shareMono', 'ubuntuMono', 'notoRegular']),
      colour: random.pick(['#1f2023', '#303238']),
      slant: random.chance(0.5) ? random.between(0.08, 0.16) : 0,
      squeeze: random.between(0.86, 1),
      slashedZero: random.chance(0.6),
      tracking: random.between(0.05, 0.3),
    },
    ...VEHICLE_LAYOUTS.wide,
    offset: offset(random),
    stamped: random.chance(0.2),
  }),
}

export const VEHICLE_FAMILIES: readonly VehicleFamily[] = [slanted, upright, plain]
