import { spawnSync } from 'node:child_process'

/** Debian's packages of what the tests start themselves. */
const PACKAGES: Record<string, string> = { 'redis-server': 'redis-server', nginx: 'nginx-light' }

/** @throws Error that tells what to install, when the program is not there */
export function requireProgram(name: string): string {
  const { error } = spawnSync(name, ['-v'], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  })
  if (!error) return name
  throw new Error(`This test starts ${name}, which is not installed here: apt-get install ${PACKAGES[name] ?? name}`)
}

export const PROGRAM_PATH = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }
