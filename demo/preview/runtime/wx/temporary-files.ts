/** Temporary files are blobs of this page, and their paths are `blob:` URLs: `<image src>` shows them as they are. */
export function createTemporaryFile(content: Blob): string {
  return URL.createObjectURL(content)
}

/** @throws Error worded as WeChat's when the file was removed */
export async function readTemporaryFile(path: string): Promise<Blob> {
  try {
    return await (await fetch(path)).blob()
  } catch {
    throw new Error(`no such file or directory "${path}"`)
  }
}

export async function removeTemporaryFile(path: string): Promise<void> {
  await readTemporaryFile(path)
  URL.revokeObjectURL(path)
}
