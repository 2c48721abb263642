import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A phone's files, in a temporary folder of their own. */
export function createStorage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'phone-'))
  const temporary = new Set<string>()

  function write(bytes: Buffer, name: string): string {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    return file
  }

  return {
    add: write,
    /** What an API made, under a name that nothing else has. */
    addTemporary(bytes: Buffer, extension: string): string {
      const file = write(bytes, `tmp_${temporary.size}.${extension}`)
      temporary.add(file)
      return file
    },
    read: (file: string): Buffer => orMissing(() => readFileSync(file)),
    size: (file: string): number => orMissing(() => statSync(file).size),
    remove: (file: string): void => orMissing(() => unlinkSync(file)),
    /** Those that APIs made and nobody has removed. */
    temporaryFiles: (): string[] => [...temporary].filter((file) => statSync(file, { throwIfNoEntry: false })),
    dispose: (): void => rmSync(folder, { recursive: true }),
  }
}

export type Storage = ReturnType<typeof createStorage>

function orMissing<T>(access: () => T): T {
  try {
    return access()
  } catch {
    throw new Error('no such file or directory')
  }
}
