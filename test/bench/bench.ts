/**
 * `npm run bench`: what reading a reply costs, what compression and the
 * viewfinder come to, what mounting a tag costs, and how many fields the embedded recogniser gets exactly
 * right, on cards drawn afresh. `--seed` draws other cards (the seeds 0 to 999 were used while tuning), `--count` more of them;
 * `--only recognition` leaves the rest out, `--peers 0` the other packages. Ctrl-C ends the pictures early: what was read by then is reported.
 */
import { parseArgs } from 'node:util'
import { installWhatDrawingNeeds } from '../samples/install'
import { reportCards } from './cards'
import { reportCompress } from './compress'
import { reportRecognition } from './recognition'
import { reportRender } from './render'
import { reportViewfinder } from './viewfinder'

async function main() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '2027' },
      count: { type: 'string', default: '60' },
      'held-out': { type: 'string', default: '18' },
      peers: { type: 'string', default: '18' },
      load: { type: 'string', default: '1000' },
      threads: { type: 'string', default: '2' },
      only: { type: 'string' },
    },
  })
  if (values.only !== 'recognition') {
    console.log(reportCards())
    console.log(await reportCompress())
    console.log(await reportViewfinder())
    console.log(await reportRender())
  }
  installWhatDrawingNeeds()
  await reportRecognition({
    seed: Number(values.seed),
    count: Number(values.count),
    heldOut: Number(values['held-out']),
    peers: Number(values.peers),
    load: Number(values.load),
    threads: Number(values.threads),
  })
}

void main()
