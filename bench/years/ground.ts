/**
 * The ground of a district of 200 communities beside the demo's seven: places down to the building, residents in them, and an
 * urn that says how often each building is heard of. Set-based SQL, the same every time. Runs as the database's owner.
 */
import type pg from 'pg'
import { makePlaces } from '../registers/fill-people.ts'

/** 24 subdistricts × 8 communities × 3 compounds × 2 grids × 8 buildings; with the demo's, 199 communities and 9,829 buildings. */
const SUBDISTRICTS = 24
const BELOW = [
  { level: 'community', count: 8 },
  { level: 'compound', count: 3 },
  { level: 'grid', count: 2 },
  { level: 'building', count: 8 },
] as const
const RESIDENTS_A_BUILDING = 42

/** Every building that has a grid, with the places above it. */
const SPOTS = `
  CREATE TABLE bench_spot AS
  SELECT row_number() OVER (ORDER BY b.path)::int - 1 AS n, b.id, b.full_name, b.path, b.grid_id, g.id AS g,
         coalesce(b.lon, 121.42) AS lon, coalesce(b.lat, 30.65) AS lat, c.id AS compound_id, m.id AS community_id, s.id AS subdistrict_id
    FROM place b
    JOIN place g ON g.tenant_id = 1 AND g.id = b.grid_id
    JOIN LATERAL (SELECT id FROM place a WHERE a.tenant_id = 1 AND a.level = 'compound' AND b.path LIKE a.path || '%') c ON true
    JOIN LATERAL (SELECT id FROM place a WHERE a.tenant_id = 1 AND a.level = 'community' AND b.path LIKE a.path || '%') m ON true
    JOIN LATERAL (SELECT id FROM place a WHERE a.tenant_id = 1 AND a.level = 'subdistrict' AND b.path LIKE a.path || '%') s ON true
   WHERE b.tenant_id = 1 AND b.level = 'building';
  CREATE UNIQUE INDEX ON bench_spot (n)`

/** A fifth of the communities give two fifths of the requests, and so within them: 102 neighbourhood councils of Los Angeles do. */
const URN = `
  CREATE TABLE bench_urn AS
  SELECT (row_number() OVER (ORDER BY md5(s.n::text || '/' || k)))::int - 1 AS at, s.n AS spot
    FROM (SELECT n, 1 + (hashtext(community_id::text) & 3) * (hashtext(id::text) & 3) AS weight FROM bench_spot) s, generate_series(1, s.weight) k;
  CREATE UNIQUE INDEX ON bench_urn (at)`

const RESIDENTS = `
  INSERT INTO person (tenant_id, id, name_sealed, name_masked, nickname, home_place_id)
  SELECT 1, md5('resident ' || s.n || '/' || k)::uuid, '\\x00', '王**', '邻居' || s.n || '-' || k, s.id
    FROM bench_spot s, generate_series(0, ${RESIDENTS_A_BUILDING - 1}) k`

export { RESIDENTS_A_BUILDING }

export async function layGround(owner: pg.Client): Promise<void> {
  await makePlaces(owner, SUBDISTRICTS, BELOW)
  await owner.query('ANALYZE place')
  await owner.query(SPOTS)
  await owner.query(URN)
  await owner.query(RESIDENTS)
  await owner.query('ANALYZE')
}
