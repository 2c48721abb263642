import { BACK_REPLY, FRONT_REPLY } from '../../testing/fake-phone'
import { BANKCARD_REPLY, MAIN_PAGE_REPLY, SECOND_PAGE_REPLY } from '../components/cards'

/** What a recogniser says of made-up cards, in the shape of WeChat's HTTP API; a licence with both its pages. */
export const REPLIES = {
  front: FRONT_REPLY,
  back: BACK_REPLY,
  bankcard: BANKCARD_REPLY,
  vehicle: { ...MAIN_PAGE_REPLY, ...SECOND_PAGE_REPLY },
}
