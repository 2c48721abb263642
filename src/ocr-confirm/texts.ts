/** The words of the form, in one language. */
export interface ConfirmTexts {
  /** What the tag says over the form. */
  headline: string
  detail: string
  /** Before what a field probably is: look-alikes put right. */
  suggest: string
  accept: string
}

export const TEXTS: ConfirmTexts = {
  headline: '请核对识别结果',
  detail: '有出入的地方，直接修改',
  suggest: '改为',
  accept: '确认无误',
}
