import type { Language } from '../runtime/language'

const CHINESE = {
  intro: '小程序证件识别：一个标签，一张照片，得到有类型的字段',
  language: '语言',
  theme: '外观',
  light: '浅色',
  dark: '深色',
  phone: '小程序演示',
  specimens: '样本',
  specimensHint: '没带证件？点一张样本，手机就像从相册选了它一样开始识别。样本里的人都是虚构的。',
  privacy: '照片不离开这台电脑，也不保存',
  front: '人像面',
  back: '国徽面',
  bankcard: '银行卡',
  driving: '行驶证',
  missing: '这里还没有样本。点手机里的卡片框，用自己的照片试试。',
}

export type Texts = typeof CHINESE

const ENGLISH: Texts = {
  intro: 'Card recognition for mini-programs: one tag, one photo, typed fields',
  language: 'Language',
  theme: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  phone: 'The demo mini-program',
  specimens: 'Specimens',
  specimensHint:
    'No card at hand? Pick a specimen and the phone reads it as if you had chosen it from the album. The people on them are made up.',
  privacy: 'Photos stay on this machine, and none is kept',
  front: 'Portrait side',
  back: 'Emblem side',
  bankcard: 'Bank card',
  driving: 'Vehicle licence',
  missing: 'No specimens here yet. Tap the card in the phone to try a photo of your own.',
}

export const TEXTS: Record<Language, Texts> = { zh_CN: CHINESE, en: ENGLISH }
