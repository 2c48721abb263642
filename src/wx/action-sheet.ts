import { promised } from './promised'

/** `wx.showActionSheet`: the index of the item that was tapped. Rejects with the platform's failure, a cancel too. */
export async function chooseAction(itemList: string[]): Promise<number> {
  const { tapIndex } = await promised<{ tapIndex: number }>((callbacks) =>
    wx.showActionSheet({ itemList, ...callbacks }),
  )
  return tapIndex
}
