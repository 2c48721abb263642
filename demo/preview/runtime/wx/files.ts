import { wxApi } from './api'
import { readTemporaryFile, removeTemporaryFile } from './temporary-files'

interface FilePath {
  filePath: string
}

const fileSystemManager = {
  getFileInfo: wxApi('getFileInfo', async ({ filePath }: FilePath) => ({
    size: (await readTemporaryFile(filePath)).size,
  })),

  unlink: wxApi('unlink', ({ filePath }: FilePath) => removeTemporaryFile(filePath)),
}

export const files = { getFileSystemManager: () => fileSystemManager }
