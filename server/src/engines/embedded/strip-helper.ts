import { fork } from 'node:child_process'
import path from 'node:path'
import type { Strip } from './crop'
import type { OwnModels } from './model-files'
import type { Recognise, Text } from './recognize'

/** A page has fifteen strips or so: more would wait most of the time. */
const MOST = 3

/**
 * Processes that read strips beside the one that finds them, on a core each: several cores on one strip gain little, as
 * strips are small. Should one end, so does this process, and its server starts another.
 *
 * @param threads how many cores there are in all
 */
export function startHelpers(threads: number, models: OwnModels): Recognise[] {
  return Array.from({ length: Math.min(threads - 1, MOST) }, () => startHelper(models))
}

/** @returns answers in the order in which it was asked */
function startHelper(models: OwnModels): Recognise {
  const child = fork(path.join(__dirname, 'strip-process'), [JSON.stringify(models)], { serialization: 'advanced' })
  const waiting: ((text: Text) => void)[] = []
  const end = () => process.exit(1)
  child.on('message', (text: Text) => waiting.shift()?.(text))
  child.once('exit', end).once('error', end)
  return (strip: Strip) =>
    new Promise((resolve) => {
      waiting.push(resolve)
      child.send(strip)
    })
}
