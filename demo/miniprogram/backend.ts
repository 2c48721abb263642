import { http } from 'miniprogram-ocr'
import { SERVER } from './server-address'

/** Where the photos of this demo go. */
export const backend = http({ url: SERVER })
