import { currentLanguage } from '../language'
import { currentTheme } from '../theme'
import { chooseAction } from '../ui/action-sheet'
import { wxApi } from './api'
import type { Parameters } from './api'

export const ui = {
  getAppBaseInfo: () => ({ language: currentLanguage(), theme: currentTheme() }),

  showActionSheet: wxApi(
    'showActionSheet',
    async ({ itemList }: Parameters<WechatMiniprogram.ShowActionSheetOption>) => ({
      tapIndex: await chooseAction(itemList),
    }),
  ),
}
