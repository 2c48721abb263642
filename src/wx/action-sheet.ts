/** `wx.showActionSheet`: the index of the item that was tapped. Rejects with the platform's failure, a cancel too. */
export function chooseAction(itemList: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    wx.showActionSheet({ itemList, success: ({ tapIndex }) => resolve(tapIndex), fail: reject })
  })
}
