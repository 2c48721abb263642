import fc from 'fast-check'
import type { Network } from './every-backend'
import { BACK_REPLY, FRONT_REPLY } from '../../testing/fake-phone'

/** A tag in a page, on whatever runtime. */
export interface PlayedTag {
  start(): unknown
  cancel(): void
  reset(): void
  detach(): void
  state(): string
  events: Array<{ name: string; detail: unknown }>
  /** How often it has set data. */
  settings(): number
}

export interface World {
  tag: PlayedTag
  network: Network
  /** Every chooser that was opened; answering one again does nothing. */
  choosers: Array<(errMsg?: string) => void>
  /** Photos that one start may ask for. */
  photos: 1 | 2
  /** A timer never comes in between promises: they are all heard first. */
  passTime(ms: number): Promise<void>
  /** Lets all that can happen without anybody's doing happen. */
  rest(): Promise<void>
}

/** What must be so: how many starts were heard, and how many of them ended in silence. */
interface Model {
  attached: boolean
  starts: number
  silenced: number
  /** Of the tag when it left the page. */
  last: { events: number; settings: number }
}

const isBusy = ({ tag }: World, { attached }: Model) => attached && /capturing|working|confirming/.test(tag.state())
const ENDINGS = ['result', 'error', 'cancel']

/** How many events told of an end. */
const endings = ({ tag }: World) => tag.events.reduce((sum, { name }) => (ENDINGS.includes(name) ? sum + 1 : sum), 0)

/** jest's own `expect` takes a hundred times as long, and there are millions of these. */
function hold(is: unknown, promised: unknown, promise: string): void {
  if (is !== promised) throw new Error(`${promise}: ${promised}, but it is ${is}`)
}

type Act = (world: World, model: Model, pick: number) => unknown

const ofExchanges =
  (act: (exchange: Network['exchanges'][number]) => void): Act =>
  ({ network }, _, pick) => {
    const exchange = network.exchanges.at(pick === 0 ? -2 : -1)
    if (exchange) act(exchange)
  }

/** All that can happen to a tag, by whoever's hand. */
const ACTS: Record<string, Act> = {
  start(world, model) {
    if (model.attached && !isBusy(world, model)) model.starts++
    world.tag.start()
  },
  cancel(world, model) {
    const due = endings(world) + (isBusy(world, model) ? 1 : 0)
    world.tag.cancel()
    hold(endings(world), due, 'endings after cancel()')
  },
  reset(world, model) {
    if (isBusy(world, model)) model.silenced++
    world.tag.reset()
    if (model.attached) hold(world.tag.state(), 'idle', 'state after reset()')
  },
  'start anew'(world, model, pick) {
    ACTS.reset?.(world, model, pick)
    ACTS.start?.(world, model, pick)
  },
  detach(world, model) {
    if (!model.attached) return
    if (isBusy(world, model)) model.silenced++
    model.last = { events: world.tag.events.length, settings: world.tag.settings() }
    model.attached = false
    world.tag.detach()
  },
  choose: ({ choosers }) => choosers.at(-1)?.(),
  async 'send a photo'(world, model, pick) {
    ACTS.start?.(world, model, pick)
    await world.rest()
    ACTS.choose?.(world, model, pick)
    await world.rest()
  },
  'close the chooser': ({ choosers }) => choosers.at(-1)?.('chooseMedia:fail cancel'),
  answer: ofExchanges(({ answer }) => answer(FRONT_REPLY)),
  'answer the back': ofExchanges(({ answer }) => answer(BACK_REPLY)),
  'answer -1': ofExchanges(({ answer }) => answer({ errcode: -1, errmsg: 'system error' })),
  'answer no quota': ofExchanges(({ answer }) => answer({ errcode: 45009, errmsg: 'reach max api daily quota limit' })),
  'lose the connection': ofExchanges(({ fail }) => fail('fail net::ERR_CONNECTION_RESET')),
  'upload half': ofExchanges(({ progress }) => progress(50)),
  'upload all': ofExchanges(({ progress }) => progress(100)),
  'pass a moment': ({ passTime }) => passTime(600),
  'pass the time-out': ({ passTime }) => passTime(31_000),
}

/** So that most lives come far enough to tell something; the rest count 4. */
const WEIGHTS: Record<string, number> = {
  'send a photo': 16,
  answer: 8,
  'close the chooser': 2,
  cancel: 2,
  reset: 2,
  detach: 1,
}

class Step implements fc.AsyncCommand<Model, World> {
  constructor(
    readonly name: string,
    readonly pick: number,
    readonly ticks: number,
  ) {}

  check = () => true

  async run(model: Model, world: World): Promise<void> {
    await ACTS[this.name]?.(world, model, this.pick)
    // Not always to the end: what is under way is met at any of its steps.
    for (let tick = 0; tick < Math.min(this.ticks, SOME_TICKS); tick++) await undefined
    if (this.ticks > SOME_TICKS) await world.rest()
    hold(endings(world), model.starts - model.silenced - (isBusy(world, model) ? 1 : 0), 'terminal events')
    if (!model.attached) holdSilence(world, model)
  }

  toString = () => `${this.name} (${this.ticks} ticks)`
}

function holdSilence({ tag }: World, { last }: Model): void {
  hold(tag.events.length, last.events, 'events since the tag left')
  hold(tag.settings(), last.settings, 'setData since the tag left')
}

const SOME_TICKS = 12

const step = fc
  .tuple(
    fc.oneof(...Object.keys(ACTS).map((name) => ({ arbitrary: fc.constant(name), weight: WEIGHTS[name] ?? 4 }))),
    fc.nat(4),
    fc.nat(2 * SOME_TICKS),
  )
  .map(([name, pick, ticks]) => new Step(name, pick, ticks))

/** Lives of a tag: what happens to it, in any order. */
export const lives = fc.array(step, { minLength: 5, maxLength: 12, size: 'max' })

/**
 * Plays a life on a tag, and holds at every step and at its end to what is promised: one terminal event for each start, none
 * after reset() or when the tag has left; progress that never goes back; nothing left open, no timer, no temporary file but
 * the one that is shown.
 */
export async function play(life: Iterable<fc.AsyncCommand<Model, World>>, world: World): Promise<void> {
  const model: Model = { attached: true, starts: 0, silenced: 0, last: { events: 0, settings: 0 } }
  await fc.asyncModelRun(() => ({ model, real: world }), life)
  await world.rest()
  expectProgressForwards(world)
  if (isBusy(world, model)) ACTS.cancel?.(world, model, 0)
  hold(world.choosers.length <= model.starts * world.photos, true, 'no chooser without a start')
  hold(openTasks(world), 0, 'open tasks')
  // What comes too late comes to nobody.
  for (const { progress, answer } of world.network.exchanges) {
    progress(100)
    answer(FRONT_REPLY)
  }
  await world.rest()
  // Pictures that are shown stay, and a first side that waits for the other.
  const isShown = model.attached && world.tag.state() === 'done'
  expectNothingLeft(world, isShown ? 1 : 0, model.attached ? (isShown ? world.photos : world.photos - 1) : 0)
  ACTS.detach?.(world, model, 0)
  await world.rest()
  expectNothingLeft(world, 0, 0)
  hold(endings(world), model.starts - model.silenced, 'terminal events')
  holdSilence(world, model)
}

const openTasks = ({ network }: World) => network.exchanges.filter(({ isOpen }) => isOpen()).length

function expectNothingLeft({ network }: World, least: number, most: number): void {
  const { phone, cloud } = network
  const files = phone.temporaryFiles().length
  hold(Math.min(Math.max(files, least), most), files, 'temporary files')
  hold(cloud.stored.size, 0, 'files in the cloud')
  hold(jest.getTimerCount(), 0, 'timers')
}

const STAGES = ['capture', 'compress', 'upload', 'recognize']

function expectProgressForwards({ tag }: World): void {
  let reached = -1
  for (const { name, detail } of tag.events) {
    const { stage = '', percent = 0 } = (detail ?? {}) as { stage?: string; percent?: number }
    const now = name === 'progress' && stage !== 'capture' ? STAGES.indexOf(stage) * 101 + percent : -1
    if (now >= 0) hold(now > reached, true, 'progress is forwards')
    reached = now
  }
}

/** A phone whose chooser waits for the test: each photo is too large, and becomes a temporary file. */
export function holdChooser({ phone }: Network): World['choosers'] {
  const choosers: World['choosers'] = []
  const wx = phone.wx as { chooseMedia: (options: object) => void }
  const chooseMedia = wx.chooseMedia
  wx.chooseMedia = (options) => {
    let isOpen = true
    choosers.push((errMsg) => {
      if (!isOpen) return
      isOpen = false
      if (errMsg) phone.refusesChooser(errMsg)
      else phone.takes({ size: 9_000_000, width: 4000, height: 3000 })
      chooseMedia(options)
    })
  }
  return choosers
}
