import type { Specimen } from '../specimens'
import { currentLanguage } from '../runtime/language'
import type { Language } from '../runtime/language'
import { currentTheme, setTheme } from '../runtime/theme'
import type { Theme } from '../runtime/theme'
import { showSpecimens } from './specimens'
import { listenToSwitch } from './switch'
import { TEXTS } from './texts'

/** The page that the phone shows first, and that a specimen is handed to from a page without a recognition tag. */
const FIRST_PAGE = 'pages/idcard/idcard'

const WIDE = matchMedia('(min-width: 760px)')

const phone = find('.phone-screen', HTMLIFrameElement)
const shelf = find('.shelf', HTMLDetailsElement)

async function start(): Promise<void> {
  listenToSwitch('theme', ['light', 'dark'], currentTheme(), showTheme)
  listenToSwitch('language', ['zh_CN', 'en'], currentLanguage(), showLanguage)
  phone.addEventListener('load', () => showTheme(currentTheme()))
  WIDE.addEventListener('change', openShelfWhenWide)
  openShelfWhenWide()
  showTheme(currentTheme())
  await showLanguage(currentLanguage())
}

function showTheme(theme: Theme): void {
  setTheme(theme)
  phone.contentWindow?.stage?.setTheme(theme)
}

/** As on a real phone, the mini-program starts anew in another language. */
async function showLanguage(language: Language): Promise<void> {
  const texts = TEXTS[language]
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = Object.entries(texts).find(([name]) => name === element.dataset.text)?.[1] ?? ''
  }
  phone.title = texts.phone
  phone.src = `phone.html?language=${language}#${FIRST_PAGE}`
  const specimens: Specimen[] = await (await fetch('specimens.json')).json()
  showSpecimens(find('.specimens', HTMLElement), specimens, texts, recognize)
}

function recognize(picture: Blob): void {
  if (!WIDE.matches) shelf.open = false
  phone.contentWindow?.stage?.recognize(picture, '/' + FIRST_PAGE)
}

/** On a narrow screen the shelf is a drawer below the phone. */
function openShelfWhenWide(): void {
  shelf.open = WIDE.matches
}

function find<Type extends HTMLElement>(selector: string, type: new () => Type): Type {
  const element = document.querySelector(selector)
  if (!(element instanceof type)) throw new Error(`no ${selector} in index.html`)
  return element
}

void start()
