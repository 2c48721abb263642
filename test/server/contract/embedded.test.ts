import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { createImageFetcher, createServer } from '../../../server/src'
import type * as Package from '../../../server/src'
import { ask, formOf, listen, post, type Running } from '../http/start-server'
import { startImageHost, type ImageHost } from '../image-url/image-host'

/** The engine as it is published: it runs from dist. */
const { createEmbeddedEngine }: typeof Package = require('miniprogram-ocr-server')
const SAMPLES = path.join(__dirname, '../../../demo/samples')
/** The field of each card whose every character is checked; it has to be on the specimen, too. */
const TELLING = { idcard: 'id', bankcard: 'number', driving: 'vin' } as const

jest.setTimeout(60_000)

const engine = createEmbeddedEngine()
const fetcher = createImageFetcher({ allowHttp: true, isAllowed: () => true })
let running: Running
let host: ImageHost
beforeAll(async () => {
  host = await startImageHost()
  running = await listen(createServer({ engine, fetchImage: fetcher.fetch }))
})
afterAll(async () => {
  await running.server.close()
  await Promise.all([engine.close(), fetcher.close(), host.close()])
})

describe.each<[keyof typeof TELLING, 'photo' | 'scan', string]>([
  ['idcard', 'photo', 'front-1-photo'],
  ['idcard', 'scan', 'front-1'],
  ['bankcard', 'photo', 'bankcard-1-photo'],
  ['bankcard', 'scan', 'bankcard-1'],
  ['driving', 'photo', 'vehicle-both-1-photo'],
  ['driving', 'scan', 'vehicle-front-1'],
])('%s as a %s', (card, type, name) => {
  const field = TELLING[card]
  const truth = JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8'))
  const url = () => running.url.replace('idcard', card)
  let image: Buffer
  beforeAll(async () => {
    image = await sharp(path.join(SAMPLES, `${name}.jpg`))
      .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
      .toBuffer()
  })

  it('in a file', async () => {
    expect(await post(`${url()}?type=${type}`, formOf(image))).toMatchObject({ errcode: 0, [field]: truth[field] })
  })

  it('at an img_url', async () => {
    const query = new URLSearchParams({ type, img_url: host.serve(image) })
    expect(await ask(`${url()}?${query}`, { method: 'POST' })).toMatchObject({ errcode: 0, [field]: truth[field] })
  })
})
