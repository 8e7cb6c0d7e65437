/** Which district a host name serves. An installation with one district serves it under any name. */
import type { Database } from './db.ts'
import { AppError } from './errors.ts'

export type Tenant = { id: number; name: string; host: string | null; hotline: string; demo: boolean }
export type Tenants = {
  all(): Promise<Tenant[]>
  ids(): Promise<number[]>
  /** @throws not_found */
  ofHost(host: string): Promise<number>
  byId(id: number): Promise<Tenant>
}

const KEPT_MS = 5_000

export function createTenants(db: Database): Tenants {
  let kept: { at: number; rows: Promise<Tenant[]> } | undefined

  const all = () => {
    // Reference rows change a few times a year; asking again every five seconds is plenty.
    if (!kept || performance.now() - kept.at > KEPT_MS) {
      const rows = db.reference<Tenant>({ text: 'SELECT id, name, host, hotline, demo FROM tenant ORDER BY id' })
      const asked = { at: performance.now(), rows }
      const forget = () => void (kept === asked && (kept = undefined))
      // A new installation waits for its first district, which whoever made it opens at once.
      rows.then((found) => found.length === 0 && forget(), forget)
      kept = asked
    }
    return kept.rows
  }
  return {
    all,
    ids: async () => (await all()).map(({ id }) => id),
    async ofHost(host) {
      const tenants = await all()
      const found = tenants.find((tenant) => tenant.host === host) ?? (tenants.length === 1 ? tenants[0] : undefined)
      if (!found) throw new AppError('not_found')
      return found.id
    },
    async byId(id) {
      const found = (await all()).find((tenant) => tenant.id === id)
      if (!found) throw new AppError('not_found')
      return found
    },
  }
}
