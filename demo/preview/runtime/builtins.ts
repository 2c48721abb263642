import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { domElement } from './backend'
import { defineCamera } from './camera-tag'
import { defineInput, submit } from './form-builtins'
import { BUILTIN_TAGS } from './tags'

/** Properties of WeChat's tags and the HTML attributes that say the same. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  hidden: 'hidden',
  disabled: 'disabled',
  loading: 'loading',
  plain: 'plain',
  type: 'type',
  size: 'size',
  hoverClass: 'hover-class',
  userSelect: 'user-select',
  ariaRole: 'role',
  ariaLabel: 'aria-label',
  ariaLabelledby: 'aria-labelledby',
  ariaDescribedby: 'aria-describedby',
  ariaHidden: 'aria-hidden',
  ariaLive: 'aria-live',
  ariaBusy: 'aria-busy',
  ariaChecked: 'aria-checked',
  ariaSelected: 'aria-selected',
  ariaPressed: 'aria-pressed',
  ariaExpanded: 'aria-expanded',
  ariaDisabled: 'aria-disabled',
  ariaValuenow: 'aria-valuenow',
  ariaValuemin: 'aria-valuemin',
  ariaValuemax: 'aria-valuemax',
}

/** What a keyboard can reach, as a finger can. */
const OPERABLE_ROLES = ['button', 'checkbox', 'link', 'radio', 'switch', 'tab']

const COMMON_PROPERTIES = Object.fromEntries(Object.keys(ATTRIBUTES).map((name) => [name, null]))
/** Each tells the element what it was given, and nothing of what it was not. */
const COMMON_OBSERVERS = Object.fromEntries(
  Object.entries(ATTRIBUTES).map(([property, attribute]) => [
    property,
    function (this: glassEasel.GeneralComponent) {
      reflect(this, attribute, this.data[property])
    },
  ]),
)

type Define = (space: glassEasel.ComponentSpace, tag: string) => glassEasel.GeneralComponentDefinition

/** The tags that are more than a box around their content. */
const DEFINED: Readonly<Record<string, Define>> = {
  image: defineImage,
  input: defineInput,
  button: defineButton,
  camera: defineCamera,
}

/** Defines WeChat's own tags; their looks are in phone.css. */
export function defineBuiltins(space: glassEasel.ComponentSpace): void {
  for (const tag of BUILTIN_TAGS) {
    const define = DEFINED[tag] ?? defineContainer
    space.setGlobalUsingComponent(tag, define(space, tag))
  }
}

function defineContainer(space: glassEasel.ComponentSpace, tag: string): glassEasel.GeneralComponentDefinition {
  return space
    .defineComponent({
      is: `wx/${tag}`,
      properties: COMMON_PROPERTIES,
      observers: COMMON_OBSERVERS,
    })
    .general()
}

function defineButton(space: glassEasel.ComponentSpace): glassEasel.GeneralComponentDefinition {
  return space
    .defineComponent({
      is: 'wx/button',
      properties: { ...COMMON_PROPERTIES, formType: String },
      observers: COMMON_OBSERVERS,
      lifetimes: {
        attached() {
          reflect(this, 'role', 'button')
          this.addListener('tap', () => this.data.formType === 'submit' && submit(this))
        },
      },
    })
    .general()
}

/** `<image>` draws with an `<img>` inside; `mode` is in phone.css. Fires `load` and `error` as WeChat does. */
function defineImage(space: glassEasel.ComponentSpace): glassEasel.GeneralComponentDefinition {
  return space
    .defineComponent({
      is: 'wx/image',
      properties: { ...COMMON_PROPERTIES, src: String, mode: { type: String, value: 'scaleToFill' } },
      observers: {
        ...COMMON_OBSERVERS,
        mode() {
          reflect(this, 'mode', this.data.mode)
        },
        src() {
          domElement(this)?.replaceChildren(createPicture(this, this.data.src))
        },
      },
      lifetimes: {
        attached() {
          reflect(this, 'mode', this.data.mode)
        },
      },
    })
    .general()
}

function createPicture(image: glassEasel.GeneralComponent, src: string): HTMLElement | '' {
  if (!src) return ''
  const picture = document.createElement('img')
  picture.alt = ''
  picture.onload = () => image.triggerEvent('load', { width: picture.naturalWidth, height: picture.naturalHeight })
  picture.onerror = () => image.triggerEvent('error', { errMsg: `load ${src} fail` })
  picture.src = src
  return picture
}

/** `aria-…="false"` says something; a false or missing `hidden` or `disabled` is no attribute at all. */
function reflect(component: glassEasel.GeneralComponent, name: string, value: unknown): void {
  const element = domElement(component)
  const absent = value === null || value === undefined || (value === false && !name.startsWith('aria-'))
  if (absent) element?.removeAttribute(name)
  else element?.setAttribute(name, String(value))
  if (element && name === 'role' && OPERABLE_ROLES.includes(String(value))) element.tabIndex = 0
}
