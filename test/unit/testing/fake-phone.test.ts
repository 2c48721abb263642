import fs from 'node:fs'
import path from 'node:path'
import { capture } from '../../../src/capture/capture'
import { Cancellation } from '../../../src/cancellation'
import type { Backend } from '../../../src'
import { http } from '../../../src/backends/http'
import { compress } from '../../../src/compress/compress'
import type { Quirks } from '../../../testing'
import { fakePhone, mock } from '../../../testing'
import { KNOWN_APIS } from '../../../testing/strict'
import { backendRequest } from '../../tools/backend-request'

const WX = path.join(__dirname, '../../../src/wx')

const takePhoto = (quirks: Quirks, source: 'album' | 'camera' = 'album') => {
  fakePhone(quirks)
  const words = { camera: 'Camera', album: 'Album' }
  return capture(
    { source, consent: () => Promise.resolve(true), viewfinder: undefined, words } as never,
    new Cancellation(),
  )
}

it('knows every API that the package looks for, and no other', () => {
  const source = fs
    .readdirSync(WX)
    .map((file) => fs.readFileSync(path.join(WX, file), 'utf8').replace(/`[^`]*`/g, ''))
    .join('\n')
  const used = [...source.matchAll(/\bwx\.(\w+)/g)].map(([, name]) => name)
  expect([...new Set(used)].sort()).toEqual(KNOWN_APIS)
})

it('is quietly without an API that some phones lack, and throws for one that it does not know', () => {
  const phone = fakePhone()
  expect(wx.createOffscreenCanvas).toBeUndefined()
  expect(() => wx.login()).toThrow('wx.login is not part of the fake phone')
  phone.wx.login = () => 'mine'
  expect(wx.login()).toBe('mine')
})

it('takes a photo, until a quirk says otherwise', async () => {
  await expect(takePhoto({})).resolves.toMatchObject({ size: 300_000 })
  await expect(takePhoto({ chooseMediaMissing: true })).resolves.toMatchObject({ size: 300_000 })
  await expect(takePhoto({ chooserCancelled: true })).rejects.toMatchObject({ name: 'Cancelled' })
  await expect(takePhoto({ privacyRefused: true })).rejects.toMatchObject({ kind: 'privacy', code: 104 })
  await expect(takePhoto({ privacyUndeclared: true })).rejects.toMatchObject({ kind: 'privacy', code: 112 })
  await expect(takePhoto({ cameraMissing: true }, 'camera')).rejects.toMatchObject({ kind: 'unsupported' })
})

it.each<Quirks>([{ compressImageDoesNothing: true }, { compressImageFails: true }])(
  'has encoders that let one down: %j',
  async (quirk) => {
    const phone = fakePhone(quirk)
    phone.takes({ size: 9_000_000, width: 4000, height: 3000 })
    const photo = { path: [...phone.files.keys()].pop() ?? '', size: 9_000_000 }
    await expect(compress(photo, 2_097_152, new Cancellation())).rejects.toMatchObject({ name: 'OcrError' })
  },
)

it('loses the connection', async () => {
  const phone = fakePhone({ connectionLost: true })
  const [filePath = ''] = phone.files.keys()
  const image = { path: filePath, width: 1600, height: 1200, size: 300_000 }
  await expect(http({ url: 'https://ocr.example' })(image, backendRequest())).rejects.toMatchObject({ kind: 'network' })
})

it('comes with a backend that answers what it is told', async () => {
  const image = { path: '', width: 1, height: 1, size: 1 }
  const answer = mock({ errcode: 0, name: '样本' }) as unknown as Backend
  await expect(answer(image, backendRequest())).resolves.toMatchObject({ name: '样本' })
})
