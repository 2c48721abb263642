import type { Pages } from '../pages'
import { wxApi } from './api'
import type { Parameters } from './api'

/** @param pages asked for at each call: a program's scripts run before its first page is open */
export function navigation(pages: () => Pages) {
  return {
    navigateTo: wxApi('navigateTo', ({ url }: Parameters<WechatMiniprogram.NavigateToOption>) => pages().open(url)),

    navigateBack: wxApi('navigateBack', ({ delta = 1 }: Parameters<WechatMiniprogram.NavigateBackOption>) =>
      pages().back(delta),
    ),

    reLaunch: wxApi('reLaunch', ({ url }: Parameters<WechatMiniprogram.ReLaunchOption>) => pages().relaunch(url)),

    setNavigationBarTitle: wxApi(
      'setNavigationBarTitle',
      ({ title }: Parameters<WechatMiniprogram.SetNavigationBarTitleOption>) => pages().setTitle(title),
    ),
  }
}
