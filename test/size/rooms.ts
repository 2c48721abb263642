import fs from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'

interface Script {
  fileName: string
  modules: Record<string, { code: string | null }>
}
const { bundleScripts }: { bundleScripts: () => Promise<Script[]> } = require('../../build/scripts')

const SOURCES = path.join(__dirname, '../../src')

/** A room is a folder of `src`, or the files of one name that stand beside them. */
const roomOf = (file: string) => file.split(/[/\\.]/)[0] ?? file

/** Whose bytes a published file is made of. A script's are shared out by what its modules come to minified on their own. */
export async function roomsOf(root: string, files: Iterable<string>): Promise<Map<string, number>> {
  const scripts = new Map((await bundleScripts()).map((script) => [path.join(root, script.fileName), script]))
  const rooms = new Map<string, number>()
  const add = (room: string, bytes: number) => rooms.set(room, (rooms.get(room) ?? 0) + bytes)
  for (const file of files) {
    const bytes = fs.statSync(file).size
    const script = scripts.get(file)
    const shares = script ? sharesOf(script) : [{ room: roomOf(path.relative(root, file)), bytes: 1 }]
    const whole = shares.reduce((sum, share) => sum + share.bytes, 0)
    for (const share of shares) add(share.room, (bytes * share.bytes) / whole)
  }
  return rooms
}

const sharesOf = ({ modules }: Script) =>
  Object.entries(modules).map(([file, { code }]) => ({
    room: roomOf(path.relative(SOURCES, file)),
    bytes: Buffer.byteLength(transformSync(code ?? '', { minify: true, charset: 'utf8' }).code),
  }))
