import type { GuideHint } from '../capture/guide'
import type { Table } from '../texts'

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

export const TEXTS: Table<ViewfinderTexts> = {
  fit: ['将{}放入框内', 'Fit in the frame: {}'],
  card: ['证件', 'the whole card'],
  look: ['文字清晰、没有反光吗？', 'Is the text sharp, with no glare?'],
  camera: ['拍摄', 'Take photo'],
  album: ['从手机相册选择', 'Choose from album'],
  pick: ['相册', 'Album'],
  shoot: ['拍照', 'Take photo'],
  torch: ['手电筒', 'Torch'],
  close: ['关闭', 'Close'],
  retake: ['重拍', 'Retake'],
  use: ['使用照片', 'Use photo'],
  refused: ['未获得相机权限', 'No access to the camera'],
  guide: {
    side: ['请翻到另一面', 'Turn the card over'],
    whole: ['请将证件完整放入框内', 'Show the whole card'],
    turn: ['请将证件摆正', 'Turn the card upright'],
    still: ['请保持不动', 'Hold still'],
  },
}
