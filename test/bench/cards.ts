import { readers } from 'miniprogram-ocr/cards/index'
import { DRIVING } from '../unit/cards/documented-replies'

const READS = 100_000

/** What reading a reply costs, beside parsing the JSON that it came as. */
export function reportCards(): string {
  const reply = JSON.stringify(DRIVING)
  const parsing = timeOf(() => JSON.parse(reply))
  const parsed = JSON.parse(reply)
  const reading = timeOf(() => readers.vehicle(parsed))
  const times = (reading / parsing).toFixed(1)
  return `${READS.toLocaleString('en')} reads of a vehicle reply: ${Math.round(reading)} ms, ${times} times JSON.parse\n`
}

function timeOf(task: () => unknown): number {
  const start = performance.now()
  for (let index = 0; index < READS; index++) task()
  return performance.now() - start
}
