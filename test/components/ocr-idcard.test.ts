import type { IdCardResult } from '../../src'
import { BACK_REPLY, FRONT_REPLY } from './cards'
import { RUNTIMES } from './runtimes'
import type { Stage } from './stage'
import { CONFIRM, setUp } from './stage'

describe.each(RUNTIMES)('<ocr-idcard> on $name', (runtime) => {
  let on: Stage
  const mount = (side: string, replies: object[], content?: string) =>
    (on = setUp(runtime, 'ocr-idcard', { properties: { side }, replies, content }))

  afterEach(() => on.tag.detach())

  it('reads the front', async () => {
    mount('front', [FRONT_REPLY])

    await on.tap('ID card: portrait')

    const [result] = on.named('result') as [IdCardResult<'front'>]
    expect(result).toMatchObject({
      card: 'idcard',
      side: 'front',
      fields: {
        name: '样本',
        id: '11010519491231002X',
        gender: '女',
        nationality: '汉',
        addr: '北京市朝阳区样本路1号',
      },
      values: { birth: '1949-12-31', sex: 'female', region: '110105' },
      image: { width: 1600, height: 1200, size: 300_000 },
    })
  })

  it('reads the back', async () => {
    mount('back', [BACK_REPLY])

    await on.tap('ID card: emblem')

    const [result] = on.named('result') as [IdCardResult<'back'>]
    expect(result.fields).toEqual({ validDate: '20200105-20400105', authority: '' })
    expect(result.values).toEqual({ from: '2020-01-05', to: '2040-01-05', longTerm: false, expired: false })
  })

  it.each([
    ['front', { id: '110105194912310020' }, 'id', 'checksum', 'the check digit is wrong'],
    ['front', { id: '110105194902310023' }, 'id', 'date', 'there is no such date'],
    ['front', { birth: '1949年12月30日' }, 'birth', 'mismatch', 'contradicts another field'],
    ['front', { gender: '男' }, 'gender', 'mismatch', 'contradicts another field'],
    ['front', { addr: '' }, 'addr', 'missing', 'not recognised'],
    ['back', { valid_date: '长期' }, 'validDate', 'format', 'not in the expected form'],
    ['back', { valid_date: '20100105-20200105' }, 'validDate', 'expired', 'the card has expired'],
    ['back', { valid_date: '20200105-20100105' }, 'validDate', 'order', 'the dates are the wrong way round'],
  ])('says of a doubtful %s %j: %s %s, in words', async (side, changes, field, code, message) => {
    mount(side, [{ ...(side === 'front' ? FRONT_REPLY : BACK_REPLY), ...changes }])

    await on.recognize()

    const [{ checks }] = on.named('result') as [IdCardResult]
    expect(checks).toContainEqual(expect.objectContaining({ field, code, message }))
  })

  it.each([
    ['front', BACK_REPLY],
    ['back', FRONT_REPLY],
  ])('tells of the other side than the %s as `wrong-side`, with advice', async (side, reply) => {
    mount(side, [reply])

    await on.recognize()

    expect(on.named('error')).toMatchObject([{ kind: 'wrong-side', advice: 'retake' }])
  })

  it('asks for another side when its `side` changes', () => {
    mount('front', [])

    on.tag.setProperties({ side: 'back' })

    expect(on.button('ID card: emblem')).toBeDefined()
  })

  describe('with side="both"', () => {
    it('asks for one side after the other and gives one result', async () => {
      mount('both', [FRONT_REPLY, BACK_REPLY])

      await on.tap('ID card, both sides')

      expect(on.ending()).toEqual(['result'])
      const [result] = on.named('result') as [IdCardResult<'both'>]
      expect(result).toMatchObject({
        card: 'idcard',
        side: 'both',
        fields: { name: '样本', id: '11010519491231002X', validDate: '20200105-20400105' },
        values: { birth: '1949-12-31', to: '2040-01-05' },
        checks: [],
        raw: [FRONT_REPLY, BACK_REPLY],
      })
      expect(result.images).toHaveLength(2)
      expect(result.image).toEqual(result.images[0])
      expect(on.text()).toContain('样* 1****X')
    })

    it('shows and tells which side is asked for now', async () => {
      mount('both', [FRONT_REPLY, BACK_REPLY])
      on.phone.holdsUpload()
      await on.recognize()
      expect(on.text()).toContain('ID card: portrait · Photo 1 of 2')

      on.phone.uploads[0]?.answer(FRONT_REPLY)
      await on.phone.settle()
      expect(on.text()).toContain('ID card: emblem · Photo 2 of 2')
      expect(on.announced()?.text).toContain('ID card: emblem')

      on.phone.uploads[1]?.answer(BACK_REPLY)
      await on.phone.settle()
      expect(on.ending()).toEqual(['result'])
      const sides = on.named('progress').map((detail) => (detail as { side: string }).side)
      expect(sides).toEqual(['front', 'front', 'front', 'back', 'back', 'back'])
    })

    it('takes the sides in either order', async () => {
      mount('both', [BACK_REPLY, FRONT_REPLY])

      await on.recognize()

      expect(on.named('result')).toMatchObject([{ side: 'both', raw: [FRONT_REPLY, BACK_REPLY] }])
    })

    it('keeps the first side when the second fails, and asks for that alone', async () => {
      mount('both', [FRONT_REPLY, FRONT_REPLY, BACK_REPLY])
      on.phone.takes({ size: 9_000_000, width: 4000, height: 3000 })

      await on.recognize()
      expect(on.named('error')).toMatchObject([{ kind: 'wrong-side' }])
      expect(on.phone.temporaryFiles()).toHaveLength(1)

      await on.tap('Start again')
      expect(on.ending()).toEqual(['error', 'result'])
      expect(on.phone.uploads).toHaveLength(3)
      expect(on.phone.temporaryFiles()).toHaveLength(2)

      on.tag.instance.reset()
      await on.phone.settle()
      expect(on.phone.temporaryFiles()).toEqual([])
    })

    it('keeps the first side when the second chooser is closed, and says which is left', async () => {
      mount('both', [FRONT_REPLY, BACK_REPLY])
      on.phone.holdsUpload()
      await on.recognize()
      on.phone.refusesChooser('chooseMedia:fail cancel')
      on.phone.uploads[0]?.answer(FRONT_REPLY)
      await on.phone.settle()

      expect(on.ending()).toEqual(['cancel'])
      expect(on.nameOf(on.button('ID card: emblem'))).toBe('ID card: emblem Photo 2 of 2')
    })

    /** The front is read, the chooser for the back is open. */
    async function halfWay() {
      mount('both', [])
      on.phone.takes({ size: 9_000_000, width: 4000, height: 3000 })
      on.phone.holdsUpload()
      await on.recognize()
      on.phone.leavesChooserOpen()
      on.phone.uploads[0]?.answer(FRONT_REPLY)
      await on.phone.settle()
      expect(on.phone.temporaryFiles()).toHaveLength(1)
    }

    it.each(['cancel', 'reset'] as const)('forgets the first side on %s(), and its picture', async (method) => {
      await halfWay()

      on.tag.instance[method]()
      await on.phone.settle()

      expect(on.phone.temporaryFiles()).toEqual([])
      expect(on.button('ID card, both sides')).toBeDefined()
    })

    it('forgets the first side when one side is asked for from then on', async () => {
      await halfWay()
      on.phone.refusesChooser('chooseMedia:fail cancel')
      on.tag.instance.cancel()
      on.tag.setProperties({ side: 'front' })

      on.phone.takes()
      on.phone.answersInTurn([FRONT_REPLY])
      await on.recognize()

      expect(on.named('result')).toMatchObject([{ side: 'front' }])
      expect(on.phone.temporaryFiles()).toEqual([])
    })

    it('starts with the first side again after a result', async () => {
      mount('both', [FRONT_REPLY, BACK_REPLY, FRONT_REPLY, BACK_REPLY])

      await on.recognize()
      await on.recognize()

      expect(on.ending()).toEqual(['result', 'result'])
      expect(on.phone.uploads).toHaveLength(4)
    })

    it('confirms both sides in one form, each checked by its own rules', async () => {
      mount('both', [FRONT_REPLY, BACK_REPLY], CONFIRM)
      await on.recognize()
      const validity = on.inputs().find((input) => runtime.valueOf(input) === '20200105-20400105')

      if (validity) runtime.type(validity, '20200105-20470105')
      expect(on.text()).toContain('the term is not 5, 10 or 20 years')
      await on.tap('All correct')

      expect(on.named('result')).toMatchObject([
        { side: 'both', edited: ['validDate'], checks: [{ field: 'validDate', code: 'term' }] },
      ])
    })
  })

  const values = () => on.inputs().map((input) => runtime.valueOf(input))

  it('puts look-alikes right with one tap, where the check has a suggestion', async () => {
    mount('front', [{ ...FRONT_REPLY, id: '1101O519491231002X' }], CONFIRM)
    await on.recognize()
    expect(on.text()).toContain('not in the expected form')

    await on.tap('Change to 11010519491231002X')
    while (!values().includes('11010519491231002X')) await on.phone.settle()

    expect(on.text()).not.toContain('not in the expected form')
    expect(values()).not.toContain('1101O519491231002X')
    await on.tap('All correct')
    expect(on.named('result')).toMatchObject([
      { fields: { id: '11010519491231002X' }, values: { birth: '1949-12-31' }, checks: [], edited: ['id'] },
    ])
  })
})
