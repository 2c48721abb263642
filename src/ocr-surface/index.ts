/** What a tag looks like in each of its states. Events: `start`, `cancel`, `settings`. */
Component({
  externalClasses: ['card-class', 'action-class'],

  properties: {
    /** The words on its button. */
    look: { type: Object, value: {} },
    /** The card that is asked for, in outline: what stands where on 192 × 121 px, as `Art` says. */
    art: { type: Array, value: [] },
    /** Two photos are asked for. */
    pair: { type: Boolean, value: false },
    /** `idle`, `capturing`, `working`, `confirming`, `done` or `failed`. */
    state: { type: String, value: 'idle' },
    stage: { type: String, value: '' },
    percent: { type: Number, value: 0 },
    headline: { type: String, value: '' },
    detail: { type: String, value: '' },
    /** The picture that was recognised. */
    refused: { type: Boolean, value: false },
    image: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
  },

  methods: {
    onBox() {
      if (this.data.state === 'idle' && !this.data.disabled) this.triggerEvent('start')
    },

    onSettings() {
      this.triggerEvent('settings')
    },

    onAction() {
      const { state } = this.data
      this.triggerEvent(state === 'working' || state === 'capturing' ? 'cancel' : 'start')
    },
  },
})
