import type { Cancellation } from '../cancellation'
import { Cancelled } from '../cancellation'
import type { CardKind } from '../card-kind'
import { textsIn, wordsOf } from '../config'
import type { Part, Reading, Review } from '../parts'
import { partOfTag } from '../part-of-tag'
import type { Draft, Row, RowDoubt } from './draft'
import { doubtsOf, edit, rowsOf } from './draft'
import { LABELS } from './labels'
import { TEXTS } from './texts'

/** A touch of one row. */
type Touch<Detail extends object = object> = WechatMiniprogram.CustomEvent<Detail, object, Row & { index: number }>

/** What is being corrected, by form. */
const drafts = new WeakMap<object, Draft>()

/** Inside a tag: what was read, as a form, before the tag's `result`. */
Component({
  behaviors: [partOfTag],
  options: { virtualHost: true },
  externalClasses: ['action-class'],

  data: {
    look: {},
    /** What is typed into them is not written back, which would disturb the typing. */
    rows: [] as Row[],
    /** By the name of their field. */
    doubts: {} as Record<string, RowDoubt>,
    /** Too little is left to be confirmed. */
    blank: false,
  },

  lifetimes: {
    /** Who waits for it waits no longer. */
    detached() {
      const draft = drafts.get(this)
      drafts.delete(this)
      if (draft) draft.dismiss(new Cancelled())
    },
  },

  methods: {
    abilities(): Part {
      return { review: (...all) => this.review(...all) }
    },

    /** As `Part` says. Nothing that was read is kept from its end on. */
    review(reading: Reading, kind: CardKind, locale: string, task: Cancellation): Review {
      const { headline, detail, ...look } = wordsOf(TEXTS, locale, 'confirm')
      const labels = wordsOf<{ fields: Record<string, string> }>(
        { fields: LABELS[kind.card] },
        locale,
        kind.card,
      ).fields
      const { checks } = textsIn(locale)
      const confirmed = new Promise<Reading>((confirm, dismiss) => {
        const fields = { ...reading.fields }
        drafts.set(this, { kind, words: checks, reading, fields, card: reading, confirm, dismiss })
      })
      const clear = () => {
        if (drafts.delete(this)) this.setData({ rows: [], doubts: {} })
      }
      this.setData({ look, rows: rowsOf(reading, labels), doubts: doubtsOf(reading, checks), blank: false })
      task.onCancel(clear)
      return { headline, detail, confirmed: task.race(confirmed).finally(clear) }
    },

    onForm() {
      // A tap into the form is none on the tag around it, which would begin anew.
    },

    edit(name: string, value: string) {
      const draft = drafts.get(this)
      if (!draft) return
      edit(draft, name, value)
      const { card, words } = draft
      this.setData({ doubts: card ? doubtsOf(card, words) : {}, blank: !card })
    },

    onInput({ currentTarget, detail }: Touch<{ value: string }>) {
      this.edit(currentTarget.dataset.name, detail.value)
    },

    /** The input takes a value only where it differs from the last that it was given: hence the empty one between. */
    onSuggestion({ currentTarget }: Touch) {
      const { name, index, value } = currentTarget.dataset
      const path = `rows[${index}].value`
      this.setData({ [path]: '' }, () => {
        if (drafts.has(this)) this.setData({ [path]: value })
      })
      this.edit(name, value)
    },

    onConfirm() {
      const draft = drafts.get(this)
      if (draft && draft.card) draft.confirm(draft.card)
    },
  },
})
