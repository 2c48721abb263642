import { configure } from 'miniprogram-ocr'
import { backend } from './backend'
import { language } from './language'

configure({ backend, locale: language() })

App({})
