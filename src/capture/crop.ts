import type { Card } from '../backends/backend'
import type { Area, Size } from '../wx/canvas'

/** Millimetres: ISO/IEC 7810 ID-1, and a page of the vehicle licence (GA 37). */
const ID_1: Size = { width: 85.6, height: 54 }
const CARDS: Record<Card, Size> = { idcard: ID_1, bankcard: ID_1, vehicle: { width: 88, height: 60 } }

/** What stays free beside the window: across a view, and along it, where the controls are. View pixels. */
const ASIDE = 16
const ASIDE_LYING = 52
const CONTROLS = 128

/** Of the window's width, on each side: a card held a little too near is still whole, and recognisers want to see its edge. */
const MARGIN = 0.08

/** Where the card's window is: in the middle, where a lens draws best, as large as the controls allow. View pixels. */
export function windowIn(view: Size, card: Card): Area {
  const { width: across, height: upright } = CARDS[card]
  const isLying = view.width > view.height
  const room = {
    width: view.width - 2 * (isLying ? CONTROLS : ASIDE),
    height: view.height - 2 * (isLying ? ASIDE_LYING : CONTROLS),
  }
  const scale = Math.min(room.width / across, room.height / upright)
  const [width, height] = [across * scale, upright * scale]
  return { x: (view.width - width) / 2, y: (view.height - height) / 2, width, height }
}

/** What an area of the view is of the photo, which fills the view and is centred in it (aspect fill). Photo pixels. */
export function toPhoto({ x, y, width, height }: Area, view: Size, photo: Size): Area {
  const scale = Math.min(photo.width / view.width, photo.height / view.height)
  return {
    x: (x - view.width / 2) * scale + photo.width / 2,
    y: (y - view.height / 2) * scale + photo.height / 2,
    width: width * scale,
    height: height * scale,
  }
}

/** The part of the photo to send: what stood in the window and a margin around it, as far as the photo goes. Whole pixels. */
export function cropTo(window: Area, view: Size, photo: Size): Area {
  const seen = toPhoto(window, view, photo)
  const margin = seen.width * MARGIN
  const from = (start: number) => Math.max(0, Math.round(start - margin))
  const to = (end: number, side: number) => Math.min(side, Math.round(end + margin))
  const [x, y] = [from(seen.x), from(seen.y)]
  return { x, y, width: to(seen.x + seen.width, photo.width) - x, height: to(seen.y + seen.height, photo.height) - y }
}
