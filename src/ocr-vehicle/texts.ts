import type { CardTexts, Table } from '../texts'

export const TEXTS: Table<CardTexts> = {
  titles: {
    front: ['行驶证正页', 'Vehicle licence: main page'],
    back: ['行驶证副页', 'Vehicle licence: second page'],
    any: ['行驶证', 'Vehicle licence'],
    both: ['行驶证正页和副页', 'Vehicle licence, both pages'],
  },
}
