/** What a tag looks like in each of its states. Events: `start`, `cancel`, `settings`. */
Component({
  externalClasses: ['card-class', 'action-class'],

  properties: {
    words: { type: Object, value: {} },
    card: { type: String, value: '' },
    /** Which outline, and which words: the side asked for now. */
    side: { type: String, value: 'any' },
    /** The side that is read already, of `both`. */
    half: { type: String, value: '' },
    both: { type: Boolean, value: false },
    /** `idle`, `capturing`, `working`, `done` or `failed`. */
    state: { type: String, value: 'idle' },
    stage: { type: String, value: '' },
    percent: { type: Number, value: 0 },
    /** What went wrong, and what to do now. */
    message: { type: String, value: '' },
    advice: { type: String, value: '' },
    refused: { type: Boolean, value: false },
    /** The picture that was recognised, and the card's fields in short. */
    image: { type: String, value: '' },
    summary: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
  },

  methods: {
    onStart() {
      if (!this.data.disabled) this.triggerEvent('start')
    },

    onSettings() {
      this.triggerEvent('settings')
    },

    onCancel() {
      this.triggerEvent('cancel')
    },
  },
})
