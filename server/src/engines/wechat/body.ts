import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Body } from './client'

export function jsonBody(value: unknown): Body {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

/** WeChat's form with the picture in part `img`. The picture's bytes go to the socket from where they are. */
export function imageBody(image: Buffer): Body {
  const boundary = `----${randomUUID()}`
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="img"; filename="img"\r\nContent-Type: ${typeOf(image)}\r\n\r\n`,
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(head.length + image.length + tail.length),
    },
    body: Readable.from([head, image, tail], { objectMode: false }),
  }
}

function typeOf(image: Buffer): string {
  if (image.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]))) return 'image/jpeg'
  if (image.subarray(1, 4).toString('latin1') === 'PNG') return 'image/png'
  return 'application/octet-stream'
}
