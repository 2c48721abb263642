/** Part of `npm run lint`: every template and style sheet of the package, as written and as published, and of the demo. */
import path from 'node:path'
import { faultsOf } from './faults'

const PROJECT = path.join(__dirname, '../..')

const faults = ['src', 'demo/miniprogram'].flatMap((root) => faultsOf(path.join(PROJECT, root)))
for (const fault of faults) console.error(fault)
if (faults.length) process.exitCode = 1
