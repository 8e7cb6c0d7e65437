/**
 * Fills a district with any number of requests: the demo's stories, replayed through the lifecycle, are multiplied inside
 * PostgreSQL over every building, reporter and day. How many are open stays the same however many there are, as in life.
 *
 * Copies keep their story's words, events, assignments and ratings; ids, numbers, places, reporters and times are their
 * own. Only the clocks' inner instants keep the story's time: no list reads them. Copies that have rested are packed, as in life: in
 * a file times are told from the request's beginning and its reporter by a number, so one file serves all copies of a story.
 */
import type pg from 'pg'
import { encodeFile, RESTS_DAYS } from '#modules/requests/rules.ts'
import { readRows } from '#modules/requests/packed/pack.ts'
import type { Tx } from '#platform/db.ts'

export type Amount = { total: number; open: number }

const TENANT = 1
const REQUESTS_A_RESIDENT = 5
/** Copies of a finished story lie within this many days before it, those of an open one within this many minutes. */
const CLOSED_SPREAD_DAYS = 30
const OPEN_SPREAD_MINUTES = 300

export type StoryFile = { id: string; packed: Buffer }

/** Every finished story of the demo as the product packs it. */
export async function storyFiles(tx: Tx): Promise<StoryFile[]> {
  const stories = await tx.many<Parameters<typeof readRows>[1][number]>({
    text: 'SELECT id, reporter_person_id, created_at, clocks FROM request WHERE tenant_id = $1 AND closed_at IS NOT NULL',
    values: [tx.tenantId],
  })
  return (await readRows(tx, stories)).map(({ row: { id, reporter_person_id, created_at }, history }) => ({
    id,
    packed: encodeFile(history, { id, reporterPersonId: reporter_person_id, createdAt: created_at }),
  }))
}

/** The district holds the demo already; `owner` is a superuser (row security and key checks are set aside meanwhile). */
export async function multiply(owner: pg.Client, { total, open }: Amount, files: readonly StoryFile[]): Promise<void> {
  await owner.query(
    `SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'`,
  )
  const restoreIndexes = await setIndexesAside(owner, ['request', 'request_event', 'notice'])
  await owner.query(SPOTS)
  await owner.query(RESIDENTS, [TENANT, Math.ceil(total / REQUESTS_A_RESIDENT)])
  await owner.query(`
    CREATE TEMP TABLE copy (old_id uuid, new_id uuid, shift interval, spot int, person_id uuid, number text, packed boolean);
    CREATE TEMP TABLE story_file (id uuid PRIMARY KEY, packed bytea);
    CREATE TEMP TABLE story AS SELECT id, created_at, closed_at, updated_at, closed_at IS NULL AS open, row_number() OVER (PARTITION BY closed_at IS NULL ORDER BY id) AS n
      FROM request WHERE tenant_id = ${TENANT} AND merged_into_id IS NULL AND kind <> 'urgent'`)
  const { rows } = await owner.query<{ all: number; open: number }>(
    'SELECT count(*)::int AS "all", count(*) FILTER (WHERE closed_at IS NULL)::int AS open FROM request WHERE tenant_id = $1',
    [TENANT],
  )
  const [present = { all: 0, open: 0 }] = rows
  const openCopies = Math.max(0, open - present.open)
  await owner.query(COPIES, [true, openCopies, OPEN_SPREAD_MINUTES * 60, TENANT])
  await owner.query(COPIES, [false, Math.max(0, total - openCopies - present.all), CLOSED_SPREAD_DAYS * 86_400, TENANT])
  await owner.query('INSERT INTO story_file SELECT * FROM unnest($1::uuid[], $2::bytea[])', [
    files.map(({ id }) => id),
    files.map(({ packed }) => packed),
  ])
  await owner.query('ANALYZE copy; ANALYZE story_file')
  for (const [table, changed] of Object.entries(COPIED)) await copyRows(owner, table, changed)
  await owner.query(FILES)
  await owner.query(NOTICES)
  await restoreIndexes()
  await owner.query(`RESET session_replication_role; RESET work_mem; RESET maintenance_work_mem`)
  await owner.query('VACUUM (ANALYZE)')
}

/** Every building with the places above it. */
const SPOTS = `
  CREATE TEMP TABLE spot AS
  SELECT row_number() OVER (ORDER BY b.path)::int - 1 AS n, b.id, b.full_name, b.path, b.lon, b.lat, b.grid_id,
         ${['subdistrict', 'community', 'compound']
           .map(
             (level) =>
               `(SELECT a.id FROM place a WHERE a.tenant_id = b.tenant_id AND a.level = '${level}' AND starts_with(b.path, a.path)) AS ${level}_id`,
           )
           .join(', ')}
    FROM place b WHERE b.tenant_id = ${TENANT} AND b.level = 'building' AND b.grid_id IS NOT NULL`

/** Residents without an account's secrets: nobody signs in as one of them. */
const RESIDENTS = `
  INSERT INTO person (tenant_id, id, name_sealed, name_masked, nickname, home_place_id)
  SELECT $1, md5('resident ' || k)::uuid, '\\x00', '王**', '邻居' || k, s.id
    FROM generate_series(1, $2::int) k JOIN spot s ON s.n = k % (SELECT count(*) FROM spot)`

/** A UUID v7 of the copy's own moment; the rest of it from story and round, so that every run makes the same ids. */
const COPIES = `
  INSERT INTO copy
  SELECT id, new_id, shift, spot, md5('resident ' || who)::uuid, 'B' || CASE WHEN $1 THEN 'o' ELSE '' END || lpad(nth::text, 7, '0'),
         coalesce(rests_since - shift < now() - interval '${RESTS_DAYS} days', false)
    FROM (SELECT s.id, t.shift, nth, CASE WHEN s.closed_at IS NOT NULL THEN greatest(s.closed_at, s.updated_at) END AS rests_since,
                 (lpad(to_hex((extract(epoch FROM s.created_at - t.shift) * 1000)::bigint), 12, '0') || '7' || substr(t.noise, 1, 3) || '8' || substr(t.noise, 4, 15))::uuid AS new_id,
                 (nth * 7919) % (SELECT count(*) FROM spot) AS spot,
                 1 + (nth * 104729) % (SELECT greatest(1, count(*) FILTER (WHERE nickname LIKE '邻居%')) FROM person WHERE tenant_id = $4) AS who
            FROM generate_series(1, $2::bigint) nth
            JOIN story s ON s.open = $1 AND s.n = 1 + nth % (SELECT count(*) FROM story WHERE open = $1)
           CROSS JOIN LATERAL (SELECT make_interval(secs => (nth * 15485863) % $3::bigint) AS shift, md5($1::text || nth) AS noise) t) made
   ORDER BY new_id`

/** The desk of each community was told of every request there, and has read all but the newest. */
const NOTICES = `
  INSERT INTO notice (tenant_id, id, post_id, what, facts, request_id, at)
  SELECT ${TENANT}, m.new_id, p.id, 'request.submit', '{}', m.new_id, now() - m.shift
    FROM copy m JOIN spot s ON s.n = m.spot
    JOIN (SELECT DISTINCT ON (place_id) place_id, id FROM post WHERE tenant_id = ${TENANT} AND kind = 'communityStaff' ORDER BY place_id, id) p ON p.place_id = s.community_id;
  INSERT INTO notice_read (tenant_id, person_id, up_to_id)
  SELECT DISTINCT ON (t.person_id) ${TENANT}, t.person_id, (SELECT n.id FROM notice n WHERE n.tenant_id = ${TENANT} ORDER BY n.id DESC OFFSET 100 LIMIT 1)
    FROM post_term t WHERE t.tenant_id = ${TENANT}`

const FILES = `
  INSERT INTO request_file (tenant_id, request_id, packed)
  SELECT ${TENANT}, m.new_id, f.packed FROM copy m JOIN story_file f ON f.id = m.old_id WHERE m.packed`

/** What a copy has of its own, by table; every other column is the story's. */
const shifted = (...columns: string[]) => Object.fromEntries(columns.map((name) => [name, `o.${name} - m.shift`]))
const COPIED: Record<string, Record<string, string>> = {
  request: {
    id: 'm.new_id',
    number: 'm.number',
    place_id: 's.id',
    place_name: 's.full_name',
    place_path: 's.path',
    lon: 's.lon',
    lat: 's.lat',
    grid_id: 's.grid_id',
    subdistrict_id: 's.subdistrict_id',
    community_id: 's.community_id',
    compound_id: 's.compound_id',
    building_id: 's.id',
    reporter_person_id: 'm.person_id',
    clocks: 'CASE WHEN m.packed THEN NULL ELSE o.clocks END',
    ...shifted('created_at', 'updated_at', 'finished_at', 'closed_at', 'due_at', 'amber_at', 'silent_at', 'urged_at'),
    ...shifted('sent_at', 'taken_on_at', 'done_at', 'heard_at', 'exempted_at'), // what figures are read from
  },
  request_event: { request_id: 'm.new_id', ...shifted('at') },
  request_assignment: { id: 'md5(o.id::text || m.new_id)::uuid', request_id: 'm.new_id' },
  request_joiner: { request_id: 'm.new_id', person_id: 'md5(o.person_id::text || m.new_id)::uuid' },
  request_rating: { request_id: 'm.new_id' },
  photo: { id: 'md5(o.id::text || m.new_id)::uuid', request_id: 'm.new_id' },
}

/** In the file of a packed copy, not beside it. */
const IN_FILE = ['request_event', 'request_assignment', 'request_rating']

async function copyRows(owner: pg.Client, table: string, changed: Record<string, string>) {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  )
  const names = rows.map(({ name }) => name)
  const key = table === 'request' ? 'o.id' : 'o.request_id'
  await owner.query(`
    INSERT INTO ${table} (${names.join(', ')})
    SELECT ${names.map((name) => changed[name] ?? `o.${name}`).join(', ')}
      FROM copy m JOIN ${table} o ON o.tenant_id = ${TENANT} AND ${key} = m.old_id JOIN spot s ON s.n = m.spot
     ${IN_FILE.includes(table) ? 'WHERE NOT m.packed' : ''}`)
}

/** Built at the end an index costs a fifth. Gives what builds them again. */
export async function setIndexesAside(owner: pg.Client, tables: string[]): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
       FROM pg_index WHERE indrelid = ANY ($1::text[]::regclass[]) AND NOT indisunique`,
    [tables],
  )
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`)
  return async () => {
    for (const { definition } of rows) await owner.query(definition)
  }
}
