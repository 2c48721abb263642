import type { GuideHint } from '../capture/guide'

/** The words of a viewfinder, in one language. */
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
  guide: Record<GuideHint, string>
}

export const TEXTS: ViewfinderTexts = {
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
  guide: {
    side: '请翻到另一面',
    whole: '请将证件完整放入框内',
    turn: '请将证件摆正',
    still: '请保持不动',
  },
}
