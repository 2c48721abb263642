import type { Random } from '../random'
import type { BankStyle } from './style'

export interface BankFamily {
  name: string
  style: (random: Random) => BankStyle
}

const DARK: BankStyle['paper'][] = [
  ['#1b3a6b', '#24508f', '#17305a'],
  ['#7a1420', '#a11f2d', '#5e0e18'],
  ['#22262b', '#3a3f46', '#17191c'],
  ['#0d5a4a', '#137a62', '#0a4438'],
]
const LIGHT: BankStyle['paper'][] = [
  ['#dfe6ee', '#f4f1e8', '#d6dde6'],
  ['#e9c46a', '#f4dfa0', '#d9a93f'],
  ['#cfe3f5', '#eef6fb', '#bcd6ee'],
  ['#f3d3d8', '#fbecee', '#e8bcc4'],
]
const BROAD = [
  [4, 4, 4, 4],
  [4, 4, 4, 4, 3],
] as const

/** Embossed, as most cards were for decades. */
const embossed: BankFamily = {
  name: 'embossed',
  style: (random) => {
    const tipped = random.chance(0.6)
    return {
      paper: random.pick(tipped ? DARK : [...DARK, ...LIGHT]),
      guilloche: random.pick(['waves', 'rosettes']),
      face: random.pick<BankStyle['face']>(['farrington', 'farrington', 'ocrB']),
      manner: tipped ? 'tipped' : 'embossed',
      ink: random.pick(['#d9dde2', '#e6c878', '#f1f2f4']),
      textInk: tipped ? '#eef0f3' : '#d9a64a',
      textFace: 'notoBold',
      grouping: random.pick(BROAD),
      number: { x: 9.5, y: 32.6, height: 4.6, pitch: 3.28, gap: 2.6 },
      bank: { x: 6, y: 8, size: 5.2 },
      extras: { firstFour: true, holder: true, phone: false, validity: { x: 34, y: 40 } },
    }
  },
}

/** Printed flat and small, in one of several faces, as debit cards are now. */
const flat: BankFamily = {
  name: 'flat',
  style: (random) => {
    const dark = random.chance(0.5)
    return {
      paper: random.pick(dark ? DARK : LIGHT),
      guilloche: 'waves',
      face: random.pick<BankStyle['face']>(['ubuntuMono', 'sairaCondensed', 'robotoSlab', 'notoRegular']),
      manner: 'flat',
      ink: dark ? random.pick(['#f4f4f4', '#e3c98d']) : random.pick(['#1d1f22', '#41464d']),
      textInk: dark ? '#ffffff' : '#23364f',
      textFace: 'harmonyBold',
      grouping: random.pick([[6, 13], [4, 4, 4, 4, 3], [4, 4, 4, 4], [19], [16]]),
      number: {
        x: random.between(6, 12),
        y: random.between(28, 40),
        height: random.between(3.6, 5),
        pitch: 2.9,
        gap: 2,
      },
      bank: { x: 7, y: 9, size: 4.6 },
      extras: { firstFour: false, holder: random.chance(0.4), phone: true, validity: { x: 36, y: 46.5 } },
    }
  },
}

/** Its number in two or more lines, in a large face. */
const stacked: BankFamily = {
  name: 'stacked',
  style: (random) => ({
    paper: random.pick(DARK),
    guilloche: 'rosettes',
    face: random.pick<BankStyle['face']>(['shareMono', 'robotoSlab', 'harmonyRegular']),
    manner: 'flat',
    ink: '#f0e2b8',
    textInk: '#f3f3f3',
    textFace: 'notoRegular',
    grouping: random.pick(BROAD),
    groupsALine: 2,
    number: { x: 8, y: 30.5, height: 5.4, pitch: 3.9, gap: 3 },
    bank: { x: 43, y: 9, size: 4.4 },
    extras: { firstFour: false, holder: false, phone: random.chance(0.5), validity: { x: 42, y: 46.5 } },
  }),
}

export const BANK_FAMILIES: readonly BankFamily[] = [embossed, flat, stacked]
