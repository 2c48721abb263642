import { configure, http } from 'miniprogram-ocr'
import { language } from './language'
import { SERVER } from './server-address'

configure({ backend: http({ url: SERVER }), locale: language() })

App({})
