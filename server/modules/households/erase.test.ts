/**
 * Erased values appear nowhere: fifty are planted wherever a person's data can go, the person deletes their account, and
 * every column of every table, the folder of files, the captured log and a full copy made afterwards are searched for them.
 * A restored backup erases them again.
 */
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { NOTICE_VERSIONS } from '#contracts/households.ts'
import { makePhone, signIn } from '#modules/accounts/make.ts'
import { letGoOfMember } from '#modules/members/index.ts'
import { letGoOf } from '#modules/requests/index.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createLog } from '#platform/log.ts'
import { createSecrets } from '#platform/secrets.ts'
import { createFakeSms } from '#platform/sms/fake.ts'
import { createFakeWechat } from '#platform/wechat/fake.ts'
import { createApp } from '#server/app.ts'
import { useDatabase } from '#server/test/database.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { reErase } from './index.ts'

const databaseUrl = await useDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli-erase-'))
const masterKey = randomBytes(32)
const lines: string[] = []
const clock = { now: new Date('2026-11-18T02:00:00Z') }
const keeping = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
const sms = createFakeSms()
const application = await createApp({
  databaseUrl,
  masterKey,
  storage: await openDiskStorage(folder),
  sms,
  wechat: createFakeWechat(),
  log: createLog('trace', keeping),
  now: () => clock.now,
})
const app = { ...application, sms, now: () => clock.now, wait: (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms)) } // prettier-ignore
const world = await makeWorld(app, databaseUrl)
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const planted: string[] = []
/** Fourteen characters that stand nowhere else, and look like what people write. */
function plant(): string {
  const word = `暗号${Array.from({ length: 12 }, () => String.fromCodePoint(0x4e00 + randomInt(0x2000))).join('')}`
  planted.push(word)
  return word
}
const phone = makePhone()
const name = `司徒${String.fromCodePoint(0x4e8d + randomInt(900), 0x5a00 + randomInt(900))}`
planted.push(phone, name)

const ok = async (who: Somebody, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
  const answer = await (await who.as()).inject(method, path, body)
  expect(answer.statusCode, `${method} ${path} ${answer.body}`).toBe(200)
  return answer.json()
}
const home = world.made.homes[0]?.id ?? ''
const { desk, gridWorker, neighbour } = world.people

/** Somebody lives here, agrees, is cared for, reports, asks, is talked about, signs in: everywhere with words of their own. */
async function liveThrough(): Promise<{ me: Somebody; requestId: string }> {
  const opened = await ok(desk, 'POST', `/api/households/${home}/people`, { name, phone, fromOn: '2021-01-01', contact: true }) // prettier-ignore
  const personId: string = opened.people[0].personId
  const me = { personId, postId: '', as: () => signIn(app, world.tenantId, personId) }
  await ok(me, 'PATCH', '/api/me', { nickname: plant() })
  for (const purpose of ['reach', 'care'] as const)
    await ok(me, 'POST', '/api/household/consents', { purpose, noticeVersion: NOTICE_VERSIONS[purpose] })
  for (const field of ['otherNumber', 'careHelper', 'emergencyContact'])
    await ok(me, 'POST', '/api/household/values', { field, value: plant() })
  for (const kind of ['correct', 'erase', 'object', 'explain'])
    await ok(me, 'POST', '/api/household/asks', { kind, words: plant() })
  const [ask] = await ok(desk, 'GET', '/api/households/asks')
  await ok(desk, 'POST', `/api/households/asks/${ask.id}/answer`, {
    done: true,
    answer: `${name}的事办好了，${plant()}`,
  })
  for (const field of ['name', 'phone', 'careHelper', 'emergencyContact'])
    await ok(gridWorker, 'POST', `/api/households/${home}/reveals`, { personId, field, reason: 'checkFacts' })

  let requestId = ''
  for (let at = 0; at < 8; at += 1) {
    const request = await ok(me, 'POST', '/api/requests', { kind: 'problem', text: `${plant()}，${plant()}`, location: { placeId: home, words: plant() } }) // prettier-ignore
    requestId = request.id
    await ok(me, 'POST', `/api/requests/${requestId}/steps`, { action: 'urge', note: plant() }).catch(() =>
      planted.pop(),
    )
    await ok(desk, 'POST', `/api/requests/${requestId}/steps`, { action: 'noteInside', note: `已给${name}打 ${phone}` })
    await ok(desk, 'POST', `/api/requests/${requestId}/reveals`, { reason: '上门前联系' })
    app.wait(5 * MINUTE)
  }
  const theirs = await ok(neighbour, 'POST', '/api/requests', { kind: 'problem', text: '门禁坏了', location: { placeId: home } }) // prettier-ignore
  await ok(me, 'POST', `/api/requests/${theirs.id}/joiners`, { note: plant() })
  const code = await app.fastify.inject({ method: 'POST', url: '/api/sign-in/codes', headers: { host: 'localhost', origin: 'http://localhost' }, payload: { phone } }) // prettier-ignore
  expect(code.statusCode).toBe(200)
  await world.drain()
  while (planted.length < 50) await ok(me, 'POST', '/api/household/asks', { kind: 'explain', words: plant() })
  return { me, requestId }
}

async function everyCell(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    const cells: string[] = []
    for (const { name: table } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM ${client.escapeIdentifier(table)} t`,
      )
      cells.push(...rows.map(({ row }) => `${table} ${row}`))
    }
    return cells.join('\n')
  } finally {
    await client.end()
  }
}

/** Every table as COPY writes it, which is what a backup by pg_dump holds: dead rows are not in it. */
async function fullCopy(url: string): Promise<Buffer> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ all: string }>(
      `SELECT database_to_xml(true, false, '')::text AS all`, // the one dump that needs no program outside
    )
    return Buffer.from(rows.map(({ all }) => all).join('\n'))
  } finally {
    await client.end()
  }
}

function everyFile(root: string): string {
  return readdirSync(root)
    .map((entry) => join(root, entry))
    .map((path) => (statSync(path).isDirectory() ? everyFile(path) : `${path}\n${readFileSync(path, 'latin1')}`))
    .join('\n')
}

/** Each with the line that it was found in, so that a failure says where. */
const hits = (text: string) => {
  const all = text.split('\n')
  return planted.flatMap((word) => all.find((one) => one.includes(word))?.slice(0, 120) ?? [])
}
/** Bytea is printed in hex. */
const hexHits = (text: string) => planted.filter((word) => text.includes(Buffer.from(word).toString('hex')))

test(
  'fifty planted values are nowhere after erasure, and a restored backup is erased again',
  { timeout: 60_000 },
  async () => {
    const { me, requestId } = await liveThrough()
    expect(planted.length).toBeGreaterThanOrEqual(50)
    const before = await everyCell(databaseUrl)
    expect(hits(before).length).toBeGreaterThan(20) // the search finds what is there
    expect(before).toContain('careHelper')

    await ok(me, 'POST', '/api/household/erased', { confirm: true })
    await world.drain()

    const after = await everyCell(databaseUrl)
    expect(hits(after)).toEqual([])
    expect(hexHits(after)).toEqual([])
    expect(hits(everyFile(folder))).toEqual([])
    application.services.log.warn('captured')
    expect(lines.at(-1)).toContain('captured')
    expect(hits(lines.join('\n'))).toEqual([])
    const copy = await fullCopy(databaseUrl)
    expect(copy.length).toBeGreaterThan(100_000)
    expect(planted.filter((word) => copy.includes(Buffer.from(word)))).toEqual([])
    const found = await ok(world.people.operator, 'GET', `/api/people?q=${encodeURIComponent(name)}`)
    expect(found.rows).toEqual([])
    const gone = await (await neighbour.as()).inject('GET', `/api/requests/${requestId}`)
    expect(gone.json()).toMatchObject({ text: '' })

    // Sums stay: as many requests as before, and the tombstone that they point to.
    const counted = await world.rows<{ count: number }>(
      'SELECT count(*) AS count FROM request WHERE tenant_id = $1 AND reporter_person_id = $2',
      [me.personId],
    )
    expect(counted).toEqual([{ count: 8 }])
    const [stone] = await world.rows('SELECT name_masked, key_sealed, phone_index, search_tokens FROM person WHERE tenant_id = $1 AND id = $2', [me.personId]) // prettier-ignore
    expect(stone).toEqual({ name_masked: '已注销', key_sealed: null, phone_index: null, search_tokens: [] })
    const signedIn = await signIn(app, world.tenantId, me.personId).then((client) => client.inject('GET', '/api/me'))
    expect(signedIn.statusCode).toBe(401)

    // As after a restore: the row is back as it was, the list in the database has forgotten, the mark among the files has not.
    const secrets = createSecrets(masterKey)
    await world.inTenant(async (tx) => {
      await tx.run({
        text: 'DELETE FROM erasure WHERE tenant_id = $1 AND person_id = $2',
        values: [tx.tenantId, me.personId],
      })
      const sealed = secrets.seal(name, {
        tenantId: tx.tenantId,
        table: 'person',
        column: 'name_sealed',
        rowId: me.personId,
      })
      await tx.run({
        text: 'UPDATE person SET erased_at = NULL, disabled_at = NULL, nickname = $3, name_sealed = $4 WHERE tenant_id = $1 AND id = $2',
        values: [tx.tenantId, me.personId, name, sealed],
      })
    })
    expect(hits(await everyCell(databaseUrl))).toHaveLength(1)
    const again = () => world.inTenant((tx) => reErase(tx, app.services, [letGoOf, letGoOfMember], app.now()))
    expect(await again()).toBe(1)
    expect(hits(await everyCell(databaseUrl))).toEqual([])
    expect(await again()).toBe(0)
  },
)

test('whoever holds a post hands it over first', async () => {
  const answer = await (await desk.as()).inject('POST', '/api/household/erased', { confirm: true })
  expect(answer.json().code).toBe('still_in_post')
})
