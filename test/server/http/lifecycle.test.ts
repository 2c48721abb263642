import { fakeEngine, formOf, FRONT, JPEG, listen, post } from './start-server'

const own = fakeEngine()
jest.mock('../../../server/src/engines/embedded', () => ({ createEmbeddedEngine: () => own }))

import { createServer } from '../../../server/src'

const OK = { errcode: 0, errmsg: 'ok', ...FRONT }

it('leaves an engine open that was handed in', async () => {
  const engine = fakeEngine()
  const { server, url } = await listen(createServer({ engine }))
  expect(await post(url, formOf(JPEG))).toEqual(OK)
  await server.close()
  expect(engine.close).not.toHaveBeenCalled()
})

it('closes the engine that it made itself, once the answers in flight are finished', async () => {
  const events: string[] = []
  let finish = () => {}
  const recognized = new Promise<void>((resolve) => (finish = resolve))
  const started = new Promise<void>((resolve) => {
    own.recognize.mockImplementationOnce(async () => {
      resolve()
      await recognized
      events.push('recognized')
      return FRONT
    })
  })
  own.close.mockImplementationOnce(async () => void events.push('closed'))

  const { server, url } = await listen(createServer())
  const answer = post(url, formOf(JPEG))
  await started
  const closed = server.close()
  await new Promise(setImmediate)
  finish()
  expect(await answer).toEqual(OK)
  await closed
  expect(events).toEqual(['recognized', 'closed'])
})

it('closes an engine that it made for nothing', async () => {
  own.close.mockClear()
  await createServer().close()
  expect(own.close).toHaveBeenCalledTimes(1)
})
