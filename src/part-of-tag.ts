import type { Part } from './parts'

/** What each part has told its tag. */
const told = new WeakMap<object, Part>()

export const isGone = (component: object) => !told.has(component)

/**
 * A component that does some of the work of the tag that it stands in, so that only who uses it carries it. The tag hears
 * of it by an event that goes up through its slot.
 */
export const partOfTag = Behavior({
  lifetimes: {
    attached() {
      const part = this.abilities()
      told.set(this, part)
      this.triggerEvent('ocrpart', part, { bubbles: true, composed: true })
    },
    detached() {
      const part = told.get(this)
      if (part) part.isGone = true
      told.delete(this)
    },
  },

  methods: {
    abilities: (): Part => ({}),
  },
})
