import { promised } from './promised'

/** Bytes on disk, whatever a chooser said. */
export async function fileSize(filePath: string): Promise<number> {
  const { size } = await promised<{ size: number }>((callbacks) =>
    wx.getFileSystemManager().getFileInfo({ filePath, ...callbacks }),
  )
  return size
}

/** Best effort: a temporary file that is gone already, or that the platform keeps, is no failure of anybody's. */
export function removeFile(filePath: string): void {
  wx.getFileSystemManager().unlink({ filePath, fail: () => undefined })
}
