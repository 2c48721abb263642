import type { VehicleResult } from '../../src'
import { MAIN_PAGE_REPLY, SECOND_PAGE_REPLY } from './cards'
import { RUNTIMES } from './runtimes'
import type { Stage } from './stage'
import { CONFIRM, setUp } from './stage'

const BOTH_PAGES_REPLY = { ...MAIN_PAGE_REPLY, ...SECOND_PAGE_REPLY }

describe.each(RUNTIMES)('<ocr-vehicle> on $name', (runtime) => {
  let on: Stage
  const mount = (side: string, replies: object[], content?: string) =>
    (on = setUp(runtime, 'ocr-vehicle', { properties: { side }, replies, content }))

  afterEach(() => on.tag.detach())

  it.each([
    ['front', 'main page', MAIN_PAGE_REPLY, { plateNum: '粤B12345', vin: '11111111111111111' }],
    ['back', 'second page', SECOND_PAGE_REPLY, { plateNumB: '粤B12345', record: '440100123456' }],
  ])('reads the %s', async (side, title, reply, fields) => {
    mount(side, [reply])

    await on.tap(`Vehicle licence: ${title}`)

    expect(on.named('result')).toMatchObject([{ card: 'vehicle', fields, checks: [] }])
  })

  it.each([
    ['front', SECOND_PAGE_REPLY],
    ['back', MAIN_PAGE_REPLY],
  ])('tells of the other page than the %s as `wrong-side`', async (side, reply) => {
    mount(side, [reply])

    await on.recognize()

    expect(on.named('error')).toMatchObject([{ kind: 'wrong-side', advice: 'retake' }])
  })

  it.each(['front', 'back', 'any', 'both'])('takes one photo of both pages for side="%s"', async (side) => {
    mount(side, [BOTH_PAGES_REPLY])

    await on.recognize()

    const [result] = on.named('result') as [VehicleResult]
    expect(result.fields).toMatchObject({ plateNum: '粤B12345', plateNumB: '粤B12345', owner: '样本' })
    expect(result.images).toHaveLength(1)
    expect(on.phone.uploads).toHaveLength(1)
  })

  it.each([
    ['main page first', [MAIN_PAGE_REPLY, SECOND_PAGE_REPLY]],
    ['second page first', [SECOND_PAGE_REPLY, MAIN_PAGE_REPLY]],
  ])('merges two photos into one licence, %s', async (_, replies) => {
    mount('both', replies)

    await on.recognize()

    const [result] = on.named('result') as [VehicleResult]
    expect(result).toMatchObject({
      fields: { plateNum: '粤B12345', plateNumB: '粤B12345', owner: '样本', record: '440100123456' },
      values: { seats: 5, totalMass: 1995, registerDate: '2019-05-06' },
      checks: [],
      raw: [MAIN_PAGE_REPLY, SECOND_PAGE_REPLY],
    })
    expect(result.images).toHaveLength(2)
  })

  it('compares the plates of two photos', async () => {
    mount('both', [MAIN_PAGE_REPLY, { ...SECOND_PAGE_REPLY, plate_num_b: '粤B12346' }])

    await on.recognize()

    expect(on.named('result')).toMatchObject([
      { checks: [{ field: 'plateNumB', code: 'mismatch', message: 'contradicts another field' }] },
    ])
  })

  it('compares them too where the service calls the second page’s plate simply the plate', async () => {
    const { plate_num_b: plate, ...second } = SECOND_PAGE_REPLY
    mount('both', [MAIN_PAGE_REPLY, { ...second, plate_num: plate.replace('5', '6') }])

    await on.recognize()

    expect(on.named('result')).toMatchObject([
      { fields: { plateNum: '粤B12345', plateNumB: '粤B12346' }, checks: [{ field: 'plateNumB', code: 'mismatch' }] },
    ])
  })

  it.each([
    [{ vin: '11111111211111111' }, 'vin', 'checksum'],
    [{ plate_num: '粤B1234' }, 'plateNum', 'format'],
    [{ register_date: '2019-02-30' }, 'registerDate', 'date'],
    [{ issue_date: '2019-05-01' }, 'issueDate', 'order'],
    [{ total_quality: '1000kg' }, 'totalQuality', 'mass'],
  ])('says of a doubtful %j: %s %s', async (changes, field, code) => {
    mount('any', [{ ...BOTH_PAGES_REPLY, ...changes }])

    await on.recognize()

    const [{ checks }] = on.named('result') as [VehicleResult]
    expect(checks).toContainEqual(expect.objectContaining({ field, code }))
  })

  it('asks for the second page next, by its name', async () => {
    mount('both', [MAIN_PAGE_REPLY])
    on.phone.holdsUpload()
    await on.recognize()

    on.phone.uploads[0]?.answer(MAIN_PAGE_REPLY)
    await on.phone.settle()

    expect(on.text()).toContain('Vehicle licence: second page · Photo 2 of 2')
  })

  it('compares the plates again when one is corrected', async () => {
    mount('any', [{ ...BOTH_PAGES_REPLY, plate_num_b: '粤B12346' }], CONFIRM)
    await on.recognize()
    expect(on.text()).toContain('contradicts another field')

    const second = on.inputs().find((input) => runtime.valueOf(input) === '粤B12346')
    if (second) runtime.type(second, '粤B12345')
    await on.tap('All correct')

    expect(on.named('result')).toMatchObject([{ checks: [], edited: ['plateNumB'] }])
  })
})
