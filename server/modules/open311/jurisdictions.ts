/**
 * Which district a call is for. Each has one jurisdiction id: its host name, or a number where it has none. An address that
 * belongs to one district speaks for it; only where it does not is the id required.
 */
import { GeoReportError } from './errors.ts'
import type { Tenant, Tenants } from '#platform/tenants.ts'

export const jurisdictionOf = ({ id, host }: Pick<Tenant, 'id' | 'host'>): string => host ?? `district-${id}`

/** @throws GeoReportError: 404 for an unknown one, 400 when it must be said */
export async function tenantFor(tenants: Tenants, host: string, jurisdictionId: string | undefined): Promise<Tenant> {
  const all = await tenants.all()
  const here = all.find((one) => one.host === host) ?? (all.length === 1 ? all[0] : undefined)
  if (jurisdictionId === undefined) {
    if (here) return here
    throw new GeoReportError(400, 'jurisdiction_id is required')
  }
  const named = all.find((one) => jurisdictionOf(one) === jurisdictionId)
  if (!named || (here && named.id !== here.id))
    throw new GeoReportError(404, `jurisdiction_id ${jurisdictionId.slice(0, 60)} is unknown`)
  return named
}
