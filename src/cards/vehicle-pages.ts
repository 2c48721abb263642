import type { OcrError } from '../errors'
import type { Vehicle, VehicleFields } from './vehicle'
import { readVehicle } from './vehicle'

const SECOND_PAGE = /^(plateNumB|record|passengersNum|overallSize)$|Quality$/

/** The main page is the front (正页), the second page the back (副页); one photo may show both. */
export function pagesOf({ fields }: Vehicle): Array<'front' | 'back'> {
  const filled = (Object.keys(fields) as Array<keyof VehicleFields>).filter((name) => fields[name])
  const isBack = (name: string) => SECOND_PAGE.test(name)
  return [...(filled.every(isBack) ? [] : ['front' as const]), ...(filled.some(isBack) ? ['back' as const] : [])]
}

/** Two photos, one of each page, as one licence: read again as a whole, so that the plates are compared. */
export function joinVehicle(front: Vehicle, back: Vehicle): Vehicle | OcrError {
  const fields = { ...back.fields }
  for (const name of Object.keys(fields) as Array<keyof VehicleFields>)
    fields[name] = front.fields[name] || fields[name]
  // A service that sees the second page alone may call its plate simply the plate.
  fields.plateNumB ||= back.fields.plateNum
  const vehicle = readVehicle({ fields })
  return 'fields' in vehicle ? { ...vehicle, raw: [front.raw, back.raw] } : vehicle
}
