import type { Card } from './backends/backend'
import type { Source } from './capture/capture'
import type { CheckCode } from './cards/check'
import type { Advice, ErrorKind } from './errors'
import type { Labels } from './ocr-confirm/labels'
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

/** What every user of WeChat's cards reads; `en.ts` has them in English. */
export const TEXTS: Texts = {
  hints: {
    both: '点按拍照或选择照片',
    camera: '点按拍照',
    album: '点按选择照片',
  },
  hintBoth: '两面都要拍到',
  steps: { first: '第 1 张，共 2 张', second: '第 2 张，共 2 张' },
  stages: {
    capture: '等待照片',
    compress: '正在处理照片',
    upload: '正在上传',
    recognize: '正在识别',
  },
  cancel: '取消',
  done: '识别完成',
  redo: '重新识别',
  settings: '打开设置',
  errors: {
    privacy: '需同意隐私指引，才能使用相机和相册',
    permission: '没有相机或相册权限',
    unsupported: '设备不支持此功能',
    capture: '没有取得照片',
    'image-format': '无法打开这张照片',
    'image-size': '照片过大，无法上传',
    network: '网络连接失败',
    timeout: '等待超时',
    http: '服务器出错',
    auth: '无权使用识别服务',
    quota: '今日识别次数已用完',
    rate: '操作频繁，请稍候',
    'not-found': '照片中没有证件',
    'wrong-side': '照片是证件的另一面',
    image: '照片无法识别',
    service: '识别服务出错',
    config: '识别服务未正确配置',
  },
  privacy: {
    112: '小程序未声明使用相机和相册',
    1025: '平台已停用相机和相册',
  },
  advice: {
    retake: '请重新拍摄：证件完整、清晰、无反光',
    'open-settings': '请在设置中允许使用相机和相册',
    retry: '请重试',
    'type-it-in': '请手动填写',
    contact: '请联系客服',
  },
  checks: {
    missing: '未识别到',
    format: '格式不正确',
    checksum: '校验码不正确',
    date: '日期不存在',
    future: '日期在将来',
    mismatch: '与其他内容不一致',
    order: '日期先后颠倒',
    mass: '总质量小于整备质量',
    term: '有效期不是 5、10、20 年或长期',
    expired: '证件已过期',
  },
}

/** All words of one language. */
export type Language = Texts & { viewfinder: ViewfinderTexts; confirm: ConfirmTexts } & {
  [Name in Card]: CardTexts & { fields: Labels[Name] }
}

/** Words to put in the place of others, as deep as they lie: `{ redo: '…', errors: { network: '…' } }`. */
export type TextChanges = Changes<Language>

type Changes<Words> = { [Key in keyof Words]?: Words[Key] extends object | undefined ? Changes<Words[Key]> : string }

/** These words, with others in the place of some. */
export function withChanges<Words extends object>(words: Words, changes: object = {}): Words {
  const changed = { ...words }
  for (const [key, change] of Object.entries(changes)) {
    const word = Reflect.get(words, key)
    if (word && change) Reflect.set(changed, key, word instanceof Object ? withChanges(word, change) : change)
  }
  return changed
}
