/**
 * GeoReport v2 from outside, over real HTTP, by a client that knows the specification only; each test once in XML and once
 * in JSON. The JSON is held to the schemas of the Open311 community where they lie beside the project.
 */
import { readdirSync, existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTenant } from '#modules/accounts/make.ts'
import { spot } from '#modules/places/make.ts'
import { useDatabase } from '#server/test/database.ts'
import {
  FORMATS,
  geoReportClient,
  readXml,
  type Answer,
  type GeoReportClient,
  type Told,
} from '#server/test/georeport-client.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
afterAll(async () => {
  app.fastify.server.closeAllConnections() // fetch keeps them alive
  await app.close()
})
const base = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
const { operator, desk, unit, resident, followUp } = world.people
const { property } = world.organisations

const drawn = new URL('../demo/photos/drawn/', import.meta.url)
const photo = (name: string) => readFileSync(new URL(name, drawn))
const PUDDLE = [photo('puddle-before-1.jpg'), photo('puddle-after-1.jpg')] as const
const building = world.made.buildings[0]
const HERE = { lat: String(building?.lat), long: String(building?.lon) }

let apiKey = ''
async function key(scopes: string[], more: object = {}) {
  const answer = await (await operator.as()).inject('POST', '/api/keys', { name: '12345 热线', scopes, ...more })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as { key: { id: string }; secret: string }
}
const setting = async (code: string, body: object) => {
  const answer = await (await operator.as()).inject('PATCH', `/api/open311/services/${code}`, body)
  expect(answer.statusCode, answer.body).toBe(200)
}

const SIX = [
  { code: 'WORDS', datatype: 'string', required: true },
  { code: 'DEPTH', datatype: 'number', required: false },
  { code: 'SEEN', datatype: 'datetime', required: false },
  { code: 'STORY', datatype: 'text', required: false },
  { code: 'SIDE', datatype: 'singlevaluelist', required: true, values: [{ key: 'n', name: '北侧' }, { key: 's', name: '南侧' }] },
  { code: 'WHO', datatype: 'multivaluelist', required: false, values: [{ key: 'old', name: '老人' }, { key: 'child', name: '儿童' }, { key: 'car', name: '车辆' }] },
].map((one) => ({ variable: true, description: `问 ${one.code}`, ...one })) // prettier-ignore

beforeAll(async () => {
  apiKey = (await key(['open311.write'], { callsInTenSeconds: 1000 })).secret
  await setting('road.pothole', { attributes: [] })
  await setting('clean.litter', { attributes: [...SIX, { code: 'NOTE', variable: false, datatype: 'string', required: false, description: '先拍照再清理' }] }) // prettier-ignore
  await setting('clean.smell', { offered: 'batch' })
})

const rows = (answer: Answer) => answer.value as Record<string, Told>[] // lists of the specification
const first = (answer: Answer) => rows(answer)[0] ?? {}
const descriptions = (answer: Answer) =>
  rows(answer)
    .map(({ description }) => String(description))
    .join('; ')
const refused = (answer: Answer, status: number, words: string | RegExp = '') => {
  expect([answer.status, first(answer)['code']]).toEqual([status, String(status)])
  expect(descriptions(answer)).toMatch(words)
}
const file = async (client: GeoReportClient, more: Record<string, string | string[]> = {}) => {
  const answer = await client.post('requests', { api_key: apiKey, service_code: 'road.puddle', description: '东门积水', ...HERE, ...more })
  expect(answer.status, answer.text).toBe(200)
  return String(first(answer)['service_request_id'])
} // prettier-ignore
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/

describe.each(FORMATS)('%s', (format) => {
  const root = geoReportClient(`${base}/open311`, format)
  const v2 = geoReportClient(`${base}/open311/v2`, format)

  test('discovery names this endpoint, which answers', async () => {
    const { value, status } = await root.get('discovery')
    const { endpoints, changeset, contact, key_service } = value as Record<string, Told>
    expect(status).toBe(200)
    expect(Date.parse(String(changeset))).toBeLessThan(app.now().getTime())
    expect(contact && key_service).toBeTruthy()
    const [own] = endpoints as Record<string, Told>[]
    expect(own).toMatchObject({ specification: 'http://wiki.open311.org/GeoReport_v2', type: 'production', formats: ['text/xml', 'application/json'] }) // prettier-ignore
    expect((await fetch(`${String(own?.['url'])}/services.${format}`)).status).toBe(200)
  })

  test('services: none outside, all types, metadata as the definition says; limited ones are blackbox', async () => {
    expect((await v2.get('services', { lat: '1', long: '1' })).value).toEqual([])
    const all = rows(await v2.get('services', HERE))
    expect(all.length).toBeGreaterThan(50)
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(['realtime', 'batch', 'blackbox']))
    const puddle = all.find(({ service_code }) => service_code === 'road.puddle')
    expect(puddle).toEqual({ service_code: 'road.puddle', service_name: '路面积水', description: '道路停车 · 路面积水', metadata: 'true', type: 'realtime', keywords: 'road, 路面积水, standing water', group: '道路停车' }) // prettier-ignore
    for (const { service_code, metadata } of all)
      expect((await v2.get(`services/${String(service_code)}`)).status, String(service_code)).toBe(metadata === 'true' ? 200 : 404) // prettier-ignore
    expect(rows(await v2.get('services', { locale: 'en' })).find(({ service_code }) => service_code === 'road.puddle')).toMatchObject({ service_name: 'Standing water' }) // prettier-ignore
  })

  test('a definition has all six datatypes in a unique order, and the description-only one', async () => {
    const { value } = await v2.get('services/clean.litter')
    const { attributes, service_code } = value as { attributes: Record<string, Told>[]; service_code: string }
    expect(service_code).toBe('clean.litter')
    expect(attributes.map(({ datatype }) => datatype)).toEqual(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist', 'string']) // prettier-ignore
    expect(attributes.map(({ order }) => order)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(attributes[4]).toMatchObject({ variable: 'true', required: 'true', values: [{ key: 'n', name: '北侧' }, { key: 's', name: '南侧' }] }) // prettier-ignore
    expect(attributes[6]).toMatchObject({ variable: 'false', description: '先拍照再清理' })
    refused(await v2.get('services/nothing.here'), 404, /unknown/)
  })

  test('the least that can be filed, by each form of a place', async () => {
    const post = (place: Record<string, string>) => v2.post('requests', { api_key: apiKey, service_code: 'road.puddle', ...place }) // prettier-ignore
    const places: Record<string, string>[] = [
      HERE,
      { address_id: building?.id ?? '' },
      { address_string: `云桥区 ${building?.fullName ?? ''} 2单元 301室` },
    ]
    for (const place of places) {
      const answer = await post(place)
      expect(answer.status, answer.text).toBe(200)
      expect(first(answer)).toMatchObject({
        service_request_id: expect.stringMatching(/^\d{4}-\d{6}$/),
        account_id: null,
      })
      const [seen] = rows(await v2.get(`requests/${String(first(answer)['service_request_id'])}`))
      expect(seen).toMatchObject({ status: 'open', address: building?.fullName, description: '路面积水' })
      expect(JSON.stringify(seen)).not.toContain('301')
    }
    refused(await post({ lat: HERE.lat }), 400, 'lat and long come together')
    refused(await post({}), 400, 'location is required')
    refused(await post({ lat: '1', long: '1' }), 400, 'outside')
    refused(await post({ address_string: '没有这个地方' }), 400, 'address_string')
    refused(await post({ lat: 'x', long: '1' }), 400, 'lat')
  })

  test('what is missing or wrong is named', async () => {
    const post = (fields: Record<string, string | string[]>) => v2.post('requests', { api_key: apiKey, ...HERE, ...fields }) // prettier-ignore
    refused(await post({}), 400, 'service_code is required')
    refused(await post({ service_code: 'nothing.here' }), 404)
    refused(await v2.post('requests', { service_code: 'road.puddle', ...HERE }), 403, 'api_key is required')
    refused(await v2.post('requests', { api_key: 'wrong', service_code: 'road.puddle', ...HERE }), 403)
    refused(await post({ service_code: 'road.puddle', jurisdiction_id: 'elsewhere.example' }), 404, 'jurisdiction_id')
    const missing = await post({ service_code: 'clean.litter' })
    refused(missing, 400, /WORDS required; SIDE required/)
    expect(rows(missing)).toHaveLength(2)
    const answered = { service_code: 'clean.litter', 'attribute[WORDS]': '烟头', 'attribute[SIDE]': 'n' }
    refused(await post({ ...answered, 'attribute[SIDE]': 'west' }), 400, 'SIDE has a value that is not in its list')
    refused(await post({ ...answered, 'attribute[DEPTH]': 'deep' }), 400, 'DEPTH is no number')
    refused(await post({ ...answered, 'attribute[SEEN]': '昨天' }), 400, 'SEEN')
    expect((await post({ ...answered, 'attribute[UNKNOWN]': 'x' })).status).toBe(200)
  })

  test('a list of several values in either spelling is stored in words', async () => {
    for (const name of ['attribute[WHO]', 'attribute[WHO][]']) {
      const number = await file(v2, { service_code: 'clean.litter', 'attribute[WORDS]': '烟头', 'attribute[SIDE]': 's', [name]: ['old', 'car'] }) // prettier-ignore
      const [{ answers } = { answers: [] }] = await world.rows<{ answers: { question: string; answer: string }[] }>('SELECT answers FROM request WHERE tenant_id = $1 AND number = $2', [number]) // prettier-ignore
      expect(answers).toEqual([{ question: '问 WORDS', answer: '烟头' }, { question: '问 SIDE', answer: '南侧' }, { question: '问 WHO', answer: '老人、车辆' }]) // prettier-ignore
    }
  })

  test('words: 4,000 characters, emoji, markup, line breaks; not 4,001 and no control characters', async () => {
    const seen = async (description: string) => first(await v2.get(`requests/${await file(v2, { description })}`))['description'] // prettier-ignore
    const most = '💧'.repeat(4000)
    expect(await seen(most)).toBe(most)
    refused(await v2.post('requests', { api_key: apiKey, service_code: 'road.puddle', ...HERE, description: `${most}水` }), 400, '4000') // prettier-ignore
    expect(await seen('<b>水</b> & "深" 💧\r\n第二行')).toBe('<b>水</b> & "深" 💧\n第二行')
    refused(await v2.post('requests', { api_key: apiKey, service_code: 'road.puddle', ...HERE, description: '水\u0008' }), 400, 'XML') // prettier-ignore
    expect(await seen('请打 138 0000 1234 找我')).toBe('请打 ＊＊＊ 找我')
  })

  test('sent twice with one idempotency key it is one matter; with other content it is refused', async () => {
    const headers = { 'idempotency-key': `twice-${format}-0001` }
    const fields = { api_key: apiKey, service_code: 'road.puddle', description: '重发', ...HERE }
    const [one, two] = [await v2.post('requests', fields, { headers }), await v2.post('requests', fields, { headers })]
    expect(first(two)['service_request_id']).toBe(first(one)['service_request_id'])
    refused(await v2.post('requests', { ...fields, description: '别的' }, { headers }), 400, 'Idempotency-Key')
  })

  test('a batch service gives a token, and the number once the desk has taken it in', async () => {
    const filed = first(await v2.post('requests', { api_key: apiKey, service_code: 'clean.smell', description: '有异味', ...HERE })) // prettier-ignore
    expect(filed['service_request_id']).toBeUndefined()
    const token = String(filed['token'])
    expect(first(await v2.get(`tokens/${token}`))).toEqual({ service_request_id: null, token })
    expect(rows(await v2.get('requests', { service_code: 'clean.smell' })).filter(({ description }) => description === '有异味')).toEqual([]) // prettier-ignore
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>('SELECT request_id AS id FROM open311_token WHERE tenant_id = $1 AND token = $2', [token]) // prettier-ignore
    const { number } = await world.take(desk, id, 'accept')
    expect(first(await v2.get(`tokens/${token}`))).toEqual({ service_request_id: number, token })
    expect(first(await v2.get(`requests/${number}`))).toMatchObject({ status_notes: '已受理' })
    await world.take(desk, id, 'limitView', { note: '涉及住户' }) // out of the way of the other format
    refused(await v2.get('tokens/019a0000-0000-7000-8000-000000000000'), 404)
  })

  test('a limited category is a blackbox: taken in, neither number nor token, never listed', async () => {
    const limited = rows(await v2.get('services')).find(({ type }) => type === 'blackbox')
    const filed = first(await v2.post('requests', { api_key: apiKey, service_code: String(limited?.['service_code']), description: '邻里纠纷暗号', ...HERE })) // prettier-ignore
    expect(Object.keys(filed).toSorted()).toEqual(['account_id', 'service_notice'])
    expect((await v2.get('requests')).text).not.toContain('邻里纠纷暗号')
    expect((await v2.get('servicerequestupdates')).text).not.toContain('邻里纠纷暗号')
    const own = await world.submit(resident, { text: '只给社区看的暗号', limited: true })
    refused(await v2.get(`requests/${own.number}`), 404)
    expect((await v2.get('requests', { service_request_id: own.number })).value).toEqual([])
  })

  test('two photos by a form of any field name; a media_url that may not be fetched costs the picture only', async () => {
    const files = PUDDLE.map((bytes, at) => ({ name: at === 0 ? 'media' : 'photo2', fileName: `IMG_${at}.jpg`, bytes }))
    const fields = { api_key: apiKey, service_code: 'road.puddle', description: '两张照片', ...HERE }
    const filed = first(await v2.post('requests', fields, { files }))
    const number = String(filed['service_request_id'])
    const one = first(await v2.get(`requests/${number}`, { extensions: 'true' }))
    const urls = (one['extended_attributes'] as Record<string, Told>)['media_urls'] as string[]
    expect(urls).toHaveLength(2)
    for (const url of urls) {
      const picture = await fetch(url)
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    }
    expect(one['media_url']).toBe(urls[0])
    const noted = first(await v2.post('requests', { ...fields, media_url: 'http://127.0.0.1/puddle.jpg' }))
    expect(noted['service_notice']).toContain('1 张图片没有取到')
    const inside = `data:image/jpeg;base64,${PUDDLE[0].toString('base64')}`
    const held = String(first(await v2.post('requests', { ...fields, media_url: inside }))['service_request_id'])
    expect(first(await v2.get(`requests/${held}`))['media_url']).toContain('/open311/v2/photos/')
    refused(await v2.post('requests', fields, { files: [{ name: 'media', fileName: 'a.gif', bytes: Buffer.from('GIF89a....') }] }), 400, 'JPEG') // prettier-ignore
    const own = await world.submit(resident, { text: '居民自己报的' })
    expect(first(await v2.get(`requests/${own.number}`))['media_url']).toBeNull()
  })

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
    const there = { lat: Number(HERE.lat), lon: Number(HERE.long) }
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

  test('errors have their shape for unknown addresses, other suffixes, other methods and our own bugs', async () => {
    refused(await v2.get('nothing/here'), 404)
    const html = await fetch(`${base}/open311/v2/services.html`)
    expect([html.status, html.headers.get('content-type')]).toEqual([404, 'text/xml; charset=utf-8'])
    expect((await fetch(`${base}/open311/v2/requests/2020-000001.html`)).status).toBe(404)
    const put = await fetch(`${base}/open311/v2/services.${format}`, { method: 'PUT' })
    expect([put.status, await put.text()].join()).toContain('404')
    const json = await fetch(`${base}/open311/v2/requests.${format}`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }) // prettier-ignore
    expect([json.status, await json.text()].join()).toContain('400')
    const head = await fetch(`${base}/open311/v2/services.${format}`, { method: 'HEAD' })
    expect([head.status, head.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    const owner = await ownerOf()
    await owner.query('ALTER TABLE open311_service RENAME TO open311_service_away')
    try {
      refused(await v2.get('services'), 500, /^internal error [0-9a-f-]{36}$/)
    } finally {
      await owner.query('ALTER TABLE open311_service_away RENAME TO open311_service')
      await owner.end()
    }
  })

  test('a puddle is filed with two photos and followed to solved; updates come in order and go both ways', async () => {
    const from = app
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
    const files = PUDDLE.map((bytes, at) => ({ name: `photo${at + 1}`, fileName: `IMG_${at}.jpg`, bytes }))
    const told = { api_key: apiKey, service_code: 'road.puddle', description: '8 栋门前积水，老人出门不便', first_name: '王小明', last_name: '', phone: '138 0000 1234', email: 'a@example.org', 'attribute[since]': 'days', ...HERE } // prettier-ignore
    const number = String(first(await v2.post('requests', told, { files }))['service_request_id'])
    const [request = { id: '' }] = await world.rows<{ id: string }>('SELECT * FROM request WHERE tenant_id = $1 AND number = $2', [number]) // prettier-ignore
    expect(request).toMatchObject({ channel: 'api', helper_capacity: '开放接口 · 12345 热线', reporter_name_masked: '王＊＊', reporter_phone_masked: '138****1234', answers: [{ question: '持续多久了？', answer: '几天' }] }) // prettier-ignore
    const seen = async () => first(await v2.get(`requests/${number}`))
    expect(await seen()).toMatchObject({ status: 'open', status_notes: '已收到，待受理', lat: String(Math.round(Number(HERE.lat) * 1e5) / 1e5) }) // prettier-ignore

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

async function ownerOf() {
  const { default: pg } = await import('pg')
  const owner = new pg.Client(databaseUrl)
  await owner.connect()
  return owner
}

const SCHEMAS = '../shared/data/open311'
const schemas = existsSync(SCHEMAS)
  ? readdirSync(SCHEMAS).filter((name) => name.includes('georeport-v2') && !name.includes('swagger'))
  : []
test.skipIf(schemas.length === 0)('the JSON meets the schemas of the Open311 community (../shared/data/open311)', async () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false })
  for (const name of schemas) {
    const { $schema: _draft, id: _id, ...rules } = JSON.parse(readFileSync(`${SCHEMAS}/${name}`, 'utf8')) as Record<string, unknown> // an older draft of the same words
    ajv.addSchema(rules, name.replace(/^.*_/, ''))
  }
  const check = async (schema: string, path: string) => {
    const value: unknown = await (await fetch(`${base}/open311/v2/${path}`)).json()
    expect(ajv.validate(`${schema}.json`, value), ajv.errorsText()).toBe(true)
    return value
  }
  expect(await check('services', 'services.json')).not.toEqual([])
  await check('service-definition', 'services/clean.litter.json')
  expect(await check('requests', 'requests.json')).not.toEqual([])
}) // prettier-ignore

test.skipIf(!existsSync(SCHEMAS))('our reader of XML reads what other servers wrote (../shared/data/open311)', () => {
  const fixtures = readdirSync(SCHEMAS).filter((name) => name.endsWith('.xml'))
  expect(fixtures.length).toBeGreaterThan(5)
  for (const name of fixtures) {
    // One fixture stands under its HTTP status, and one declaration is written in capitals
    const text = readFileSync(`${SCHEMAS}/${name}`, 'utf8').replace(/^[^]*?<\?xml[^>]*\?>\s*/, '')
    expect(readXml(`<?xml version="1.0" encoding="utf-8"?>\n${text}`), name).not.toBeNull()
  }
})

// Last: from here on an address alone says no district
test('where one address serves several districts, the jurisdiction is asked for', async () => {
  app.wait(6_000)
  await makeTenant(databaseUrl, { name: '兰溪区', host: 'lanxi.example' })
  await new Promise((resolve) => setTimeout(resolve, 5_100)) // districts are read anew every five seconds of the machine's clock
  for (const format of FORMATS) {
    const client = geoReportClient(`${base}/open311/v2`, format)
    refused(await client.get('services'), 400, 'jurisdiction_id is required')
    refused(await client.get('services', { jurisdiction_id: 'nowhere.example' }), 404)
    expect(rows(await client.get('services', { jurisdiction_id: 'lanxi.example' })).length).toBe(1) // only what needs no category
    expect(
      rows(await client.get('services', { jurisdiction_id: `district-${world.tenantId}` })).length,
    ).toBeGreaterThan(50)
    const { value } = await geoReportClient(`${base}/open311`, format).get('discovery')
    expect((value as { endpoints: Told[] }).endpoints).toHaveLength(2)
  }
}, 20_000)

test('coordinates of the made district are where the tests think', () => expect(spot(0, 0).lat).toBeCloseTo(30.28))
