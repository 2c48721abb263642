import { Cancelled } from '../cancellation'
import { captureError } from '../capture/capture-error'
import type { Photo } from '../capture/capture'
import { windowIn } from '../capture/crop'
import { createGuide } from '../capture/guide'
import type { Permission, PermissionEvent, PermissionGate } from '../capture/permission'
import { createPermissionGate } from '../capture/permission'
import { textsIn } from '../config'
import { errorDetail } from '../events'
import { viewSize } from '../wx/camera'
import type { Area } from '../wx/canvas'
import { removeFile } from '../wx/file'
import { openSettings } from '../wx/setting'
import { watchCards } from '../wx/vision-kit'
import { askForCamera, photograph } from './camera'
import { cameraOfTag, viewfinderTexts } from './part'

/** What a viewfinder on the screen holds beside its data. */
interface Live {
  gate: PermissionGate
  /** The still that is shown, until it is handed over. */
  path?: string
  /** The shot that is awaited; any other comes too late. */
  shooting?: object
  stopGuide?: () => void
}

const attached = new WeakSet<object>()
/** The open ones. */
const live = new WeakMap<object, Live>()

function happen(viewfinder: object, event: PermissionEvent): void {
  const parts = live.get(viewfinder)
  if (parts) parts.gate.happen(event)
}

const NOWHERE: Area = { x: 0, y: 0, width: 0, height: 0 }

/** A camera with a card's window over the whole page: of a tag, or on its own, with the events `photo`, `album`, `close`, `error`. */
Component({
  behaviors: [cameraOfTag],

  properties: {
    /** `idcard`, `bankcard` or `vehicle`: the window's shape. */
    card: { type: String, value: 'idcard' },
    /** Of an identity card: `front`, `back` or `any`. */
    side: { type: String, value: 'any' },
    /** Whether a way to the album is offered. */
    album: { type: Boolean, value: true },
    /** VisionKit tells side, completeness and rotation, and shoots by itself. Identity cards, base library 3.3.0. */
    guide: { type: Boolean, value: false },
    /** What to fit into the window: 身份证人像面. */
    name: { type: String, value: '' },
    locale: { type: String, value: '' },
  },

  data: {
    permission: 'unknown' as Permission,
    shot: null as Photo | null,
    isShooting: false,
    torch: false,
    /** Pixels of the page. */
    view: { width: 0, height: 0 },
    window: NOWHERE,
    /** Said in place of the instruction. */
    hint: '',
    texts: {},
  },

  lifetimes: {
    attached() {
      attached.add(this)
      if (this.data.open) this.begin()
    },

    detached() {
      attached.delete(this)
      this.end()
    },
  },

  pageLifetimes: {
    show() {
      happen(this, 'show')
    },

    hide() {
      happen(this, 'hide')
    },

    resize() {
      if (live.has(this)) this.layOut()
    },
  },

  observers: {
    open(open: boolean) {
      if (!open) this.end()
      else if (attached.has(this)) this.begin()
    },

    'card, side, name, locale'() {
      const parts = live.get(this)
      if (!parts) return
      this.layOut()
      // Begun anew, as it follows the side that it began with.
      if (parts.stopGuide) this.onCameraReady()
    },
  },

  methods: {
    begin() {
      if (live.has(this)) return
      const gate = createPermissionGate({
        ask: askForCamera,
        openSettings,
        onChange: (permission) => {
          if (permission !== 'granted') this.stopGuide()
          // A camera that is gone may never answer for its last shot.
          this.setData({ permission, isShooting: false })
        },
        onError: (thrown) => this.tellError(thrown),
      })
      live.set(this, { gate })
      this.layOut()
      gate.happen('show')
    },

    end() {
      this.stopGuide()
      this.dropStill()
      happen(this, 'close')
      live.delete(this)
      if (attached.has(this)) this.setData({ permission: 'unknown', shot: null, torch: false })
    },

    /** The window for the page as it is now, and everything to be said. A still that was framed for another is dropped. */
    layOut() {
      this.dropStill()
      const { card, name } = this.data
      const { locale } = this.data
      const texts = viewfinderTexts(locale)
      const { advice, settings } = textsIn(locale)
      const view = viewSize()
      this.setData({
        view,
        window: windowIn(view, card === 'vehicle' ? card : 'idcard'),
        texts: {
          ...texts,
          fit: texts.fit.replace('{}', name || texts.card),
          advice: advice['open-settings'],
          settings,
        },
        hint: '',
        shot: null,
        isShooting: false,
      })
    },

    /** Nothing below is scrolled. */
    stay() {},

    onShutter() {
      void this.shoot()
    },

    async shoot(): Promise<void> {
      const { permission, isShooting, shot, view, window } = this.data
      const parts = live.get(this)
      if (!parts || isShooting || shot || permission !== 'granted') return
      const shooting = (parts.shooting = {})
      this.setData({ isShooting: true })
      try {
        const shot = await photograph(window, view)
        if (parts.shooting !== shooting) return removeFile(shot.path)
        parts.path = shot.path
        this.setData({ shot, isShooting: false, hint: '' })
      } catch (thrown) {
        if (parts.shooting !== shooting) return
        this.setData({ isShooting: false })
        this.tellError(thrown)
      }
    },

    onUse() {
      const parts = live.get(this)
      const { shot } = this.data
      if (!parts || !parts.path || !shot) return
      parts.path = undefined
      this.answer(shot, 'photo', shot)
    },

    onRetake() {
      this.dropStill()
      this.setData({ shot: null })
    },

    /** One that has not been handed over is nobody's, nor is one that is still to come. */
    dropStill() {
      const parts = live.get(this)
      if (parts && parts.path) removeFile(parts.path)
      if (parts) parts.path = parts.shooting = undefined
    },

    onTorch() {
      this.setData({ torch: !this.data.torch })
    },

    onAlbum() {
      this.answer('album', 'album')
    },

    onClose() {
      this.answer(new Cancelled(), 'close')
    },

    onSettings() {
      happen(this, 'settings')
    },

    onCameraReady() {
      const parts = live.get(this)
      const { guide, card, side, locale } = this.data
      if (!parts || !guide || card !== 'idcard') return
      const words = viewfinderTexts(locale).guide
      const follow = createGuide(side)
      this.stopGuide()
      parts.stopGuide = watchCards((anchor) => {
        if (!live.has(this) || this.data.shot || this.data.isShooting) return follow(undefined)
        const seen = follow(anchor)
        if (seen === 'ready') return void this.shoot()
        const hint = seen ? words[seen] : ''
        if (hint !== this.data.hint) this.setData({ hint })
      })
    },

    stopGuide() {
      const parts = live.get(this)
      if (parts && parts.stopGuide) parts.stopGuide()
      if (parts) parts.stopGuide = undefined
    },

    onCameraError({ detail }: WechatMiniprogram.CustomEvent) {
      const error = captureError(detail)
      if (error.kind === 'privacy') this.tellError(error)
      else happen(this, 'refuse')
    },

    /** A shot that failed can be taken again; what the person can do nothing about ends it. */
    tellError(thrown: unknown) {
      if (!live.has(this)) return
      const error = captureError(thrown)
      const texts = textsIn(this.data.locale)
      if (error.kind === 'capture') this.setData({ hint: texts.errors.capture })
      else this.answer(error, 'error', errorDetail(error, texts))
    },
  },
})
