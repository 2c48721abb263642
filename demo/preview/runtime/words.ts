import { currentLanguage } from './language'

const CHINESE = {
  camera: '拍摄',
  album: '从手机相册选择',
  cancel: '取消',
  shutter: '拍照',
  back: '返回',
  home: '首页',
  allowCamera: '允许使用摄像头',
  done: '完成',
}

const ENGLISH: typeof CHINESE = {
  camera: 'Take Photo',
  album: 'Choose from Album',
  cancel: 'Cancel',
  shutter: 'Take photo',
  back: 'Back',
  home: 'Home',
  allowCamera: 'Allow the camera',
  done: 'Done',
}

/** The stage's own words, in the language of the person. */
export function words(): typeof CHINESE {
  return currentLanguage() === 'zh_CN' ? CHINESE : ENGLISH
}
