import type { Person } from './people/person'

/** What a side says, as written beside its picture: the fields of WeChat's reply. */
export type Truth = FrontTruth | BackTruth

export interface FrontTruth {
  /** The portrait side, which WeChat's API calls the front. */
  side: 'front'
  name: string
  id: string
  addr: string
  gender: string
  nationality: string
}

export interface BackTruth {
  side: 'back'
  /** `20070105-20270105` or `20070105-长期` */
  valid_date: string
  authority: string
}

export function frontTruth({ name, id, addr, gender, nationality }: Person): FrontTruth {
  return { side: 'front', name, id, addr, gender, nationality }
}

export function backTruth({ validFrom, validUntil, authority }: Person): BackTruth {
  return { side: 'back', valid_date: `${validFrom}-${validUntil}`, authority }
}
