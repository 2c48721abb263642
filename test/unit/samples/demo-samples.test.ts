import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const FOLDER = path.join(__dirname, '../../../demo/samples')
const PICTURES = readdirSync(FOLDER).filter((file) => file.endsWith('.jpg'))

const KILOBYTE = 1000
const sizeOf = (file: string) => readFileSync(path.join(FOLDER, file)).length

describe('the committed specimens', () => {
  test('show both sides, as scans and as photos', () => {
    for (const side of ['front', 'back']) {
      expect(PICTURES.some((file) => file.startsWith(side) && !file.includes('photo'))).toBe(true)
      expect(PICTURES.some((file) => file.startsWith(side) && file.includes('photo'))).toBe(true)
    }
  })

  test('are light enough for the repository', () => {
    const total = PICTURES.reduce((sum, file) => sum + sizeOf(file), 0)
    expect(total).toBeLessThan(2000 * KILOBYTE)
  })

  test.each(PICTURES)('%s can be decoded, is light, and has its truth beside it', async (file) => {
    const { format, width } = await sharp(path.join(FOLDER, file)).metadata()
    const truth: unknown = JSON.parse(readFileSync(path.join(FOLDER, file.replace(/jpg$/, 'json')), 'utf8'))
    expect(format).toBe('jpeg')
    expect(width).toBe(file.includes('photo') ? 1200 : 1400)
    expect(sizeOf(file)).toBeLessThan((file.includes('photo') ? 500 : 250) * KILOBYTE)
    expect(truth).toEqual(file.startsWith('front') ? FRONT : BACK)
  })
})

const text = expect.stringMatching(/./)
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
