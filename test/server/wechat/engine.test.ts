import { createMemoryStore, createWechatEngine, type Engine, type Store } from '../../../server/src'
import { imageBody } from '../../../server/src/engines/wechat/body'
import { RESULTS } from './replies'
import { startStandIn, type Fault, type StandIn, type StandInOptions } from './stand-in'

const ACCOUNT = { appid: 'wx0001', secret: 'secret-of-the-account' }
const PICTURE = Buffer.from([0xff, 0xd8, 1, 2, 3])
const HOUR = 60 * 60 * 1000
/** 23:59 in Beijing. */
const BEFORE_MIDNIGHT = Date.UTC(2026, 0, 15, 15, 59)

let standIn: StandIn
let time: number
const engines: Engine[] = []
const now = () => time

async function start(options: StandInOptions = {}) {
  standIn = await startStandIn({ now, ...options })
}

function engine(options: { store?: Store; dailyLimit?: number; timeout?: number; secret?: string } = {}): Engine {
  const made = createWechatEngine({ ...ACCOUNT, baseUrl: standIn.url, now, ...options })
  engines.push(made)
  return made
}

const recognize = (by: Engine, image = PICTURE) => by.recognize('idcard', image, 'photo')
const many = (by: Engine, count: number) => Promise.allSettled(Array.from({ length: count }, () => recognize(by)))
const errcodeOf = (result: PromiseSettledResult<unknown>) => (result.status === 'fulfilled' ? 0 : result.reason.errcode)

beforeEach(() => {
  time = BEFORE_MIDNIGHT
})
afterEach(async () => {
  await Promise.all(engines.splice(0).map((each) => each.close()))
  await standIn.close()
})

describe('a call', () => {
  it.each([
    ['JPEG', Buffer.from([0xff, 0xd8, 9]), 'image/jpeg'],
    ['PNG', Buffer.from('\x89PNG\r\n', 'latin1'), 'image/png'],
    ['something else', Buffer.from('GIF89a'), 'application/octet-stream'],
  ])('brings a %s to WeChat byte for byte, with its type and the mode', async (_name, image, contentType) => {
    await start()
    expect(await engine().recognize('driving', image, 'scan')).toEqual(RESULTS.driving)
    expect(standIn.calls).toEqual([{ card: 'driving', type: 'scan', image, contentType }])
  })

  it('hands the picture to the socket from where it is, without a copy', async () => {
    await start()
    const chunks: Buffer[] = []
    for await (const chunk of imageBody(PICTURE).body as AsyncIterable<Buffer>) chunks.push(chunk)
    expect(chunks.some((chunk) => chunk.buffer === PICTURE.buffer && chunk.byteOffset === PICTURE.byteOffset)).toBe(
      true,
    )
  })
})

describe('the token', () => {
  it('is fetched once, however many ask at once', async () => {
    await start()
    expect((await many(engine(), 50)).map(errcodeOf)).toEqual(Array(50).fill(0))
    expect(standIn.tokenRequests).toEqual({ plain: 0, stable: 1, forced: 0 })
  })

  it('is asked of the store once, however many ask at once', async () => {
    await start()
    const store = createMemoryStore(now)
    const exclusively = jest.spyOn(store, 'exclusively')
    await many(engine({ store }), 20)
    expect(exclusively).toHaveBeenCalledTimes(1)
  })

  it('is renewed once when WeChat no longer takes it, and each call is repeated once', async () => {
    await start()
    const one = engine()
    await recognize(one)
    standIn.dropTokens()
    expect((await many(one, 50)).map(errcodeOf)).toEqual(Array(50).fill(0))
    expect(standIn.tokenRequests).toEqual({ plain: 0, stable: 2, forced: 0 })
    expect(standIn.calls).toHaveLength(51)
  })

  it('is renewed before it expires', async () => {
    await start({ tokenLifetime: 7200 })
    const one = engine()
    await recognize(one)
    time += 2 * HOUR - 30_000
    await recognize(one)
    time += HOUR
    await recognize(one)
    expect(standIn.tokenRequests.stable).toBe(3)
  })

  it('may expire with every call', async () => {
    await start({ tokenLifetime: 2 })
    const one = engine()
    for (let call = 0; call < 5; call++) {
      expect(await recognize(one)).toEqual(RESULTS.idcard)
      time += 3000
    }
    expect(standIn.tokenRequests.stable).toBe(5)
  })

  it('is never forced by two servers that start at once, and both go on when a third forces it', async () => {
    await start()
    const [one, two] = [engine(), engine()]
    await Promise.all([many(one, 10), many(two, 10)])
    expect(standIn.tokenRequests).toEqual({ plain: 0, stable: 2, forced: 0 })

    const body = JSON.stringify({ grant_type: 'client_credential', ...ACCOUNT, force_refresh: true })
    await fetch(`${standIn.url}/cgi-bin/stable_token`, { method: 'POST', body })
    expect((await Promise.all([many(one, 10), many(two, 10)])).flat().map(errcodeOf)).toEqual(Array(20).fill(0))
    expect(standIn.tokenRequests).toEqual({ plain: 0, stable: 5, forced: 1 })
  })

  it('is shared by two servers with one store, and lies in it sealed', async () => {
    await start()
    const store = createMemoryStore(now)
    await Promise.all([many(engine({ store }), 10), many(engine({ store }), 10)])
    expect(standIn.tokenRequests.stable).toBe(1)
    const kept = await store.get('token:wx0001')
    expect(kept).toMatch(/^[\w+/=]+$/)
    expect(Buffer.from(kept ?? '', 'base64').toString('latin1')).not.toContain('_TOKEN_')
  })

  it('of a store that another secret has sealed is none', async () => {
    await start()
    const store = createMemoryStore(now)
    await store.set('token:wx0001', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', HOUR)
    expect(await recognize(engine({ store }))).toEqual(RESULTS.idcard)
  })

  it('is forced once in 30 s when WeChat offers the one that it refuses', async () => {
    await start()
    const one = engine()
    standIn.fail({ errcode: 40001, errmsg: 'invalid credential' })
    expect((await many(one, 8)).map(errcodeOf)).toEqual(Array(8).fill(-1))
    expect(standIn.tokenRequests.forced).toBe(1)
    standIn.fail(undefined)
  })

  it('that WeChat gives to nobody is an error of the server, whose words do not quote the secret', async () => {
    await start()
    const refused = recognize(engine({ secret: 'another secret' }))
    await expect(refused).rejects.toMatchObject({ errcode: -1, hint: "WeChat refuses this server's account (40125)" })
    expect(standIn.calls).toEqual([])
  })
})

describe('the quota', () => {
  it('is remembered once WeChat says that it is used up, until midnight in Beijing', async () => {
    await start({ quota: 2 })
    const one = engine()
    expect((await many(one, 2)).map(errcodeOf)).toEqual([0, 0])
    await expect(recognize(one)).rejects.toMatchObject({ errcode: 101003 })
    const asked = standIn.calls.length
    await expect(recognize(one)).rejects.toMatchObject({ errcode: 101003 })
    expect(await one.status?.()).toMatchObject({ wechat_calls_today: 3, wechat_quota_exhausted: 1 })

    standIn.calls.length = 0
    await expect(recognize(one)).rejects.toMatchObject({ errcode: 101003 })
    expect([asked, standIn.calls.length]).toEqual([2, 0])
    time += 60_000
    expect(await recognize(one)).toEqual(RESULTS.idcard)
    expect(await one.status?.()).toMatchObject({ wechat_calls_today: 1, wechat_quota_exhausted: 0 })
  })

  it.each([
    [101003, 'not enough market quota'],
    [101002, 'not enough market quota'],
    [45009, 'reach max api daily quota limit'],
  ])('errcode %i with "%s" means it', async (errcode, errmsg) => {
    await start()
    const one = engine()
    standIn.fail({ errcode, errmsg })
    await expect(recognize(one)).rejects.toMatchObject({ errcode: errcode === 101002 ? 101003 : errcode })
    standIn.fail(undefined)
    await expect(recognize(one)).rejects.toMatchObject({ errcode: 101003 })
    expect(standIn.calls).toEqual([])
  })

  it('of 100 a day is kept to the call by two servers with one store', async () => {
    await start()
    const store = createMemoryStore(now)
    const [one, two] = [engine({ store, dailyLimit: 100 }), engine({ store, dailyLimit: 100 })]
    const results = (await Promise.all([many(one, 75), many(two, 75)])).flat().map(errcodeOf)
    expect(results.filter((errcode) => errcode === 0)).toHaveLength(100)
    expect(results.filter((errcode) => errcode === 101003)).toHaveLength(50)
    expect(standIn.calls).toHaveLength(100)
  })
})

describe('when WeChat is out of order', () => {
  const FAULTS: Fault[] = [
    'half',
    'garbage',
    'reset',
    { status: 500 },
    { status: 502 },
    { errcode: -1, errmsg: 'busy' },
  ]

  it.each(FAULTS)('%j is -1, and nobody asks twice', async (fault) => {
    await start()
    const one = engine()
    await recognize(one)
    standIn.fail(fault)
    const error = await recognize(one).catch((thrown) => thrown)
    expect(error).toMatchObject({ errcode: -1, message: expect.stringMatching(/^system error hint: \[WeChat /) })
    expect(error.message).not.toMatch(/TOKEN|样|http:/)
  })

  it('a call that hangs ends in time', async () => {
    await start()
    const one = engine({ timeout: 100 })
    await recognize(one)
    standIn.fail('hang')
    await expect(recognize(one)).rejects.toMatchObject({ hint: 'WeChat did not answer in time, try again later' })
  })

  it('it is left alone after five failures, and tried again after a while', async () => {
    await start()
    const monotonic = jest.spyOn(performance, 'now')
    const one = engine()
    standIn.fail({ errcode: -1, errmsg: 'busy' })
    for (let call = 0; call < 5; call++) await recognize(one).catch(() => undefined)
    expect(await one.status?.()).toMatchObject({ wechat_breaker_open: 1 })

    standIn.fail(undefined)
    await expect(recognize(one)).rejects.toMatchObject({ hint: expect.stringContaining('last calls') })
    expect(standIn.calls).toEqual([])
    monotonic.mockReturnValue(performance.now() + 10_001)
    expect(await recognize(one)).toEqual(RESULTS.idcard)
    expect(await one.status?.()).toMatchObject({ wechat_breaker_open: 0 })
    monotonic.mockRestore()
  })

  it('a picture without a card is no failure of WeChat', async () => {
    await start()
    const one = engine()
    for (let call = 0; call < 10; call++) {
      await expect(recognize(one, Buffer.from('errcode 101001'))).rejects.toMatchObject({ errcode: 101001 })
    }
    expect(await recognize(one)).toEqual(RESULTS.idcard)
  })

  it('an error that nobody knows is -1 with its number', async () => {
    await start()
    await expect(recognize(engine(), Buffer.from('errcode 87009'))).rejects.toMatchObject({
      errcode: -1,
      hint: 'WeChat answered errcode 87009',
    })
  })
})
