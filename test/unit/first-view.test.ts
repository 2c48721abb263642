import { fakePhone } from '../../testing/fake-phone'
import { plainTag } from '../tools/plain-tag'

it.each(['ocr-idcard', 'ocr-bankcard', 'ocr-vehicle'])(
  '<%s> has its first words from the start, and sets no data',
  (name) => {
    fakePhone()
    const tag = plainTag(`${__dirname}/../../src/${name}`)()

    expect(tag.data).toMatchObject({ state: 'idle', detail: '点按拍照或选择照片' })
    expect(tag.settings()).toBe(0)
  },
)
