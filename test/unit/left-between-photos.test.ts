import path from 'node:path'
import * as ocr from '../../src'
import { BACK_REPLY, fakePhone } from '../../testing/fake-phone'
import { heldNetwork } from '../tools/every-backend'
import { holdChooser } from '../tools/life-cycle'
import { plainTag } from '../tools/plain-tag'

const mountTag = plainTag(path.join(__dirname, '../../src/ocr-idcard/index'))

const rest = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Promises that are heard between the first reply and the second question, and some more. */
const MOMENTS = Array.from({ length: 30 }, (_, ticks) => ticks)

it.each(MOMENTS)(
  'hears and sets nothing more when its page is left between two photos, %i promises after the first reply',
  async (ticks) => {
    const network = heldNetwork(fakePhone(), ocr, 'http')
    const choosers = holdChooser(network)
    ocr.configure({ backend: network.backend })
    const tag = mountTag()
    tag.data.side = 'both'
    void tag.start()
    await rest()
    choosers.at(-1)?.()
    await rest()
    network.exchanges.at(-1)?.answer(BACK_REPLY)
    for (let tick = 0; tick < ticks; tick++) await undefined
    const heard = [...tag.events]
    const settings = tag.settings()

    tag.detach()
    await rest()

    expect(tag.events).toEqual(heard)
    expect(tag.settings()).toBe(settings)
  },
)
