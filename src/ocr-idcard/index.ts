import { cardTag } from '../card-tag'

Component({
  behaviors: [cardTag],

  properties: {
    /** `front` (portrait), `back` (emblem) or `any`. */
    side: { type: String, value: 'any' },
  },

  methods: {
    /** What a tap does: capture, compress, send, read. */
    start(): Promise<void> {
      return this.run('idcard', this.data.side)
    },
  },
})
