import type { CardResult } from '../../../src/cards'
import { mask, readers } from '../../../src/cards'

const NOW = new Date('2026-06-01T00:00:00Z')
const card = (result: unknown) => result as CardResult

it.each<[CardResult, Record<string, string>]>([
  [
    card(
      readers.idcard(
        { name: '阿依古丽', id: '11010519491231002X', addr: '北京市朝阳区样本路1号', gender: '女', nationality: '汉' },
        NOW,
      ),
    ),
    { name: '阿***', id: '1****************X', addr: '北京市朝阳区*****', gender: '*', nationality: '*', birth: '' },
  ],
  [card(readers.idcard({ valid_date: '20070105-20270105' }, NOW)), { validDate: '20070105-20270105', authority: '' }],
  [card(readers.bankcard({ number: '6222021234567890128' })), { number: '***************0128' }],
  [card(readers.plate({ number: '粤B12345' })), { number: '粤B****5' }],
  [card(readers.printedText({ items: [{ text: '样本' }] })), { text: '**' }],
])('stars each field by its own rule', (result, fields) => {
  expect(mask(result).fields).toEqual(fields)
})

it('shows of a vehicle licence what tells nothing of its owner', () => {
  const result = card(
    readers.vehicle({
      plate_num: '粤B12345',
      owner: '样本',
      vin: '1M8GDM9AXKP042788',
      vehicle_type: '小型轿车',
      total_quality: '2700kg',
      engine_num: 'A12345',
    }),
  )
  expect(mask(result).fields).toMatchObject({
    plateNum: '粤B****5',
    owner: '样*',
    vin: '1M8**********2788',
    vehicleType: '小型轿车',
    totalQuality: '2700kg',
    engineNum: '******',
  })
})

it('leaves out all that holds what the stars hide, suggestions too', () => {
  const masked = mask(card(readers.idcard({ name: '样本', id: 'I1O10519491231002x' }, NOW)))
  expect(Object.keys(masked).sort()).toEqual(['card', 'checks', 'fields', 'side'])
  expect(JSON.stringify(masked)).not.toMatch(/1949|\d{3}/)
  expect(masked.checks).toContainEqual({ field: 'id', level: 'warn', code: 'format' })
})

it('stars a value too short to hide anything otherwise', () => {
  expect(mask(card(readers.idcard({ name: '样', id: '1X' }, NOW))).fields).toMatchObject({ name: '*', id: '**' })
})
