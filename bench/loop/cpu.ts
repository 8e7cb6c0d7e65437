/**
 * CPU time of processes (user and system) as the Linux scheduler counts it, in nanoseconds: /proc/<pid>/task/<tid>/schedstat.
 * Other work on the machine does not change it, apart from colder caches.
 */
import { readdirSync, readFileSync } from 'node:fs'

const firstNumber = (file: string) => Number(readFileSync(file, 'utf8').split(' ', 1)[0])

/** Milliseconds that all threads of a process have run. */
export const processCpuMs = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, tid) => sum + firstNumber(`/proc/${pid}/task/${tid}/schedstat`), 0) /
  1e6

/** Every process of a PostgreSQL. A difference counts those that are there at its end; connections stay open meanwhile. */
export function postgresCpuMs(postmasterPid: number): Map<number, number> {
  const children = readFileSync(`/proc/${postmasterPid}/task/${postmasterPid}/children`, 'utf8')
  const pids = [postmasterPid, ...children.trim().split(' ').map(Number)]
  return new Map(
    pids.flatMap((pid) => {
      try {
        return [[pid, processCpuMs(pid)] as const]
      } catch {
        return [] // a worker that has just ended
      }
    }),
  )
}

export function spentBetween(before: Map<number, number>, after: Map<number, number>): number {
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)
}

/** Resident memory of a process in MB. */
export const memoryMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
