import type { Card } from './backends/backend'
import type { Source } from './capture/capture'
import type { CheckCode } from './cards/check'
import type { Advice, ErrorKind } from './errors'
import type { ConfirmTexts } from './ocr-confirm/texts'
import type { ViewfinderTexts } from './ocr-viewfinder/texts'
import type { Stage } from './recognition'
import type { Side } from './sides'

export type Locale = 'zh-CN' | 'en'

/** The words of one card, in one language: what is asked for, by `side`. */
export interface CardTexts {
  titles: { any: string } & Partial<Record<Side, string>>
}

/** The words that all tags share, in one language. */
export interface Texts {
  /** Where a tap leads, by source. */
  hints: Record<Source, string>
  /** With `both`, before the first photo. */
  hintBoth: string
  /** Which of two photos is asked for. */
  steps: { first: string; second: string }
  stages: Record<Stage, string>
  cancel: string
  done: string
  redo: string
  /** A button to WeChat's settings. */
  settings: string
  errors: Record<ErrorKind, string>
  /** By `errno`, where consent is not the person's to give. */
  privacy: Record<number, string>
  advice: Record<Advice, string>
  checks: Record<CheckCode, string>
}

/** Chinese and English side by side. */
export const TEXTS: Table<Texts> = {
  hints: {
    both: ['点按拍照或选择照片', 'Tap to take or choose a photo'],
    camera: ['点按拍照', 'Tap to take a photo'],
    album: ['点按选择照片', 'Tap to choose a photo'],
  },
  hintBoth: ['共两张，一面一张', 'Two photos, one of each side'],
  steps: { first: ['第 1 张，共 2 张', 'Photo 1 of 2'], second: ['第 2 张，共 2 张', 'Photo 2 of 2'] },
  stages: {
    capture: ['等待照片', 'Waiting for a photo'],
    compress: ['正在处理照片', 'Preparing the photo'],
    upload: ['正在上传', 'Uploading'],
    recognize: ['正在识别', 'Recognising'],
  },
  cancel: ['取消', 'Cancel'],
  done: ['识别完成', 'Recognised'],
  redo: ['重新识别', 'Start again'],
  settings: ['打开设置', 'Open settings'],
  errors: {
    privacy: ['需同意隐私保护指引，才能使用相机和相册', 'The camera and album need your consent to the privacy terms'],
    permission: ['没有相机或相册权限', 'No access to the camera or album'],
    unsupported: ['当前设备不支持此功能', 'This device does not support that'],
    capture: ['没有取得照片', 'No photo was taken'],
    'image-format': ['无法打开这张照片', 'This photo cannot be opened'],
    'image-size': ['照片过大，无法压缩到可上传的大小', 'This photo is too large to upload'],
    network: ['网络连接失败', 'The connection failed'],
    timeout: ['等待超时', 'It took too long'],
    http: ['服务器未能处理请求', 'The server could not handle the request'],
    auth: ['没有使用识别服务的权限', 'No permission to use the recognition service'],
    quota: ['今日识别次数已用完', 'No recognitions left for today'],
    rate: ['操作过于频繁，请稍候', 'Too many requests, please wait'],
    'not-found': ['照片中没有找到证件', 'No card was found in the photo'],
    'wrong-side': ['照片是证件的另一面', 'The photo shows the other side of the card'],
    image: ['照片无法识别', 'This photo cannot be recognised'],
    service: ['识别服务出错', 'The recognition service failed'],
    config: ['识别服务未正确配置', 'The recognition service is not set up correctly'],
  },
  privacy: {
    112: ['小程序未声明使用相机和相册', 'This app has not declared that it uses the camera and album'],
    1025: ['小程序的相机和相册已被平台停用', 'The platform has disabled the camera and album for this app'],
  },
  advice: {
    retake: ['请重新拍摄：证件完整、清晰、无反光', 'Take another photo: whole card, sharp, no glare'],
    'open-settings': ['请在设置中允许使用相机和相册', 'Allow the camera and album in settings'],
    retry: ['请重试', 'Please try again'],
    'type-it-in': ['请手动填写', 'Please type it in'],
    contact: ['请联系客服', 'Please contact support'],
  },
  checks: {
    missing: ['未识别到', 'not recognised'],
    format: ['格式不正确', 'not in the expected form'],
    checksum: ['校验码不正确', 'the check digit is wrong'],
    date: ['日期不存在', 'there is no such date'],
    future: ['日期在将来', 'the date is in the future'],
    mismatch: ['与证件上的其他内容不一致', 'contradicts another field'],
    order: ['日期先后颠倒', 'the dates are the wrong way round'],
    mass: ['总质量小于整备质量', 'the total mass is below the kerb mass'],
    term: ['有效期不是 5 年、10 年、20 年或长期', 'the term is not 5, 10 or 20 years, or long-term'],
    expired: ['证件已过期', 'the card has expired'],
  },
}

/** Words to put in the place of others, as deep as they lie: `{ redo: '…', errors: { network: '…' } }`. */
export type TextChanges = Changes<Texts> & {
  viewfinder?: Changes<ViewfinderTexts>
  confirm?: Changes<ConfirmTexts>
} & {
  [Name in Card]?: Changes<CardTexts & { fields: Record<string, string> }>
}

type Changes<Words> = { [Key in keyof Words]?: Words[Key] extends object ? Changes<Words[Key]> : string }

/** Each word in Chinese and in English. */
export type Table<Words> = {
  [Key in keyof Words]: Words[Key] extends object | undefined ? Table<Words[Key]> : Pair
}

type Pair = [zh: string, en: string]

/** One language of a table, with these words changed; an unknown one gets Chinese, which every user of WeChat's cards reads. */
export function inLanguage<Words>(table: Table<Words>, locale: string, changes: object = {}): Words {
  const words: Record<string, unknown> = {}
  for (const [key, word] of Object.entries<Pair | Table<object>>(table)) {
    const change: unknown = Reflect.get(changes, key)
    words[key] = Array.isArray(word)
      ? change || word[locale === 'en' ? 1 : 0]
      : inLanguage(word, locale, change as object | undefined)
  }
  return words as Words
}
