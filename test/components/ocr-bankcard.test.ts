import type { BankCardResult } from '../../src'
import { BANKCARD_REPLY } from './cards'
import { RUNTIMES } from './runtimes'
import type { Stage } from './stage'
import { setUp } from './stage'

describe.each(RUNTIMES)('<ocr-bankcard> on $name', (runtime) => {
  let on: Stage

  afterEach(() => on.tag.detach())

  it('gives the number as printed, and grouped for reading', async () => {
    on = setUp(runtime, 'ocr-bankcard', { replies: [BANKCARD_REPLY] })

    await on.tap('Bank card')

    const [result] = on.named('result') as [BankCardResult]
    expect(result.fields.number).toBe('6222021234567890128')
    expect(result.values).toMatchObject({ grouped: '6222 0212 3456 7890 128', brand: 'unionpay' })
  })

  it.each([
    [{ number: '6222021234567890127' }, 'checksum'],
    [{ number: '123' }, 'format'],
  ])('says of a doubtful %j: %s', async (changes, code) => {
    on = setUp(runtime, 'ocr-bankcard', { replies: [{ ...BANKCARD_REPLY, ...changes }] })

    await on.recognize()

    expect(on.named('result')).toMatchObject([{ checks: [{ field: 'number', code }] }])
  })

  it('has one side alone: another is an error of kind `config`', async () => {
    on = setUp(runtime, 'ocr-bankcard', { properties: { side: 'back' }, replies: [BANKCARD_REPLY] })

    await on.tag.instance.start()

    expect(on.named('error')).toMatchObject([{ kind: 'config', cause: 'side="back": it takes any' }])
  })
})
