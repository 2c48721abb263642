import type { Source } from './capture/capture'
import type { GuideHint } from './capture/guide'
import type { CheckCode } from './cards/check'
import type { Advice, ErrorKind } from './errors'
import type { Stage } from './recognition'
import type { Card } from './backends/backend'
import type { Side } from './sides'

export type Locale = 'zh-CN' | 'en'

/** The words of one card, in one language. */
export interface CardTexts<Field extends string = string> {
  /** What is asked for, by `side`. */
  titles: { any: string } & Partial<Record<Side, string>>
  /** What the fields are called. */
  fields: Record<Field, string>
}

export interface ViewfinderTexts {
  /** `{}` is what to fit, `card` where nobody says. */
  fit: string
  card: string
  /** Under the still. */
  look: string
  camera: string
  album: string
  /** `album`, on a button of its own. */
  pick: string
  shoot: string
  torch: string
  close: string
  retake: string
  use: string
  refused: string
  settings: string
  guide: Record<GuideHint, string>
}

/** The words that all tags share, in one language. */
export interface Texts {
  /** Where a tap leads, by source. */
  hints: Record<Source, string>
  viewfinder: ViewfinderTexts
  /** With `both`, before the first photo. */
  hintBoth: string
  /** Which of two photos is asked for. */
  steps: [string, string]
  stages: Record<Stage, string>
  cancel: string
  done: string
  redo: string
  /** Over the form of `confirm`. */
  review: string
  /** Before what a field probably is: look-alikes put right. */
  suggest: string
  confirm: string
  errors: Record<ErrorKind, string>
  /** By `errno`, where consent is not the person's to give. */
  privacy: Record<number, string>
  advice: Record<Advice, string>
  checks: Record<CheckCode, string>
}

const ZH_CN: Texts = {
  hints: { both: '点按拍照或选择照片', camera: '点按拍照', album: '点按选择照片' },
  viewfinder: {
    fit: '将{}放入框内',
    card: '证件',
    look: '文字清晰、没有反光吗？',
    camera: '拍摄',
    album: '从手机相册选择',
    pick: '相册',
    shoot: '拍照',
    torch: '手电筒',
    close: '关闭',
    retake: '重拍',
    use: '使用照片',
    refused: '未获得相机权限',
    settings: '打开设置',
    guide: { side: '请翻到另一面', whole: '请将证件完整放入框内', turn: '请将证件摆正', still: '请保持不动' },
  },
  hintBoth: '共两张，一面一张',
  steps: ['第 1 张，共 2 张', '第 2 张，共 2 张'],
  stages: { capture: '等待照片', compress: '正在处理照片', upload: '正在上传', recognize: '正在识别' },
  cancel: '取消',
  done: '识别完成',
  redo: '重新识别',
  review: '请核对识别结果',
  suggest: '改为',
  confirm: '确认无误',
  errors: {
    privacy: '需同意隐私保护指引，才能使用相机和相册',
    permission: '没有相机或相册权限',
    unsupported: '当前设备不支持此功能',
    capture: '没有取得照片',
    'image-format': '无法打开这张照片',
    'image-size': '照片过大，无法压缩到可上传的大小',
    network: '网络连接失败',
    timeout: '等待超时',
    http: '服务器未能处理请求',
    auth: '没有使用识别服务的权限',
    quota: '今日识别次数已用完',
    rate: '操作过于频繁，请稍候',
    'not-found': '照片中没有找到证件',
    'wrong-side': '照片是证件的另一面',
    image: '照片无法识别',
    service: '识别服务出错',
    config: '识别服务未正确配置',
  },
  privacy: {
    112: '小程序未声明使用相机和相册',
    1025: '小程序的相机和相册已被平台停用',
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
    mismatch: '与证件上的其他内容不一致',
    order: '日期先后颠倒',
    mass: '总质量小于整备质量',
    term: '有效期不是 5 年、10 年、20 年或长期',
    expired: '证件已过期',
  },
}

const EN: Texts = {
  hints: { both: 'Tap to take or choose a photo', camera: 'Tap to take a photo', album: 'Tap to choose a photo' },
  viewfinder: {
    fit: 'Fit in the frame: {}',
    card: 'the whole card',
    look: 'Is the text sharp, with no glare?',
    camera: 'Take photo',
    album: 'Choose from album',
    pick: 'Album',
    shoot: 'Take photo',
    torch: 'Torch',
    close: 'Close',
    retake: 'Retake',
    use: 'Use photo',
    refused: 'No access to the camera',
    settings: 'Open settings',
    guide: {
      side: 'Turn the card over',
      whole: 'Show the whole card',
      turn: 'Turn the card upright',
      still: 'Hold still',
    },
  },
  hintBoth: 'Two photos, one of each side',
  steps: ['Photo 1 of 2', 'Photo 2 of 2'],
  stages: {
    capture: 'Waiting for a photo',
    compress: 'Preparing the photo',
    upload: 'Uploading',
    recognize: 'Recognising',
  },
  cancel: 'Cancel',
  done: 'Recognised',
  redo: 'Start again',
  review: 'Please check what was read',
  suggest: 'Change to',
  confirm: 'All correct',
  errors: {
    privacy: 'The camera and album need your consent to the privacy terms',
    permission: 'No access to the camera or album',
    unsupported: 'This device does not support that',
    capture: 'No photo was taken',
    'image-format': 'This photo cannot be opened',
    'image-size': 'This photo is too large to upload',
    network: 'The connection failed',
    timeout: 'It took too long',
    http: 'The server could not handle the request',
    auth: 'No permission to use the recognition service',
    quota: 'No recognitions left for today',
    rate: 'Too many requests, please wait',
    'not-found': 'No card was found in the photo',
    'wrong-side': 'The photo shows the other side of the card',
    image: 'This photo cannot be recognised',
    service: 'The recognition service failed',
    config: 'The recognition service is not set up correctly',
  },
  privacy: {
    112: 'This app has not declared that it uses the camera and album',
    1025: 'The platform has disabled the camera and album for this app',
  },
  advice: {
    retake: 'Take another photo: whole card, sharp, no glare',
    'open-settings': 'Allow the camera and album in settings',
    retry: 'Please try again',
    'type-it-in': 'Please type it in',
    contact: 'Please contact support',
  },
  checks: {
    missing: 'not recognised',
    format: 'not in the expected form',
    checksum: 'the check digit is wrong',
    date: 'there is no such date',
    future: 'the date is in the future',
    mismatch: 'contradicts another field',
    order: 'the dates are the wrong way round',
    mass: 'the total mass is below the kerb mass',
    term: 'the term is not 5, 10 or 20 years, or long-term',
    expired: 'the card has expired',
  },
}

/** Words to put in the place of others, as deep as they lie: `{ redo: '…', errors: { network: '…' } }`. */
export type TextChanges = { [Key in keyof Texts]?: Texts[Key] extends object ? Partial<Texts[Key]> : string } & {
  [Name in Card]?: { [Key in keyof CardTexts]?: Partial<CardTexts[Key]> }
}

/** The texts of a language; an unknown one gets Chinese, which every user of WeChat's cards reads. */
export const textsFor = (locale: string): Texts => (locale === 'en' ? EN : ZH_CN)

/** A copy with these words changed. */
export function reword<Words extends object>(words: Words, changes: Partial<Record<keyof Words, unknown>> = {}): Words {
  const reworded = { ...words }
  for (const key in words) {
    const [word, change] = [words[key], changes[key]]
    if (change) reworded[key] = typeof word === 'object' && word ? reword(word, change) : (change as typeof word)
  }
  return reworded
}
