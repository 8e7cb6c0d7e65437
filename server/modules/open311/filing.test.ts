/** GeoReport v2 from outside: filing, by a client that knows the specification only. Each test once in XML and once in JSON. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { FORMATS, geoReportClient, type Told } from '#server/test/georeport-client.ts'
import { first, openDoor, PUDDLE, refused, rows } from './make.ts'

const door = await openDoor(await useDatabase())
const { apiKey, base, building, file, here, setting, world } = door
afterAll(door.close)
const { desk, resident } = world.people

const ATTRIBUTES = [
  { code: 'WORDS', datatype: 'string', required: true },
  { code: 'DEPTH', datatype: 'number', required: false },
  { code: 'SEEN', datatype: 'datetime', required: false },
  { code: 'SIDE', datatype: 'singlevaluelist', required: true, values: [{ key: 'n', name: '北侧' }, { key: 's', name: '南侧' }] },
  { code: 'WHO', datatype: 'multivaluelist', required: false, values: [{ key: 'old', name: '老人' }, { key: 'child', name: '儿童' }, { key: 'car', name: '车辆' }] },
].map((one) => ({ variable: true, description: `问 ${one.code}`, ...one })) // prettier-ignore

beforeAll(async () => {
  await setting('clean.litter', { attributes: ATTRIBUTES })
  await setting('clean.smell', { offered: 'batch' })
})

describe.each(FORMATS)('%s', (format) => {
  const v2 = geoReportClient(`${base}/open311/v2`, format)

  test('the least that can be filed, by each form of a place', async () => {
    const post = (place: Record<string, string>) => v2.post('requests', { api_key: apiKey, service_code: 'road.puddle', ...place }) // prettier-ignore
    const places: Record<string, string>[] = [
      here,
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
    refused(await post({ lat: here.lat }), 400, 'lat and long come together')
    refused(await post({}), 400, 'location is required')
    refused(await post({ lat: '1', long: '1' }), 400, 'outside')
    refused(await post({ address_string: '没有这个地方' }), 400, 'address_string')
    refused(await post({ lat: 'x', long: '1' }), 400, 'lat')
  })

  test('what is missing or wrong is named', async () => {
    const post = (fields: Record<string, string | string[]>) => v2.post('requests', { api_key: apiKey, ...here, ...fields }) // prettier-ignore
    refused(await post({}), 400, 'service_code is required')
    refused(await post({ service_code: 'nothing.here' }), 404)
    refused(await v2.post('requests', { service_code: 'road.puddle', ...here }), 403, 'api_key is required')
    refused(await v2.post('requests', { api_key: 'wrong', service_code: 'road.puddle', ...here }), 403)
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
    refused(await v2.post('requests', { api_key: apiKey, service_code: 'road.puddle', ...here, description: `${most}水` }), 400, '4000') // prettier-ignore
    expect(await seen('<b>水</b> & "深" 💧\r\n第二行')).toBe('<b>水</b> & "深" 💧\n第二行')
    refused(await v2.post('requests', { api_key: apiKey, service_code: 'road.puddle', ...here, description: '水\u0008' }), 400, 'XML') // prettier-ignore
    expect(await seen('请打 138 0000 1234 找我')).toBe('请打 ＊＊＊ 找我')
  })

  test('sent twice with one idempotency key it is one matter; with other content it is refused', async () => {
    const headers = { 'idempotency-key': `twice-${format}-0001` }
    const fields = { api_key: apiKey, service_code: 'road.puddle', description: '重发', ...here }
    const [one, two] = [await v2.post('requests', fields, { headers }), await v2.post('requests', fields, { headers })]
    expect(first(two)['service_request_id']).toBe(first(one)['service_request_id'])
    refused(await v2.post('requests', { ...fields, description: '别的' }, { headers }), 400, 'Idempotency-Key')
  })

  test('a batch service gives a token, and the number once the desk has taken it in', async () => {
    const filed = first(await v2.post('requests', { api_key: apiKey, service_code: 'clean.smell', description: '有异味', ...here })) // prettier-ignore
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
    const filed = first(await v2.post('requests', { api_key: apiKey, service_code: String(limited?.['service_code']), description: '邻里纠纷暗号', ...here })) // prettier-ignore
    expect(Object.keys(filed).toSorted()).toEqual(['account_id', 'service_notice'])
    expect((await v2.get('requests')).text).not.toContain('邻里纠纷暗号')
    expect((await v2.get('servicerequestupdates')).text).not.toContain('邻里纠纷暗号')
    const own = await world.submit(resident, { text: '只给社区看的暗号', limited: true })
    refused(await v2.get(`requests/${own.number}`), 404)
    expect((await v2.get('requests', { service_request_id: own.number })).value).toEqual([])
  })

  test('two photos by a form of any field name; a media_url that may not be fetched costs the picture only', async () => {
    const files = PUDDLE.map((bytes, at) => ({ name: at === 0 ? 'media' : 'photo2', fileName: `IMG_${at}.jpg`, bytes }))
    const fields = { api_key: apiKey, service_code: 'road.puddle', description: '两张照片', ...here }
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
})
