/** One address for several districts: each call names the one it means. */
import { afterAll, describe, expect, test } from 'vitest'
import { makeTenant } from '#modules/accounts/make.ts'
import { useDatabase } from '#server/test/database.ts'
import { FORMATS, geoReportClient, type Told } from '#server/test/georeport-client.ts'
import { startApp } from '#server/test/make-app.ts'
import { refused, rows } from './make.ts'

const databaseUrl = await useDatabase()
const tenantId = await makeTenant(databaseUrl, { name: '云桥区' })
await makeTenant(databaseUrl, { name: '兰溪区', host: 'lanxi.example' })
const app = await startApp(databaseUrl)
const base = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
afterAll(async () => {
  app.fastify.server.closeAllConnections() // fetch keeps them alive
  await app.close()
})

describe.each(FORMATS)('%s', (format) => {
  const v2 = geoReportClient(`${base}/open311/v2`, format)

  test('the jurisdiction is asked for, and an unknown one is not there', async () => {
    refused(await v2.get('services'), 400, 'jurisdiction_id is required')
    refused(await v2.get('services', { jurisdiction_id: 'nowhere.example' }), 404)
  })

  test('a district answers by its address, or by its number where it has none', async () => {
    for (const id of ['lanxi.example', `district-${tenantId}`]) {
      const services = rows(await v2.get('services', { jurisdiction_id: id }))
      expect(
        services.map(({ service_code }) => service_code),
        id,
      ).toEqual(['unsorted']) // what needs no category
    }
  })

  test('discovery names both', async () => {
    const { value } = await geoReportClient(`${base}/open311`, format).get('discovery')
    const { endpoints } = value as { endpoints: Record<string, Told>[] } // a list of the specification
    expect(endpoints.map(({ jurisdiction_id }) => jurisdiction_id).toSorted()).toEqual([`district-${tenantId}`, 'lanxi.example'].toSorted()) // prettier-ignore
  })
})
