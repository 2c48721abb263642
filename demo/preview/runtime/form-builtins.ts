import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { domElement } from './backend'

/** `<input>` types into an `<input>` inside; fires `input` with the value as WeChat does. */
export function defineInput(space: glassEasel.ComponentSpace): glassEasel.GeneralComponentDefinition {
  return space
    .defineComponent({
      is: 'wx/input',
      properties: {
        value: String,
        name: String,
        placeholder: String,
        maxlength: Number,
        disabled: Boolean,
        ariaLabel: String,
      },
      observers: {
        value() {
          const field = fieldOf(this)
          if (field) field.value = this.data.value
        },
        'placeholder, disabled, ariaLabel'() {
          const field = fieldOf(this)
          if (!field) return
          field.placeholder = this.data.placeholder
          field.disabled = this.data.disabled
          if (this.data.ariaLabel) field.setAttribute('aria-label', this.data.ariaLabel)
        },
      },
    })
    .general()
}

/** The field inside, made when it is first asked for. */
function fieldOf(input: glassEasel.GeneralComponent): HTMLInputElement | undefined {
  const element = domElement(input)
  if (!element) return undefined
  const existing = element.querySelector('input')
  if (existing) return existing
  const field = element.appendChild(document.createElement('input'))
  field.addEventListener('input', (event) => {
    event.stopPropagation()
    input.triggerEvent('input', { value: field.value })
  })
  return field
}

/** A `<button form-type="submit">` inside a `<form>` fires its `submit`, with what stands in each named field. */
export function submit(button: glassEasel.Element): void {
  const form = ancestors(button).find((element) => domElement(element)?.localName === 'wx-form')
  if (form) form.triggerEvent('submit', { value: valuesIn(form) })
}

function ancestors(element: glassEasel.Element): glassEasel.Element[] {
  const parent = element.getComposedParent()
  return parent ? [parent, ...ancestors(parent)] : []
}

/** Inputs, and components that are form fields. */
function valuesIn(form: glassEasel.Element): Record<string, unknown> {
  const { Component, ElementIterator, ElementIteratorType } = glassEasel
  const values: Record<string, unknown> = {}
  for (const element of ElementIterator.create(form, ElementIteratorType.ComposedDescendantsRootFirst)) {
    if (!Component.isComponent(element) || !element.data.name || !('value' in element.data)) continue
    const field = domElement(element)?.querySelector('input')
    values[element.data.name] = domElement(element)?.localName === 'wx-input' ? field?.value : element.data.value
  }
  return values
}
