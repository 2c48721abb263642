import type { Card } from '../engines/engine'
import { imageBody, jsonBody } from '../engines/wechat/body'
import { createWechatClient, type Body } from '../engines/wechat/client'
import { readReply } from '../engines/wechat/reply'
import { ApiError } from '../api-error'
import type { App } from '../http/authorize/app-tokens'

export interface Picture {
  card: Card
  image: Buffer
}

const TIMEOUT = 15_000
/** Words of WeChat's that are no field of anybody. */
const TELLABLE = ['Front', 'Back', 'Frond']

/** Asks WeChat what its documents leave open. Each picture costs two calls of the day's quota, the rest up to three. */
export async function askWechat(
  account: App,
  pictures: Picture[],
  blank: Buffer,
  baseUrl = 'https://api.weixin.qq.com',
) {
  const client = createWechatClient(baseUrl, TIMEOUT)
  try {
    const token = await fetchToken()
    const lines = [
      `stable_token: ${Object.keys(token.fields).join(', ')}; expires_in ${shapeOf(token.fields.expires_in)}`,
    ]
    const access_token = String(token.fields.access_token)
    for (const picture of pictures) lines.push(...(await askAbout(picture, access_token)))
    lines.push(`a picture without a card: ${await ask('idcard', { access_token }, imageBody(blank))}`)
    lines.push(`no picture: ${await ask('idcard', { access_token }, jsonBody({}))}`)
    lines.push(
      `img_url in the body: ${await ask('idcard', { access_token }, jsonBody({ img_url: 'https://example.com/a.jpg' }))}`,
    )
    lines.push(`no token: ${await ask('idcard', {}, imageBody(blank))}`)
    lines.push(`a wrong token: ${await ask('idcard', { access_token: 'wrong' }, imageBody(blank))}`)
    return lines
  } finally {
    await client.close()
  }

  async function fetchToken() {
    const body = jsonBody({ grant_type: 'client_credential', ...account })
    const reply = readReply(await client.post('/cgi-bin/stable_token', {}, body))
    if (reply.errcode === 0) return reply
    throw new ApiError(-1, `stable_token: errcode ${reply.errcode}, ${wordsOf(reply.errmsg)}`)
  }

  async function askAbout({ card, image }: Picture, access_token: string): Promise<string[]> {
    const photo = await ask(card, { access_token, type: 'photo' }, imageBody(image))
    const scan = await ask(card, { access_token, type: 'scan' }, imageBody(image))
    return [`${card}: ${photo}`, `${card} with type=scan: ${scan === photo ? 'of the same shape' : scan}`]
  }

  async function ask(card: Card, query: Record<string, string>, body: Body): Promise<string> {
    try {
      return describeReply(await client.post(`/cv/ocr/${card}`, query, body))
    } catch (error) {
      return error instanceof ApiError ? error.message : 'it broke down'
    }
  }
}

function describeReply(text: string): string {
  const { errcode, errmsg, fields } = readReply(text)
  const spelling = /"errcode"\s*:\s*"/.test(text) ? 'as a string' : /"errcode"/.test(text) ? 'as a number' : 'missing'
  const names = Object.entries(fields).map(([name, value]) => `${name} ${shapeOf(value)}`)
  return [`errcode ${errcode} ${spelling}, errmsg "${wordsOf(errmsg)}"`, ...names].join('; ')
}

/** What kind of value it is, and how long; for a nested one, of what. */
export function shapeOf(value: unknown): string {
  if (typeof value === 'string') return TELLABLE.includes(value) ? value : `string(${value.length})`
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value !== 'object' || value === null) return typeof value
  const entries = Object.entries(value).map(([name, inner]) => `${name} ${shapeOf(inner)}`)
  return `{${entries.join(', ')}}`
}

/** WeChat's own words without its request ids, and without anything that could be a number of somebody. */
function wordsOf(errmsg: string): string {
  return errmsg
    .replace(/\s*(hint|rid):.*$/s, '')
    .replace(/[^\x20-\x7e]|\d{4,}/g, '*')
    .slice(0, 100)
}
