/** GeoReport v2 from outside: following a request until it is solved, by its updates too. Each test once in XML and once in JSON. */
import { afterAll, describe, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { FORMATS, geoReportClient, type Told } from '#server/test/georeport-client.ts'
import { first, openDoor, PUDDLE, refused, rows } from './make.ts'

const door = await openDoor(await useDatabase())
const { apiKey, app, base, file, here, key, world } = door
afterAll(door.close)
const { desk, unit, followUp } = world.people
const { property } = world.organisations

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/

describe.each(FORMATS)('%s', (format) => {
  const v2 = geoReportClient(`${base}/open311/v2`, format)

  test('a puddle is filed with two photos and followed to solved; updates come in order and go both ways', async () => {
    const from = app
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
    const files = PUDDLE.map((bytes, at) => ({ name: `photo${at + 1}`, fileName: `IMG_${at}.jpg`, bytes }))
    const told = { api_key: apiKey, service_code: 'road.puddle', description: '8 栋门前积水，老人出门不便', first_name: '王小明', last_name: '', phone: '138 0000 1234', email: 'a@example.org', 'attribute[since]': 'days', ...here } // prettier-ignore
    const number = String(first(await v2.post('requests', told, { files }))['service_request_id'])
    const [request = { id: '' }] = await world.rows<{ id: string }>('SELECT * FROM request WHERE tenant_id = $1 AND number = $2', [number]) // prettier-ignore
    expect(request).toMatchObject({ channel: 'api', helper_capacity: '开放接口 · 12345 热线', reporter_name_masked: '王＊＊', reporter_phone_masked: '138****1234', answers: [{ question: '持续多久了？', answer: '几天' }] }) // prettier-ignore
    const seen = async () => first(await v2.get(`requests/${number}`))
    expect(first(await v2.get(`requests/${number}`, { extensions: 'true' }))).toMatchObject({ interface_used: 'api', attributes: [{ code: 'since', label: '持续多久了？', value: '几天' }] }) // prettier-ignore
    expect(await seen()).toMatchObject({ status: 'open', status_notes: '已收到，待受理', lat: String(Math.round(Number(here.lat) * 1e5) / 1e5) }) // prettier-ignore

    const update = { api_key: apiKey, service_request_id: number, update_id: `U-${format}-1`, status: 'OPEN', updated_datetime: from, description: '水更深了' } // prettier-ignore
    expect((await v2.post('servicerequestupdates', update)).value).toEqual([{ update_id: update.update_id }])
    refused(await v2.post('servicerequestupdates', update), 400, 'already exists')
    refused(await v2.post('servicerequestupdates', { ...update, update_id: 'U-x', service_request_id: '2020-000001' }), 404) // prettier-ignore
    refused(await v2.post('servicerequestupdates', { ...update, update_id: 'U-y', api_key: 'wrong' }), 403)
    refused(await v2.post('servicerequestupdates', { api_key: apiKey }), 400, 'service_request_id is required; update_id is required') // prettier-ignore
    const other = (await key(['open311.write'], { name: '别的系统' })).secret
    refused(await v2.post('servicerequestupdates', { ...update, update_id: 'U-z', api_key: other }), 404)

    app.wait(60_000)
    await world.take(desk, request.id, 'dispatch', { handler: { organisationId: property } })
    expect(await seen()).toMatchObject({ agency_responsible: '桂园物业', status_notes: '已派单至桂园物业' })
    app.wait(60_000)
    await world.take(unit, request.id, 'takeOn')
    app.wait(60_000)
    await world.take(unit, request.id, 'finish', { note: '已疏通，现在不积水', cause: 'upkeep' })
    expect(await seen()).toMatchObject({ status: 'open', status_notes: '已办结待评价' })
    app.wait(60_000)
    await world.take(followUp, request.id, 'callBack', { reached: true, solved: true, satisfied: true })
    const closed = await seen()
    expect(closed).toMatchObject({ status: 'closed', status_notes: '已解决', expected_datetime: null })
    const [{ closed_at } = { closed_at: '' }] = await world.rows<{ closed_at: string }>('SELECT closed_at FROM request WHERE tenant_id = $1 AND id = $2', [request.id]) // prettier-ignore
    expect(Date.parse(String(closed['updated_datetime']))).toBe(Math.floor(Date.parse(closed_at) / 1000) * 1000)
    for (const name of ['requested_datetime', 'updated_datetime']) expect(String(closed[name])).toMatch(MOMENT)
    expect(Date.parse(String(closed['updated_datetime']))).toBeGreaterThan(Date.parse(String(closed['requested_datetime']))) // prettier-ignore
    expect(JSON.stringify(closed)).not.toMatch(/王|138|example\.org/)

    const to = String(closed['updated_datetime'])
    const updates = rows(await v2.get('servicerequestupdates', { start_date: from, end_date: to })).filter((one) => one['service_request_id'] === number) // prettier-ignore
    expect(updates.map(({ status }) => status)).toEqual(['open', 'action_scheduled', 'in_progress', 'in_progress', 'fixed']) // prettier-ignore
    expect(updates[3]).toMatchObject({ description: '已疏通，现在不积水' })
    const { notes } = first(await v2.get(`requests/${number}`, { extensions: 'true' }))
    expect(notes).toEqual(updates.map(({ updated_datetime, description, status }) => ({ datetime: updated_datetime, description, type: status }))) // prettier-ignore
    expect(closed).not.toHaveProperty('notes')
    const times = updates.map((one) => Date.parse(String(one['updated_datetime'])))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    const paged: Told[] = []
    let after: string | undefined
    do {
      const page = await v2.get('servicerequestupdates', { start_date: from, end_date: to, page_size: '2', after })
      paged.push(...rows(page).map((one) => one['update_id'] ?? null))
      const link = /^<(.+)>/.exec(page.headers.get('link') ?? '')?.[1]
      after = link ? (new URL(link).searchParams.get('after') ?? undefined) : undefined
    } while (after)
    expect(paged).toEqual(rows(await v2.get('servicerequestupdates', { start_date: from, end_date: to })).map((one) => one['update_id'])) // prettier-ignore
    refused(await v2.post('servicerequestupdates', { ...update, update_id: 'U-late' }), 400, 'moved on')
  })

  test('what it filed a client takes back with CANCELLED', async () => {
    const number = await file(v2)
    const update = { api_key: apiKey, service_request_id: number, update_id: `C-${format}`, status: 'CANCELLED', updated_datetime: '2026-11-18T10:00:00+08:00', description: '报错了' } // prettier-ignore
    expect((await v2.post('servicerequestupdates', update)).status).toBe(200)
    expect(first(await v2.get(`requests/${number}`))).toMatchObject({ status: 'closed', status_notes: '已撤回' })
  })
})
