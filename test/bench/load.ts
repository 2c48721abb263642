import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createEmbeddedEngine } from 'miniprogram-ocr-server'
import type { Picture } from './pictures'

const MEASURES = 10

/** As many requests at a time as there are cores, over the pictures given, `rounds` cards in all; and what memory does. */
export async function reportLoad(pictures: Picture[], rounds: number): Promise<string> {
  const cores = availableParallelism()
  const engine = createEmbeddedEngine({ workers: cores, threads: 1 })
  const memory: number[] = []
  const start = performance.now()
  let next = 0
  async function client() {
    while (next < rounds) {
      const index = next++
      const picture = pictures[index % pictures.length]
      if (picture) await engine.recognize(picture.card, picture.image, 'photo').catch(() => undefined)
      if ((index + 1) % Math.ceil(rounds / MEASURES) === 0) memory.push(childrenMegabytes())
    }
  }
  await Promise.all(Array.from({ length: cores }, client))
  const seconds = (performance.now() - start) / 1000
  await engine.close()
  const [warm = NaN] = memory
  const growth = (100 * ((memory[memory.length - 1] ?? NaN) - warm)) / warm
  return [
    `${rounds} cards, ${cores} at a time: ${(rounds / seconds).toFixed(2)} a second.`,
    `Memory of the ${cores} processes after each tenth, MB: ${memory.join(', ')}; ${growth.toFixed(1)} % more at the end than after the first.`,
  ].join('\n')
}

/** What this process's children hold, by Linux's count. */
function childrenMegabytes(): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const kilobytes = processes.map((pid) => {
    const status = read(`/proc/${pid}/status`)
    const isReader = read(`/proc/${pid}/cmdline`).includes('reader-process')
    if (!isReader || !status.includes(`PPid:\t${process.pid}\n`)) return 0
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
  })
  return Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1024)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
