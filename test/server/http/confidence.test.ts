import { createServer } from '../../../server/src'
import { fakeEngine, formOf, FRONT, JPEG, listen, post, type Running } from './start-server'

const confidence = { name: 0.97, id: 0.999 }
let running: Running

beforeAll(async () => {
  running = await listen(createServer({ engine: fakeEngine(async () => ({ ...FRONT, confidence })) }))
})

afterAll(() => running.server.close())

describe("how sure the engine is, which WeChat's replies do not say", () => {
  it('is told to who asks for it', async () => {
    const answer = await post(`${running.url}?confidence=1`, formOf(JPEG))
    expect(answer).toEqual({ errcode: 0, errmsg: 'ok', ...FRONT, confidence })
  })

  it.each(['', '?confidence=0', '?type=photo'])('is told to nobody else: %s', async (query) => {
    expect(await post(running.url + query, formOf(JPEG))).toEqual({ errcode: 0, errmsg: 'ok', ...FRONT })
  })
})
