/** Where GeoReport is found: this district's endpoint first, then those of its neighbours in the same installation. */
import type { FastifyRequest } from 'fastify'
import type { Tenant, Tenants } from '#platform/tenants.ts'
import { jurisdictionOf } from './jurisdictions.ts'
import { MOST_ROWS } from './read-list.ts'

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'
/** When what this door offers last changed. */
const CHANGESET = '2026-11-01T00:00:00+08:00'

export async function discoveryOf(tenants: Tenants, { protocol, host, hostname }: FastifyRequest) {
  const all = await tenants.all()
  const here = all.find((one) => one.host === hostname) ?? (all.length === 1 ? all[0] : undefined)
  const inOrder = [...(here ? [here] : []), ...all.filter((one) => one !== here)]
  const port = host.slice(hostname.length)
  const urlOf = (one: Tenant) => `${protocol}://${one === here || !one.host ? host : `${one.host}${port}`}/open311/v2`
  return {
    changeset: CHANGESET,
    contact: here ? `${here.name}，${here.hotline}` : inOrder.map(({ name }) => name).join('、'),
    key_service: `${protocol}://${host}/api`,
    max_requests: MOST_ROWS,
    endpoints: inOrder.map((one) => ({
      specification: SPECIFICATION,
      url: urlOf(one),
      changeset: CHANGESET,
      type: one.demo ? 'test' : 'production',
      formats: ['text/xml', 'application/json'],
      jurisdiction_id: jurisdictionOf(one),
    })),
  }
}
