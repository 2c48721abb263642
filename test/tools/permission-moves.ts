import type { FakePhone } from '../../testing/fake-phone'

/** What a person and the platform can do next, in whatever order. */
const MOVES = [
  'allow',
  'refuse',
  'open settings',
  'leave settings, allowed',
  'leave settings, refused',
  'background',
  'return',
  'allow while away',
  'refuse while away',
] as const
export type Move = (typeof MOVES)[number]

/** Whoever shows a camera, in a test's hand. */
export interface Shown {
  isCameraThere(): boolean
  isPanelThere(): boolean
  tapSettings(): void
  page(lifetime: 'show' | 'hide'): void
}

/**
 * Plays every order of moves up to a length, each from a person who was never asked, and gives the orders in which
 * something was wrong: a camera that is there without permission, or not there with it, or a refusal with no way out.
 */
export async function playAll(phone: FakePhone, shown: Shown, length: number) {
  const { camera } = phone
  const wrong: string[] = []
  let orders = 0
  let isAway = false

  const isPossible: Record<Move, () => boolean> = {
    allow: camera.isAsking,
    refuse: camera.isAsking,
    'open settings': () => shown.isPanelThere() && !camera.isInSettings(),
    'leave settings, allowed': camera.isInSettings,
    'leave settings, refused': camera.isInSettings,
    background: () => !isAway,
    return: () => isAway,
    'allow while away': () => isAway && !camera.isAsking(),
    'refuse while away': () => isAway && !camera.isAsking(),
  }

  const go = (away: boolean) => {
    isAway = away
    shown.page(away ? 'hide' : 'show')
  }
  const doMove: Record<Move, () => void> = {
    allow: () => camera.answer(true),
    refuse: () => camera.answer(false),
    'open settings': shown.tapSettings,
    'leave settings, allowed': () => camera.leaveSettings(true),
    'leave settings, refused': () => camera.leaveSettings(false),
    background: () => go(true),
    return: () => go(false),
    'allow while away': () => (camera.allowed = true),
    'refuse while away': () => (camera.allowed = false),
  }

  async function begin() {
    if (!isAway) go(true)
    camera.answer(false)
    camera.leaveSettings(false)
    await rest()
    camera.allowed = undefined
    go(false)
    await rest()
  }

  function fault(): string | undefined {
    const [isThere, isPanel] = [shown.isCameraThere(), shown.isPanelThere()]
    if (isThere && isPanel) return 'camera and panel'
    if (isThere && (isAway || !camera.allowed)) return 'a camera without permission'
    if (isAway || camera.isAsking() || camera.isInSettings()) return undefined
    if (camera.allowed && !isThere) return 'no camera with permission'
    if (camera.allowed === false && !isPanel) return 'a refusal without a way out'
    return undefined
  }

  async function play(order: Move[]): Promise<void> {
    await begin()
    for (const move of order) {
      doMove[move]()
      await rest()
    }
    orders++
    const found = fault()
    if (found) wrong.push(`${order.join(', ')}: ${found}`)
    if (found || order.length === length) return
    const possible = MOVES.filter((move) => isPossible[move]())
    for (const move of possible) await play([...order, move])
  }

  await play([])
  return { orders, wrong }
}

/** Promises, not timers: nothing in the gate waits for time. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}
