import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { createServer } from 'miniprogram-ocr-server'
import type { ServerOptions } from 'miniprogram-ocr-server'
import { buildPreview } from './compile/build-preview'
import { listSpecimens } from './specimens'

const MINI_PROGRAM = path.join(__dirname, '../miniprogram')
const SAMPLES = path.join(__dirname, '../samples')

/** A mini-program at `/`, specimens at `/samples/`, and WeChat's OCR API, on one server that doesn't listen yet. */
export async function createPreviewServer(
  options?: ServerOptions,
  miniProgram = MINI_PROGRAM,
): Promise<ReturnType<typeof createServer>> {
  const site = await fs.mkdtemp(path.join(os.tmpdir(), 'miniprogram-ocr-'))
  await buildPreview(miniProgram, site)
  const server = createServer(options)
  server.addHook('onClose', () => fs.rm(site, { recursive: true }))
  server.register(fastifyStatic, { root: site, cacheControl: false })
  server.register(fastifyStatic, { root: SAMPLES, prefix: '/samples/', decorateReply: false })
  server.get('/specimens.json', () => listSpecimens(SAMPLES, '/samples/'))
  return server
}
