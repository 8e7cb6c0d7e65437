/**
 * Reads the gauges of the tables, in every district, at most once in five seconds: whoever asks more often, or two who ask at
 * once, get what was read. What cannot be read (database away) is left out, so an alarm sees it absent and not as zero.
 */
import type { Database, Tx } from './db.ts'
import type { Log } from './log.ts'
import type { TableGauge } from './metrics.ts'

const KEPT_MS = 5_000

/** Label (or '' without) → sum, by the gauge's name. */
export type Readings = ReadonlyMap<string, ReadonlyMap<string, number>>

export function createTableGauges(deps: {
  db: Database
  gauges: readonly TableGauge[]
  tenantIds: () => Promise<number[]>
  log: Log
}): () => Promise<Readings> {
  let kept: { at: number; reading: Promise<Readings> } | undefined

  async function readAll(): Promise<Readings> {
    const all = new Map<string, Map<string, number>>()
    for (const tenantId of await deps.tenantIds())
      await deps.db.withTenant(tenantId, (tx) => addTo(all, tx), { readOnly: true })
    return all
  }

  async function addTo(all: Map<string, Map<string, number>>, tx: Tx) {
    for (const { name, read } of deps.gauges) {
      const sums = all.get(name) ?? new Map<string, number>()
      for (const { label = '', value } of await read(tx)) sums.set(label, (sums.get(label) ?? 0) + value)
      all.set(name, sums)
    }
  }

  return () => {
    if (!kept || performance.now() - kept.at > KEPT_MS) {
      const reading = readAll().catch((error: unknown) => {
        deps.log.warn({ err: error }, 'gauges out of reach')
        return new Map()
      })
      kept = { at: performance.now(), reading }
    }
    return kept.reading
  }
}
