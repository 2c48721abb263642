import type { Backend, CardResult } from '../../src'
import { mask, readers } from '../../src/cards'
import { OcrError } from '../../src/errors'
import { FRONT_REPLY } from './cards'
import { RUNTIMES } from './runtimes'
import type { Stage } from './stage'
import { setUp } from './stage'

/** Replies of cards that have no tag. */
const OTHERS = {
  driverLicense: {
    errcode: 0,
    id_num: '11010519491231002X',
    name: '样本',
    sex: '女',
    nationality: '中国',
    address: '北京市朝阳区样本路1号',
    birth_date: '1949-12-31',
    issue_date: '2010-01-05',
    car_class: 'C1',
    valid_from: '2020-01-05',
    valid_to: '2040-01-05',
  },
  businessLicense: {
    errcode: 0,
    reg_num: '91110105MA00000000',
    enterprise_name: '样本公司',
    legal_representative: '样本',
    address: '样本路1号',
    valid_period: '2010年01月05日至长期',
    registered_date: '2010年01月05日',
  },
  printedText: {
    errcode: 0,
    items: [
      {
        text: '样本',
        pos: {
          left_top: { x: 0, y: 0 },
          right_top: { x: 9, y: 0 },
          right_bottom: { x: 9, y: 9 },
          left_bottom: { x: 0, y: 9 },
        },
      },
    ],
  },
  plate: { errcode: 0, number: '粤B12345' },
}

/** A backend of an app's own: any function, which may look into a reply with the package's own readers. */
describe.each(RUNTIMES)('a backend of the app’s own, on $name', (runtime) => {
  let on: Stage
  let seen: Array<CardResult | OcrError>

  /** Answers with the first reply that is an identity card, and looks at the others. */
  const backend: Backend = async () => {
    seen = Object.entries(OTHERS).map(([name, reply]) => readers[name as keyof typeof OTHERS](reply))
    return JSON.stringify({ data: { idcard_res: FRONT_REPLY } })
  }

  beforeEach(async () => {
    on = setUp(runtime, 'ocr-idcard', { backend })
    await on.recognize()
  })

  afterEach(() => on.tag.detach())

  it('gives the tag whatever it got, in any of WeChat’s shapes', () => {
    expect(on.phone.uploads).toEqual([])
    expect(on.named('result')).toMatchObject([{ side: 'front', fields: { name: '样本' } }])
  })

  it('reads other cards by itself', () => {
    const cards = seen.map((card) => (card instanceof OcrError ? card.kind : card.card))
    expect(cards).toEqual(['driverLicense', 'businessLicense', 'printedText', 'plate'])
  })

  it('masks what it shows', () => {
    const shown = JSON.stringify(seen.map((card) => (card instanceof OcrError ? card.kind : mask(card))))
    expect(shown).not.toMatch(/11010519491231002X|样本公司|粤B12345/)
  })
})
