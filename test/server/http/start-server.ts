import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Engine } from '../../../server/src'

export type Fields = Record<string, unknown>

export interface Running {
  server: FastifyInstance
  port: number
  url: string
}

export const FRONT = { type: 'Front', name: '样本', id: '11010519491231002X' }
export const JPEG = Buffer.from('the fake engine reads no pixels')

export function fakeEngine(recognize: Engine['recognize'] = async () => FRONT) {
  return { recognize: jest.fn(recognize), close: jest.fn(async () => {}) }
}

export async function listen(server: FastifyInstance, host = '127.0.0.1'): Promise<Running> {
  await server.listen({ host, port: 0 })
  const { port } = server.server.address() as AddressInfo
  return { server, port, url: `http://127.0.0.1:${port}/cv/ocr/idcard` }
}

export function formOf(...images: Uint8Array[]): FormData {
  const form = new FormData()
  for (const image of images) form.append('img', new Blob([image as BlobPart], { type: 'image/jpeg' }), 'photo.jpg')
  return form
}

/** Sends a request and returns the body of the answer, which must come with HTTP status 200 as all of WeChat's do. */
export async function ask(url: string, init: RequestInit): Promise<Fields> {
  const response = await fetch(url, init)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('application/json')
  return (await response.json()) as Fields
}

export function post(url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Fields> {
  return ask(url, { method: 'POST', body, headers })
}

const BOUNDARY = 'boundary-of-the-test'
export const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
export const END = `\r\n--${BOUNDARY}--\r\n`

/** The beginning of a multipart part, for bodies that FormData would not write. */
export function partHead(...headers: string[]): string {
  return `--${BOUNDARY}\r\n${headers.join('\r\n')}\r\n\r\n`
}
