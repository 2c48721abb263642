import { readFileSync } from 'node:fs'

/** The processes that a process has started, on Linux. */
export function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(/\s+/).filter(Boolean).map(Number)
}

/** Those, and what they have started in turn: the recogniser's processes have helpers. */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])
}

export function residentMegabytes(pid: number): number {
  return statusOf(pid, 'VmRSS')
}

/** The most that it has ever held. */
export function peakMegabytes(pid: number): number {
  return statusOf(pid, 'VmHWM')
}

function statusOf(pid: number, field: string): number {
  const [, kilobytes] =
    new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
