/** GeoReport v2 from outside: where it is, what can be reported, how errors look. Each test once in XML and once in JSON. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { FORMATS, geoReportClient, readXml, type Told } from '#server/test/georeport-client.ts'
import { openDoor, refused, rows } from './make.ts'

const databaseUrl = await useDatabase()
const door = await openDoor(databaseUrl)
const { app, base, here, setting, file } = door
afterAll(door.close)

const SIX = [
  { code: 'WORDS', datatype: 'string', required: true },
  { code: 'DEPTH', datatype: 'number', required: false },
  { code: 'SEEN', datatype: 'datetime', required: false },
  { code: 'STORY', datatype: 'text', required: false },
  { code: 'SIDE', datatype: 'singlevaluelist', required: true, values: [{ key: 'n', name: '北侧' }, { key: 's', name: '南侧' }] },
  { code: 'WHO', datatype: 'multivaluelist', required: false, values: [{ key: 'old', name: '老人' }, { key: 'child', name: '儿童' }, { key: 'car', name: '车辆' }] },
].map((one) => ({ variable: true, description: `问 ${one.code}`, ...one })) // prettier-ignore

beforeAll(async () => {
  await setting('road.pothole', { attributes: [] })
  await setting('clean.litter', { attributes: [...SIX, { code: 'NOTE', variable: false, datatype: 'string', required: false, description: '先拍照再清理' }] }) // prettier-ignore
  await setting('clean.smell', { offered: 'batch' })
})

describe.each(FORMATS)('%s', (format) => {
  const v2 = geoReportClient(`${base}/open311/v2`, format)

  const root = geoReportClient(`${base}/open311`, format)

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
    const all = rows(await v2.get('services', here))
    expect(all.length).toBeGreaterThan(50)
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(['realtime', 'batch', 'blackbox']))
    const puddle = all.find(({ service_code }) => service_code === 'road.puddle')
    expect(puddle).toEqual({ service_code: 'road.puddle', service_name: '路面积水', description: '道路停车 · 路面积水', metadata: 'true', type: 'realtime', keywords: 'road, 路面积水, standing water', group: '道路停车' }) // prettier-ignore
    expect(rows(await v2.get('services', { extensions: 'true' })).find(({ service_code }) => service_code === 'road.puddle')).toMatchObject({ groups: ['道路停车'] }) // prettier-ignore
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
    const owner = new pg.Client(databaseUrl)
    await owner.connect()
    await owner.query('ALTER TABLE open311_service RENAME TO open311_service_away')
    try {
      refused(await v2.get('services'), 500, /^internal error [0-9a-f-]{36}$/)
    } finally {
      await owner.query('ALTER TABLE open311_service_away RENAME TO open311_service')
      await owner.end()
    }
  })
})

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
  await file(geoReportClient(`${base}/open311/v2`, 'json'))
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
