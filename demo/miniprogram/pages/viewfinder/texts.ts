const CHINESE = {
  title: '取景框',
  cards: { idcard: '身份证', bankcard: '银行卡', vehicle: '行驶证' },
  open: '打开取景框',
  note: '只有框内的部分会被上传。拒绝相机后，框内会给出去设置的按钮。',
  part: '将上传的部分',
}

export type Texts = typeof CHINESE

const ENGLISH: Texts = {
  title: 'Viewfinder',
  cards: { idcard: 'ID card', bankcard: 'Bank card', vehicle: 'Vehicle licence' },
  open: 'Open the viewfinder',
  note: 'Only what stands in the frame is uploaded. Where the camera is refused, a button leads to the settings.',
  part: 'The part to upload',
}

export const TEXTS = { 'zh-CN': CHINESE, en: ENGLISH }
