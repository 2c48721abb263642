import { cardTag, oneOf } from '../card-tag'
import type { IdCard } from '../cards/idcard'
import { readIdCard } from '../cards/idcard'
import { OcrError } from '../errors'
import type { Side } from '../texts'

const SIDES: Side[] = ['front', 'back', 'any']

Component({
  behaviors: [cardTag],

  properties: {
    /** `front` (portrait), `back` (emblem) or `any`. */
    side: { type: String, value: 'any' },
  },

  methods: {
    /** What a tap does: capture, compress, send, read. */
    start(): Promise<void> {
      return this.run('idcard', () => {
        const side = oneOf(SIDES, this.data.side, 'side')
        return (reply) => readSide(reply, side)
      })
    },
  },
})

function readSide(reply: unknown, side: Side): IdCard | OcrError {
  const card = readIdCard(reply)
  if (card instanceof OcrError || side === 'any' || card.side === side) return card
  return new OcrError('wrong-side', `the picture shows the ${card.side} of the card`)
}
