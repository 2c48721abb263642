import type { Person } from './people/person'
import type { Vehicle } from './vehicle/vehicle'

/** What a picture says, as written beside it: the fields of WeChat's reply. */
export type AnyTruth = Truth | BankTruth | VehicleTruth

/** A side of an identity card. */
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

export interface BankTruth {
  card: 'bankcard'
  number: string
}

/** The fields of the pages that it shows. */
export interface VehicleTruth {
  card: 'driving'
  page: 'main' | 'second' | 'both'
  [field: string]: string
}

export function vehicleTruth(vehicle: Vehicle, page: VehicleTruth['page']): VehicleTruth {
  const main = {
    plate_num: vehicle.plate,
    vehicle_type: vehicle.type,
    owner: vehicle.owner,
    addr: vehicle.addr,
    use_character: vehicle.useCharacter,
    model: vehicle.model,
    vin: vehicle.vin,
    engine_num: vehicle.engine,
    register_date: vehicle.registerDate,
    issue_date: vehicle.issueDate,
  }
  const second = {
    plate_num_b: vehicle.plate,
    record: vehicle.record,
    passengers_num: vehicle.passengers,
    total_quality: vehicle.totalMass,
    prepare_quality: vehicle.kerbMass,
    overall_size: vehicle.size.replace(/×/g, 'x'),
  }
  return { card: 'driving', page, ...(page === 'second' ? {} : main), ...(page === 'main' ? {} : second) }
}
