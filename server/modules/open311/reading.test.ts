/** GeoReport v2 from outside: lists, filters and pages. Each test once in XML and once in JSON. */
import { afterAll, describe, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { FORMATS, geoReportClient, readXml } from '#server/test/georeport-client.ts'
import { first, openDoor, refused, rows } from './make.ts'

const door = await openDoor(await useDatabase())
const { base, file, here } = door
afterAll(door.close)

describe.each(FORMATS)('%s', (format) => {
  const v2 = geoReportClient(`${base}/open311/v2`, format)

  test('by ids: comma lists, those that are there, dates overridden; one by itself', async () => {
    const [a, b] = [await file(v2), await file(v2)]
    const found = await v2.get('requests', { service_request_id: `${a}, ${b},2020-000001`, start_date: '2001-01-01T00:00:00Z', end_date: '2001-01-02T00:00:00Z', status: 'closed' }) // prettier-ignore
    expect(
      rows(found)
        .map(({ service_request_id }) => service_request_id)
        .toSorted(),
    ).toEqual([a, b].toSorted())
    expect((await v2.get('requests', { service_request_id: '2020-000001' })).value).toEqual([])
    expect(rows(await v2.get(`requests/${a}`))).toHaveLength(1)
    refused(await v2.get('requests/2020-000001'), 404)
    refused(await v2.get('requests/nonsense'), 404)
  })

  test('dates: both, one, ninety-one days, nonsense; with their zone', async () => {
    const number = await file(v2)
    const at = Date.parse(String(first(await v2.get(`requests/${number}`))['requested_datetime']))
    const moment = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
    const has = async (query: Record<string, string>) => rows(await v2.get('requests', query)).some((one) => one['service_request_id'] === number) // prettier-ignore
    expect(await has({ start_date: moment(at), end_date: moment(at) })).toBe(true)
    expect(await has({ start_date: moment(at + 1000) })).toBe(false)
    expect(await has({ end_date: moment(at - 1000) })).toBe(false)
    expect(await has({ end_date: moment(at) })).toBe(true)
    expect(await has({ start_date: moment(at - 1000).replace('Z', '+00:00') })).toBe(true)
    const day = 86_400_000
    expect((await v2.get('requests', { start_date: moment(at - 90 * day), end_date: moment(at) })).status).toBe(200)
    refused(await v2.get('requests', { start_date: moment(at - 91 * day), end_date: moment(at) }), 400, '90 days')
    for (const bad of [
      'yesterday',
      '2026-11-18',
      '2026-11-18T10:00:00',
      '2026-02-30T10:00:00Z',
      '2026-11-18T10:00:00.5Z',
    ])
      refused(await v2.get('requests', { start_date: bad }), 400, 'start_date')
    refused(await v2.get('requests', { start_date: moment(at), end_date: moment(at - 1000) }), 400, 'after')
    expect((await v2.get('requests', { start_date: '', end_date: '', status: '', jurisdiction_id: '' })).status).toBe(200) // prettier-ignore
  })

  test('filters: status, code, place, photo, agency, page; unknown ones are refused by name', async () => {
    const number = await file(v2, { service_code: 'road.barrier' })
    const codes = async (query: Record<string, string>) => new Set(rows(await v2.get('requests', query)).map((one) => one['service_code'])) // prettier-ignore
    expect(await codes({ service_code: 'road.barrier' })).toEqual(new Set(['road.barrier']))
    expect(await codes({ service_code: 'road.barrier,road.puddle' })).toEqual(new Set(['road.barrier', 'road.puddle']))
    refused(await v2.get('requests', { service_code: 'nothing.here' }), 404)
    expect(rows(await v2.get('requests', { status: 'open,closed' })).length).toBeGreaterThan(0)
    refused(await v2.get('requests', { status: 'half' }), 400, 'status')
    const near = async (point: { lat: number; lon: number }) => rows(await v2.get('requests', { lat: String(point.lat), long: String(point.lon), radius: '30', service_code: 'road.barrier' })) // prettier-ignore
    const there = { lat: Number(here.lat), lon: Number(here.long) }
    expect((await near(there)).some((one) => one['service_request_id'] === number)).toBe(true)
    expect(await near({ lat: there.lat + 0.0005, lon: there.lon })).toEqual([])
    expect(rows(await v2.get('requests', { has_photo: 'true' })).every((one) => one['media_url'] !== null)).toBe(true)
    expect(rows(await v2.get('requests', { max_requests: '1' }))).toHaveLength(1)
    expect((await v2.get('requests', { agency_responsible: '没有这个单位' })).value).toEqual([])
    const [one] = rows(await v2.get('requests', { page_size: '1', updated_after: '2026-11-18T00:00:00Z', updated_before: '2026-11-19T00:00:00Z' })) // prettier-ignore
    expect(one).toBeDefined()
    for (const query of [{ page: '0' }, { page_size: '1001' }, { page: '9999' }, { after: 'x' }, { has_photo: 'perhaps' }, { radius: '5' }]) refused(await v2.get('requests', query), 400) // prettier-ignore
  })

  test('pages by the Link header stay the same while requests come in', async () => {
    for (let n = 0; n < 5; n++) await file(v2, { service_code: 'road.wreck' })
    const pageOne = await v2.get('requests', { service_code: 'road.wreck', page_size: '2' })
    const ids = rows(pageOne).map((one) => one['service_request_id'])
    const all = rows(await v2.get('requests', { service_code: 'road.wreck' })).map((one) => one['service_request_id'])
    expect(pageOne.headers.get('x-total-count')).toBe(String(all.length))
    let link = pageOne.headers.get('link')
    while (link) {
      await file(v2, { service_code: 'road.wreck' })
      const url = /^<(.+)>; rel="next"$/.exec(link)?.[1] ?? ''
      const reply = await fetch(url)
      const text = await reply.text()
      const more = format === 'json' ? JSON.parse(text) : readXml(text)
      ids.push(...more.map((one: Record<string, string>) => one['service_request_id']))
      link = reply.headers.get('link')
    }
    expect(ids).toEqual(all)
    const second = rows(await v2.get('requests', { service_code: 'road.wreck', page_size: '2', page: '2' }))
    expect(second).toHaveLength(2)
  })
})
