/** What a tag looks like in each of its states. Events: `start`, `cancel`, `settings`. */
Component({
  externalClasses: ['card-class', 'action-class'],

  properties: {
    /** The words on its button. */
    look: Object,
    /** The card that is asked for, in outline: what stands where on 192 × 121 px, as `Art` says. */
    art: Array,
    /** Two photos are asked for. */
    pair: Boolean,
    /** `idle`, `capturing`, `working`, `confirming`, `done` or `failed`. */
    state: { type: String, value: 'idle' },
    stage: String,
    percent: Number,
    headline: String,
    detail: String,
    /** What was refused can be allowed in WeChat's settings. */
    refused: Boolean,
    /** The picture that was recognised. */
    image: String,
    disabled: Boolean,
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
