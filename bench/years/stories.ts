/**
 * Histories to be lived again and again: the demo's finished stories, each at many speeds and with words of its own, kept in
 * tables beside the product's (`bench_story…`) together with the file that each becomes when it is packed. What is open comes
 * from the demo's open stories as they are. The same seed gives the same stories.
 */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { randomOf } from '#modules/demo/generate/random.ts'
import { seedSamples } from '#modules/requests/categories/tree.ts'
import { encodeFile, type History } from '#modules/requests/rules.ts'
import { closedAfterDays } from './pattern.ts'

const SPEEDS = 20
const DAY_MS = 86_400_000
const BATCH = 200

type Row = Record<string, unknown>
type Story = {
  request: Row & { id: string; created_at: string; closed_at: string | null; reporter_person_id: string | null }
  events: Row[]
  assignments: Row[]
  ratings: Row[]
  joiners: Row[]
}

const TABLES = {
  events: 'request_event',
  assignments: 'request_assignment',
  ratings: 'request_rating',
  joiners: 'request_joiner',
} as const

/** As JSON the rows come with instants in PostgreSQL's spelling; the product's is ISO with milliseconds. */
const STORIES = `
  SELECT to_jsonb(r) AS request,
         ${Object.entries(TABLES)
           .map(
             ([name, table]) =>
               `coalesce((SELECT jsonb_agg(to_jsonb(x) - 'tenant_id' - 'request_id') FROM ${table} x WHERE x.tenant_id = 1 AND x.request_id = r.id), '[]') AS ${name}`,
           )
           .join(',\n         ')}
    FROM request r
   WHERE r.tenant_id = 1 AND r.merged_into_id IS NULL AND r.kind NOT IN ('urgent', 'help') AND NOT r.limited
     AND NOT EXISTS (SELECT 1 FROM request o WHERE o.tenant_id = 1 AND o.merged_into_id = r.id)
   ORDER BY r.id`

export async function keepStories(owner: pg.Client): Promise<void> {
  await owner.query(`
    CREATE TABLE bench_story (n serial PRIMARY KEY, id uuid NOT NULL, open boolean NOT NULL, nth int, life interval, packed bytea);
    CREATE TABLE bench_story_request (LIKE request);
    ${Object.values(TABLES)
      .map((table) => `CREATE TABLE bench_story_${table.slice(8)} (LIKE ${table});`)
      .join('\n')}`)
  const { rows } = await owner.query<Story>(STORIES)
  const random = randomOf('years')
  const said = seedSamples()
  const copies: Story[] = []
  for (const story of rows) {
    if (story.request.closed_at === null) copies.push(story)
    else {
      for (let speed = 0; speed < SPEEDS; speed += 1) {
        const { text: title, label } = random.pick(said)
        const more = random.pick(said.filter((one) => one.label === label)).text
        const again = random.pick(said).text
        const life = closedAfterDays(random.next()) * DAY_MS
        copies.push(
          renamed(atSpeed(story, life), `${story.request.id}/${speed}`, {
            title,
            text: `${title}，${more}。${again}，麻烦看一下。`,
            label,
          }),
        )
      }
    }
  }
  for (let from = 0; from < copies.length; from += BATCH) await insert(owner, copies.slice(from, from + BATCH))
  await owner.query(`
    UPDATE bench_story s SET nth = k.nth FROM (SELECT n, row_number() OVER (PARTITION BY open ORDER BY n)::int - 1 AS nth FROM bench_story) k WHERE k.n = s.n;
    CREATE INDEX ON bench_story (open, nth);
    CREATE UNIQUE INDEX ON bench_story_request (id);
    ${Object.values(TABLES)
      .map((table) => `CREATE INDEX ON bench_story_${table.slice(8)} (request_id);`)
      .join('\n')}
    ANALYZE`)
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/

/** Every instant of the story moved so that from receipt to closing it takes as long as said. */
function atSpeed(story: Story, lifeMs: number): Story {
  const from = Date.parse(story.request.created_at)
  const speed = lifeMs / Math.max(1, Date.parse(story.request.closed_at ?? '') - from)
  const moved = (value: unknown): unknown => {
    if (typeof value === 'string' && INSTANT.test(value))
      return new Date(from + Math.round((Date.parse(value) - from) * speed)).toISOString()
    if (Array.isArray(value)) return value.map(moved)
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one)]))
    return value
  }
  return moved(story) as Story // the same shape with other instants
}

/** A story of its own: another key, words that a resident might send, and their category. */
const renamed = (story: Story, key: string, own: { title: string; text: string; label: string }): Story => ({
  ...story,
  request: { ...story.request, id: uuidOf(key), title: own.title, text: own.text, category_code: own.label },
})

const uuidOf = (key: string) =>
  createHash('md5')
    .update(key)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

async function insert(owner: pg.Client, stories: readonly Story[]) {
  const files = stories.map(({ request, events, assignments, ratings }) => {
    if (request.closed_at === null) return null
    // rows as the product reads them: instants are ISO already, columns are the tables' own
    const history = { events, assignments, ratings, clocks: request['clocks'] } as unknown as History
    return encodeFile(history, { id: request.id, reporterPersonId: request.reporter_person_id, createdAt: new Date(request.created_at).toISOString() }) // prettier-ignore
  })
  await owner.query(
    `INSERT INTO bench_story (id, open, life, packed)
     SELECT id, life IS NULL, life, packed FROM unnest($1::uuid[], $2::interval[], $3::bytea[]) AS t (id, life, packed)`,
    [
      stories.map(({ request }) => request.id),
      stories.map(({ request: { created_at, closed_at } }) => closed_at && `${Date.parse(closed_at) - Date.parse(created_at)} milliseconds`), // prettier-ignore
      files,
    ],
  )
  await populate(owner, 'bench_story_request', stories.map(({ request }) => request)) // prettier-ignore
  for (const [name, table] of Object.entries(TABLES) as [keyof typeof TABLES, string][]) // the keys of a constant
    await populate(owner, `bench_story_${table.slice(8)}`, stories.flatMap((one) => one[name].map((row) => ({ ...row, tenant_id: 1, request_id: one.request.id })))) // prettier-ignore
}

const populate = (owner: pg.Client, table: string, rows: readonly object[]) =>
  owner.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ])
