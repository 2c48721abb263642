import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const FOLDER = path.join(__dirname, '../../../demo/samples')
const PICTURES = readdirSync(FOLDER).filter((file) => file.endsWith('.jpg'))

const KILOBYTE = 1000
const sizeOf = (file: string) => readFileSync(path.join(FOLDER, file)).length

describe('the committed specimens', () => {
  test('show both sides of an identity card, bank cards and vehicle licences, as scans and as photos', () => {
    for (const card of ['front', 'back', 'bankcard', 'vehicle']) {
      expect(PICTURES.some((file) => file.startsWith(card) && !file.includes('photo'))).toBe(true)
      expect(PICTURES.some((file) => file.startsWith(card) && file.includes('photo'))).toBe(true)
    }
  })

  test('are light enough for the repository', () => {
    const total = PICTURES.reduce((sum, file) => sum + sizeOf(file), 0)
    expect(total).toBeLessThan(3000 * KILOBYTE)
  })

  test.each(PICTURES)('%s can be decoded, is light, and has its truth beside it', async (file) => {
    const { format, width } = await sharp(path.join(FOLDER, file)).metadata()
    const truth: unknown = JSON.parse(readFileSync(path.join(FOLDER, file.replace(/jpg$/, 'json')), 'utf8'))
    expect(format).toBe('jpeg')
    expect(width).toBe(file.includes('photo') ? 1200 : 1400)
    expect(sizeOf(file)).toBeLessThan((file.includes('photo') ? 500 : 250) * KILOBYTE)
    expect(truth).toEqual(expectedOf(file))
  })
})

const expectedOf = (file: string) => SHOWN.find(([start]) => file.startsWith(start))?.[1]

const text = expect.stringMatching(/./)
const date = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)
const FRONT = {
  side: 'front',
  name: text,
  id: expect.stringMatching(/^\d{17}[\dX]$/),
  addr: text,
  gender: expect.stringMatching(/^[男女]$/),
  nationality: text,
}
const BACK = {
  side: 'back',
  valid_date: expect.stringMatching(/^\d{8}-(\d{8}|长期)$/),
  authority: expect.stringMatching(/公安局/),
}
const MAIN_PAGE = {
  plate_num: text,
  vehicle_type: text,
  owner: text,
  addr: text,
  use_character: text,
  model: text,
  vin: expect.stringMatching(/^[A-HJ-NPR-Z\d]{17}$/),
  engine_num: text,
  register_date: date,
  issue_date: date,
}
const SECOND_PAGE = {
  plate_num_b: text,
  record: expect.stringMatching(/^\d{12}$/),
  passengers_num: expect.stringMatching(/^\d+人$/),
  total_quality: expect.stringMatching(/^\d+kg$/),
  prepare_quality: expect.stringMatching(/^\d+kg$/),
  overall_size: expect.stringMatching(/^\d+x\d+x\d+mm$/),
}
/** What the pictures whose names begin so show. */
const SHOWN: [start: string, truth: object][] = [
  ['front', FRONT],
  ['back', BACK],
  ['bankcard', { card: 'bankcard', number: expect.stringMatching(/^\d{16,19}$/) }],
  ['vehicle-front', { card: 'driving', page: 'main', ...MAIN_PAGE }],
  ['vehicle-back', { card: 'driving', page: 'second', ...SECOND_PAGE }],
  ['vehicle-both', { card: 'driving', page: 'both', ...MAIN_PAGE, ...SECOND_PAGE }],
]
