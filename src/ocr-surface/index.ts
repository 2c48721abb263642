import { currentConfig } from '../config'
import { textsFor } from '../texts'

/** What a tag looks like in each of its states. Events: `start`, `cancel`. */
Component({
  properties: {
    /** `front`, `back` or `any`: which outline, and which words. */
    side: { type: String, value: 'any' },
    /** `idle`, `capturing`, `working`, `done` or `failed`. */
    state: { type: String, value: 'idle' },
    stage: { type: String, value: '' },
    percent: { type: Number, value: 0 },
    /** What went wrong, and what to do now. */
    message: { type: String, value: '' },
    advice: { type: String, value: '' },
    /** The picture that was recognised. */
    image: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
    locale: { type: String, value: '' },
  },

  data: {
    texts: {},
  },

  observers: {
    locale() {
      this.translate()
    },
  },

  lifetimes: {
    attached() {
      this.translate()
    },
  },

  methods: {
    translate() {
      this.setData({ texts: textsFor(this.data.locale || currentConfig().locale) })
    },

    onStart() {
      if (!this.data.disabled) this.triggerEvent('start')
    },

    onCancel() {
      this.triggerEvent('cancel')
    },
  },
})
