/**
 * Years of requests in a district of 200 communities: every arrival takes a story, a building and a resident, and the story's
 * instants moved to its own moment; what was closed more than sixty days ago is there as a packed file, the rest as rows.
 *
 * Ten million are three years of it. A smaller amount is the same district when it was younger: as many arrivals a day, fewer
 * days. So about as much is open in both, and only history differs.
 */
import type pg from 'pg'
import { RESTS_DAYS } from '#modules/requests/rules.ts'
import { setIndexesAside } from '../loop/fill.ts'
import { RESIDENTS_A_BUILDING } from './ground.ts'
import { daysUntil, hourShares } from './pattern.ts'

const A_DAY = 10_000_000 / (3 * 365)

const ARRIVALS = `
  CREATE UNLOGGED TABLE bench_arrival AS
  SELECT (row_number() OVER (ORDER BY created_at, chance))::int AS nth, created_at, chance, spot, resident, story, open
    FROM (SELECT a.created_at, a.chance, u.spot, (a.chance / 7 % ${RESIDENTS_A_BUILDING})::int AS resident,
                 CASE WHEN a.created_at + s.life > $1 THEN o.id ELSE s.id END AS story, a.created_at + s.life > $1 AS open
            FROM (SELECT ((d.on_day::timestamp + make_interval(hours => h.hour) + (u - h.from_share) / (h.to_share - h.from_share) * interval '1 hour') AT TIME ZONE 'Asia/Shanghai') AS created_at,
                         ('x' || substr(md5(d.on_day || '/' || k), 1, 12))::bit(48)::bigint AS chance
                    FROM bench_day d, generate_series(1, d.n) k, LATERAL (SELECT (k - 0.5) / d.n AS u) q
                    JOIN bench_hour h ON true
                   WHERE h.free = d.free AND u >= h.from_share AND u < h.to_share) a
            JOIN bench_urn u ON u.at = a.chance % (SELECT count(*) FROM bench_urn)
            JOIN bench_story s ON NOT s.open AND s.nth = a.chance / 11 % (SELECT count(*) FROM bench_story WHERE NOT open)
            JOIN bench_story o ON o.open AND o.nth = a.chance / 13 % (SELECT count(*) FROM bench_story WHERE open)
           WHERE a.created_at <= $1) made`

/** A UUID v7 of the arrival's own moment. */
const NEW_ID = `(lpad(to_hex((extract(epoch FROM m.created_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(m.nth::text), 1, 3) || '8' || substr(md5(m.nth::text), 4, 15))::uuid`
const REPORTER = `md5('resident ' || m.spot || '/' || m.resident)::uuid`

export type Filled = { requests: number; open: number; packed: number }

/** The ground is laid and the stories are kept. */
export async function fillYears(owner: pg.Client, total: number, now: Date): Promise<Filled> {
  await owner.query(`SET session_replication_role = replica; SET work_mem = '512MB'; SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2`) // prettier-ignore
  await owner.query(`
    CREATE TABLE bench_day (on_day date, free boolean, n int);
    CREATE TABLE bench_hour (free boolean, hour int, from_share float8, to_share float8)`)
  const days = daysUntil(now, Math.max(1, Math.round(total / A_DAY)), total)
  await owner.query(`INSERT INTO bench_day SELECT * FROM unnest($1::date[], $2::boolean[], $3::int[])`, [
    days.map(({ on }) => on),
    days.map(({ free }) => free),
    days.map(({ count }) => count),
  ])
  const hours = hourShares()
  await owner.query(
    `INSERT INTO bench_hour SELECT * FROM unnest($1::boolean[], $2::int[], $3::float8[], $4::float8[])`,
    [
      hours.map(({ free }) => free),
      hours.map(({ hour }) => hour),
      hours.map(({ from }) => from),
      hours.map(({ to }) => to),
    ],
  )
  await owner.query('ANALYZE bench_day; ANALYZE bench_hour')
  await owner.query(ARRIVALS, [now])
  await owner.query('CREATE INDEX ON bench_arrival (nth); ANALYZE bench_arrival')

  const restoreIndexes = await setIndexesAside(owner, ['request', 'request_event', 'request_assignment', 'request_rating', 'request_joiner', 'request_file']) // prettier-ignore
  const { rows: bounds } = await owner.query<{ least: number; most: number }>('SELECT min(nth) AS least, max(nth) AS most FROM bench_arrival') // prettier-ignore
  const { least, most } = bounds[0] ?? { least: 1, most: 0 }
  for (let from = least; from <= most; from += BATCH) {
    await copyBatch(owner, from, from + BATCH, new Date(now.getTime() - RESTS_DAYS * 86_400_000))
    console.error(`${Math.min(most, from + BATCH - 1)} of ${most}`)
  }
  await restoreIndexes()
  // The demo's own rows came first and lie at the end of time: what was entered before them split pages that days in their order fill.
  await owner.query('REINDEX TABLE request; REINDEX TABLE request_joiner; REINDEX TABLE request_file')
  await owner.query(`RESET session_replication_role; RESET work_mem; RESET max_parallel_maintenance_workers`)
  const { rows } = await owner.query<Filled>(
    `SELECT count(*)::int AS requests, count(*) FILTER (WHERE closed_at IS NULL)::int AS open, (SELECT count(*)::int FROM request_file) AS packed FROM request`,
  )
  return rows[0] ?? { requests: 0, open: 0, packed: 0 }
}

const BATCH = 250_000

/** What a copy has of its own; every other column is the story's, its instants moved. */
const OWN: Record<string, Record<string, string>> = {
  request: {
    id: NEW_ID,
    number: `to_char(m.created_at, 'YYYY') || '-' || lpad(m.nth::text, 8, '0')`,
    title: `left(p.full_name || ' ' || o.title, 60)`,
    place_id: 'p.id',
    place_name: 'p.full_name',
    place_path: 'p.path',
    lon: 'p.lon + (m.chance % 1000 - 500) * 1e-6',
    lat: 'p.lat + (m.chance / 1000 % 1000 - 500) * 1e-6',
    grid_id: 'p.grid_id',
    subdistrict_id: 'p.subdistrict_id',
    community_id: 'p.community_id',
    compound_id: 'p.compound_id',
    building_id: 'p.id',
    door_name: 'NULL',
    helper_person_id: 'NULL',
    helper_capacity: 'NULL',
    reporter_person_id: REPORTER,
    clocks: `CASE WHEN o.closed_at + (m.created_at - t.created_at) < $3 THEN NULL ELSE o.clocks END`,
  },
  request_event: { request_id: NEW_ID },
  request_assignment: { id: `md5(o.id::text || m.nth)::uuid`, request_id: NEW_ID },
  request_rating: { request_id: NEW_ID, person_id: `CASE WHEN o.person_id = t.reporter_person_id THEN ${REPORTER} ELSE o.person_id END` }, // prettier-ignore
  request_joiner: { request_id: NEW_ID, person_id: 'md5(o.person_id::text || m.nth)::uuid' },
}
/** Rows of these are in the packed file of what has long been closed. */
const PACKED = ['request_event', 'request_assignment', 'request_rating']

async function copyBatch(owner: pg.Client, from: number, to: number, restsSince: Date) {
  for (const [table, own] of Object.entries(OWN)) {
    const { rows: columns } = await owner.query<{ name: string; type: string }>(
      `SELECT attname AS name, atttypid::regtype::text AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [table],
    )
    const values = columns.map(({ name, type }) => own[name] ?? (type.startsWith('timestamp') ? `o.${name} + (m.created_at - t.created_at)` : `o.${name}`)) // prettier-ignore
    const live = PACKED.includes(table) ? 'AND (t.closed_at IS NULL OR t.closed_at + (m.created_at - t.created_at) >= $3)' : 'AND $3::timestamptz IS NOT NULL' // prettier-ignore
    await owner.query(
      `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
       SELECT ${values.join(', ')}
         FROM bench_arrival m
         JOIN bench_story_request t ON t.id = m.story
         JOIN bench_story_${table === 'request' ? 'request' : table.slice(8)} o ON ${table === 'request' ? 'o.id' : 'o.request_id'} = m.story
         JOIN bench_spot p ON p.n = m.spot
        WHERE m.nth >= $1 AND m.nth < $2 ${live} ORDER BY m.nth`,
      [from, to, restsSince],
    )
  }
  await owner.query(
    `INSERT INTO request_file (tenant_id, request_id, packed)
     SELECT 1, ${NEW_ID}, s.packed
       FROM bench_arrival m JOIN bench_story_request t ON t.id = m.story JOIN bench_story s ON s.id = m.story
      WHERE m.nth >= $1 AND m.nth < $2 AND t.closed_at + (m.created_at - t.created_at) < $3 ORDER BY m.nth`,
    [from, to, restsSince],
  )
}
