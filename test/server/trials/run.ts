/**
 * `npm run trials`: what takes too long for every test run. `-- fuzz`, `-- residue` or `-- load` runs one of them; `--seed` and
 * `--inputs` say what the fuzz run sends. Exits with 1 when a bar is missed.
 */
import { parseArgs } from 'node:util'
import { fuzz, growth } from './fuzz'
import { load } from './load'
import { searchResidue } from './residue'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    inputs: { type: 'string', default: '20000' },
    cards: { type: 'string', default: '1000' },
  },
})

/** Percent; more, once all is warm, is called a leak. */
const MOST_GROWTH = 5

const TRIALS: Record<string, () => Promise<boolean>> = {
  async fuzz() {
    console.log(`fuzz: seed ${values.seed}, ${values.inputs} inputs`)
    const report = await fuzz(Number(values.seed), Number(values.inputs))
    console.log(report)
    const growths = Object.values(report.megabytes).map(growth)
    console.log(`memory grew by ${growths.map((share) => `${share.toFixed(1)} %`).join(' (server) and ')} (recogniser)`)
    const isFlat = growths.every((share) => share <= MOST_GROWTH)
    return report.wrong.length === 0 && report.goodAfterwards && isFlat
  },
  async residue() {
    const report = await searchResidue(Number(values.cards))
    console.log('residue:', report)
    return report.found.length === 0
  },
  load,
}

async function main() {
  const chosen = positionals.length > 0 ? positionals : Object.keys(TRIALS)
  for (const name of chosen) {
    const trial = TRIALS[name]
    if (!trial) throw new Error(`There is no trial ${name}: give ${Object.keys(TRIALS).join(', ')}`)
    const isMet = await trial()
    console.log(`${name}: ${isMet ? 'met' : 'MISSED'}\n`)
    if (!isMet) process.exitCode = 1
  }
}

void main()
