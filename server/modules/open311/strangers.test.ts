/**
 * The open door with an attacker's eyes: what it must never show, what must not stop it, and pictures that are made to harm.
 * Rows 3, 8, 22, 24 and 26 of the threats in docs/security.md.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { KEY_SCOPES } from '#contracts/key-scopes.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl, { host: 'here.example' })
const other = await makeWorld(app, databaseUrl, { name: '邻区', host: 'other.example' })
afterAll(() => app.close())
const { resident, operator, desk } = world.people
const building = world.made.buildings[0]

const FORM = 'application/x-www-form-urlencoded'
const get = (url: string, headers: Record<string, string> = {}) => app.fastify.inject({ url, headers: { host: 'here.example', ...headers } }) // prettier-ignore
const post = (payload: string | Buffer, contentType = FORM, host = 'here.example') =>
  app.fastify.inject({ method: 'POST', url: '/open311/v2/requests.json', headers: { host, 'content-type': contentType }, payload }) // prettier-ignore
const keyOf = async (scopes: readonly string[], { people } = world) => {
  const answer = await (await people.operator.as()).inject('POST', '/api/keys', { name: '热线', scopes, callsInTenSeconds: 1000 }) // prettier-ignore
  return (answer.json() as { secret: string }).secret
}
const apiKey = await keyOf(['open311.write'])
const everyPage = async () => {
  const urls = ['requests.json?extensions=true', 'requests.xml', 'servicerequestupdates.json', 'servicerequestupdates.xml']
  return (await Promise.all(urls.map((url) => get(`/open311/v2/${url}`)))).map(({ body }) => body).join('\n')
} // prettier-ignore

test('no door, no number in any spelling and nobody by name is read by strangers', async () => {
  const text =
    '8 栋 2 单元 301 室王阿姨家漏水，电话 １３８００００１２３４ 或幺三八零零零零幺二三四，也可 138.0000.1234'
  const { id } = await world.submit(resident, { text, title: '8-2-301 漏水找王阿姨' })
  await world.take(desk, id, 'accept', { categoryCode: 'road.puddle' })
  const seen = await everyPage()
  expect(seen).toContain('漏水')
  for (const word of ['301', '王阿姨', '１３８００００', '幺三八', '138.0000']) expect(seen, word).not.toContain(word)
})

test('of a call for help strangers read its category and no word of it', async () => {
  const { number } = await world.submit(resident, { kind: 'help', text: '独居老人摔伤要人送饭', title: '送饭给老人' })
  const seen = await everyPage()
  expect(seen).toContain(number)
  expect(seen).not.toContain('摔伤')
  expect(seen).not.toContain('送饭')
})

test('what is told only once it was taken in has no step, number or photo before', async () => {
  await (await operator.as()).inject('PATCH', '/api/open311/services/clean.smell', { offered: 'batch' })
  const { number } = await world.submit(resident, { categoryCode: 'clean.smell', text: '有异味' })
  expect(await everyPage()).not.toContain(number)
})

test('a megabyte of fields of one name costs nothing before the key is looked at', async () => {
  const began = performance.now()
  const answer = await post('a=1&'.repeat(245_000))
  expect(answer.statusCode).toBe(400)
  expect(performance.now() - began).toBeLessThan(3_000) // minutes, when each field copied those before it
})

test('a key of one district opens nothing in another, by no way of showing it', async () => {
  const secret = await keyOf(KEY_SCOPES)
  const point = `lat=${other.made.buildings[0]?.lat}&long=${other.made.buildings[0]?.lon}`
  const fields = `service_code=road.puddle&description=x&${point}&api_key=${secret}`
  expect((await post(fields, FORM, 'other.example')).statusCode).toBe(403)
  expect((await post(`${fields}&jurisdiction_id=here.example`, FORM, 'other.example')).statusCode).toBe(404)
  for (const url of ['/api/requests/work', '/api/places', '/api/figures/overview'])
    expect((await get(url, { host: 'other.example', authorization: `Bearer ${secret}` })).statusCode, url).toBeGreaterThanOrEqual(401) // prettier-ignore
})

test('a key that reads files nothing; scripts of other sites may read and not write', async () => {
  const reader = await keyOf(['requests.read', 'places.read', 'figures.read'])
  const answer = await post(`service_code=road.puddle&description=x&lat=${building?.lat}&long=${building?.lon}&api_key=${reader}`) // prettier-ignore
  expect(answer.statusCode).toBe(403)
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  expect((await get('/open311/v2/services.json')).headers['access-control-allow-origin']).toBe('*')
  expect((await get('/open311/v2/services.json')).headers['access-control-allow-credentials']).toBeUndefined()
  const asked = await app.fastify.inject({ method: 'OPTIONS', url: '/open311/v2/requests.json', headers: { host: 'here.example', origin: 'https://evil.example', 'access-control-request-method': 'POST' } }) // prettier-ignore
  expect(asked.headers['access-control-allow-origin']).toBeUndefined()
  expect((await get('/api/figures', { origin: 'https://evil.example' })).headers['access-control-allow-origin']).toBeUndefined() // prettier-ignore
})

const UPLOADS = new URL('../../../../shared/data/uploads/', import.meta.url)
const hostile = filesIn(['svg', 'exif', 'photos'])
function filesIn(folders: readonly string[]): { name: string; bytes: Buffer }[] {
  const read = (folder: string) =>
    readdirSync(new URL(`${folder}/`, UPLOADS), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
      .map((one) => ({ name: one.name, bytes: readFileSync(`${one.parentPath}/${one.name}`) }))
  try {
    return folders.flatMap(read)
  } catch {
    return []
  }
} // prettier-ignore

test.skipIf(hostile.length === 0)('pictures of a reporter pass the same intake as anybody’s (../shared/data/uploads)', async () => {
  const point = { lat: String(building?.lat), long: String(building?.lon) }
  const made = [
    { name: '../../etc/passwd', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
    { name: 'a.jpg\r\nx-evil: 1', bytes: Buffer.from('%PDF-1.7 <script>') },
    { name: 'half.jpg', bytes: hostile.find(({ name }) => /jpe?g$/i.test(name))?.bytes.subarray(0, 900) ?? Buffer.alloc(9) },
  ]
  const some = [...made, ...hostile.filter((_, at) => at % Math.ceil(hostile.length / 24) === 0)]
  for (const { name, bytes } of some) {
    const { payload, contentType } = multipart({ service_code: 'road.puddle', description: '有图', ...point, api_key: apiKey }, name, bytes)
    const answer = await post(payload, contentType)
    expect(answer.statusCode, `${name} ${answer.body}`).toBeLessThan(500)
    if (answer.statusCode !== 200) continue
    const number = answer.json()[0].service_request_id as string
    const [{ media_url }] = (await get(`/open311/v2/requests/${number}.json`)).json()
    if (media_url === null) {
      expect(bytes, name).toHaveLength(0) // a field of files left empty
      continue
    }
    const { rawPayload } = await get(new URL(media_url).pathname)
    expect(rawPayload.subarray(0, 3).toString('hex'), name).toBe('ffd8ff')
    for (const mark of ['Exif\0', 'GPS', '<svg', '<script', 'http://ns.adobe.com']) expect(rawPayload.includes(mark), `${name} ${mark}`).toBe(false)
  }
}, 120_000) // prettier-ignore

function multipart(fields: Record<string, string>, fileName: string, bytes: Buffer) {
  const boundary = 'b0undary'
  const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`) // prettier-ignore
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="media"; filename="${fileName.replace(/[\r\n"]/g, '_')}"\r\ncontent-type: image/jpeg\r\n\r\n` // prettier-ignore
  const payload = Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, contentType: `multipart/form-data; boundary=${boundary}` }
}
