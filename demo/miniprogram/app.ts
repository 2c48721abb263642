import { configure } from 'miniprogram-ocr'
import { en } from 'miniprogram-ocr/en'
import { backend } from './backend'
import { language } from './language'

configure({ backend, locale: language(), languages: { en } })

App({})
