/**
 * A district of any size in places and people, beside the demo's own: subdistricts of communities, compounds, grids, buildings,
 * stairwells and homes made by set-based SQL, then people with names, numbers and tokens sealed as the product seals them.
 * The same amount always gives the same people. Runs as the database's owner, on a throwaway database.
 */
import type pg from 'pg'
import { sealPerson } from '#modules/accounts/index.ts'
import { makeName } from '#modules/demo/generate/names.ts'
import { randomOf } from '#modules/demo/generate/random.ts'
import type { Secrets } from '#platform/secrets.ts'

/** A subdistrict: 8 communities × 4 compounds × 2 grids × 8 buildings × 3 stairwells × 18 homes = 27,648 homes. */
const BELOW = [
  { level: 'community', count: 8 },
  { level: 'compound', count: 4 },
  { level: 'grid', count: 2 },
  { level: 'building', count: 8 },
  { level: 'entrance', count: 3 },
  { level: 'home', count: 18 },
] as const
const HOMES_A_SUBDISTRICT = 27_648
const PEOPLE_A_HOME = 2.8
const BATCH = 2_000

/** The first three levels of a place's path have four base-36 digits each; this writes one. */
const SEGMENT = `CREATE FUNCTION pg_temp.segment(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1 + (n / (36::numeric ^ d)::bigint % 36)::int, 1), '' ORDER BY d DESC) || '.'
    FROM generate_series(0, 3) d $$`

const SUBDISTRICTS = `
  INSERT INTO place (tenant_id, id, parent_id, level, name, full_name, path)
  SELECT d.tenant_id, md5('sub' || n)::uuid, d.id, 'subdistrict', '新' || n || '街道', '新' || n || '街道', d.path || pg_temp.segment(1000 + n)
    FROM place d, generate_series(1, $1::int) n WHERE d.tenant_id = 1 AND d.level = 'district'`

const CHILDREN = `
  INSERT INTO place (tenant_id, id, parent_id, level, name, full_name, path, code, grid_level, grid_id, households)
  SELECT p.tenant_id, md5(p.id::text || n)::uuid, p.id, $1::text, c.name,
         CASE WHEN $1 IN ('building', 'entrance', 'home') THEN p.full_name || ' ' || c.name WHEN $1 = 'grid' THEN p.full_name ELSE c.name END,
         p.path || pg_temp.segment(n),
         CASE $1 WHEN 'building' THEN n::text WHEN 'entrance' THEN p.code || '-' || n WHEN 'home' THEN p.code || '-' || room END,
         CASE WHEN $1 = 'grid' THEN 2 END, CASE WHEN $1 = 'building' THEN p.id END, CASE WHEN $1 = 'home' THEN 1 ELSE 0 END
    FROM place p, generate_series(1, $2::int) n,
         LATERAL (SELECT (1 + (n - 1) / 3) || '0' || (1 + (n - 1) % 3) AS room) r,
         LATERAL (SELECT CASE $1 WHEN 'community' THEN p.name || n || '社区' WHEN 'compound' THEN replace(p.name, '社区', '') || n || '苑'
                                 WHEN 'grid' THEN '第' || n || '网格' WHEN 'building' THEN n || ' 栋' WHEN 'entrance' THEN n || ' 单元' ELSE room || ' 室' END AS name) c
   WHERE p.tenant_id = 1 AND p.level = $3 AND p.path >= $4`

export type Level = { level: string; count: number }

/** Subdistricts and what lies in each; gives the path of the first. */
export async function makePlaces(owner: pg.Client, subdistricts: number, below: readonly Level[]): Promise<string> {
  await owner.query(SEGMENT)
  await owner.query(SUBDISTRICTS, [subdistricts])
  const { rows: first } = await owner.query<{ path: string }>(
    `SELECT min(path) AS path FROM place WHERE name LIKE '新%街道'`,
  )
  const path = first[0]?.path ?? ''
  let above = 'subdistrict'
  for (const { level, count } of below) {
    await owner.query(CHILDREN, [level, count, above, path])
    above = level
  }
  // As whoever writes places leaves it: without a mark no process would keep the tree, and each call would read it anew.
  await owner.query(`INSERT INTO counter (tenant_id, name, value) VALUES (1, 'places.version', 1)
                     ON CONFLICT (tenant_id, name) DO UPDATE SET value = counter.value + 1`)
  return path
}

export type Filled = { homes: number; people: number; fillSeconds: number }

export async function fillPeople(owner: pg.Client, secrets: Secrets, wanted: number): Promise<Filled> {
  const started = performance.now()
  const subdistricts = Math.ceil(wanted / PEOPLE_A_HOME / HOMES_A_SUBDISTRICT)
  const firstPath = await makePlaces(owner, subdistricts, BELOW)
  const { rows: homes } = await owner.query<{ id: string }>(
    `SELECT id FROM place WHERE level = 'home' AND path >= $1 ORDER BY path`,
    [firstPath],
  )
  await insertPeople(owner, secrets, wanted, homes)
  await owner.query('VACUUM ANALYZE')
  return { homes: homes.length, people: wanted, fillSeconds: (performance.now() - started) / 1000 }
}

async function insertPeople(owner: pg.Client, secrets: Secrets, wanted: number, homes: readonly { id: string }[]) {
  const random = randomOf(`people/${wanted}`)
  await owner.query('DROP INDEX person_by_token') // made once at the end
  for (let from = 0; from < wanted; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, wanted - from) }, (_, i) => {
      const nth = from + i
      const id = uuidOf(nth)
      const sealed = sealPerson(secrets, 1, {
        id,
        name: makeName(random, nth % 3 ? 'younger' : 'older'),
        phone: `165${String(nth).padStart(8, '0')}`,
      })
      return [
        id,
        hex(sealed.nameSealed),
        sealed.nameMasked,
        hex(sealed.nameIndex),
        hex(sealed.keySealed),
        `{${sealed.searchTokens.join(',')}}`,
        hex(sealed.phoneSealed ?? Buffer.alloc(0)),
        sealed.phoneMasked,
        hex(sealed.phoneIndex ?? Buffer.alloc(0)),
        homes[nth % homes.length]?.id,
      ]
    })
    await owner.query(
      `INSERT INTO person (tenant_id, id, name_sealed, name_masked, nickname, name_index, key_sealed, search_tokens, phone_sealed, phone_masked, phone_index, home_place_id)
       SELECT 1, (r->>0)::uuid, (r->>1)::bytea, r->>2, '邻居', (r->>3)::bytea, (r->>4)::bytea, (r->>5)::bigint[], (r->>6)::bytea, r->>7, (r->>8)::bytea, (r->>9)::uuid
         FROM jsonb_array_elements($1::jsonb) r`,
      [JSON.stringify(rows)],
    )
  }
  await owner.query('CREATE INDEX person_by_token ON person USING gin (search_tokens)')
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
const uuidOf = (nth: number) => `01900000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`
