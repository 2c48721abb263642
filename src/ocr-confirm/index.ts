import type { Row, RowDoubt } from '../draft'

/** A touch of one row. */
type Touch<Detail extends object = object> = WechatMiniprogram.CustomEvent<Detail, object, Row & { index: number }>

/** What was read, as a form. Events: `edit` with `{ name, value }` for each change, and `confirm`. */
Component({
  externalClasses: ['action-class'],

  properties: {
    /** Words. */
    look: { type: Object, value: {} },
    /** `Row`s; what is typed into them goes out with `edit` and doesn't come back, which would disturb the typing. */
    rows: { type: Array, value: [] as Row[] },
    /** A `RowDoubt` by the name of its field. */
    doubts: { type: Object, value: {} as Record<string, RowDoubt> },
    /** Too little is left to be confirmed. */
    blank: { type: Boolean, value: false },
  },

  methods: {
    onInput({ currentTarget, detail }: Touch<{ value: string }>) {
      this.triggerEvent('edit', { name: currentTarget.dataset.name, value: detail.value })
    },

    /** The input takes a value only where it differs from the last that it was given: hence the empty one between. */
    onSuggestion({ currentTarget }: Touch) {
      const { name, index, value } = currentTarget.dataset
      const path = `rows[${index}].value`
      this.setData({ [path]: '' }, () => this.setData({ [path]: value }))
      this.triggerEvent('edit', { name, value })
    },

    onConfirm() {
      if (!this.data.blank) this.triggerEvent('confirm')
    },
  },
})
