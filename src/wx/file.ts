/** Bytes on disk, whatever a chooser said. */
export function fileSize(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
  })
}

/** Best effort: a temporary file that is gone already, or that the platform keeps, is no failure of anybody's. */
export function removeFile(filePath: string): void {
  wx.getFileSystemManager().unlink({ filePath, fail: () => undefined })
}
