import { currentConfig } from '../config'
import type { Source } from '../capture/capture'
import { textsFor } from '../texts'
import { hasCamera } from '../wx/device'
import { openSettings } from '../wx/setting'

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
    /** Where a tap leads: `both`, `camera` or `album`; on a PC there is an album alone. */
    source: { type: String, value: 'both' },
    locale: { type: String, value: '' },
  },

  data: {
    texts: {},
    hint: '',
  },

  observers: {
    'locale, source'() {
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
      const { locale, source } = this.data
      const texts = textsFor(locale || currentConfig().locale)
      this.setData({ texts, hint: texts.hints[source === 'both' && !hasCamera() ? 'album' : (source as Source)] })
    },

    onStart() {
      if (!this.data.disabled) this.triggerEvent('start')
    },

    onSettings() {
      void openSettings()
    },

    onCancel() {
      this.triggerEvent('cancel')
    },
  },
})
