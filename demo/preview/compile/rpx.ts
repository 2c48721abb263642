const RPX = /(-?\d*\.?\d+)rpx\b/g

/** WeChat's rpx is 1/750 of the screen's width. */
export function rpxToVw(css: string): string {
  return css.replace(RPX, (_, length: string) => `${+((Number(length) * 100) / 750).toFixed(5)}vw`)
}
