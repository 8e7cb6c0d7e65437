/**
 * A district of some 150,000 households made inside PostgreSQL: 12 subdistricts, 60 communities, 360 compounds of 420 households
 * in 7 buildings, a grid and 5 areas each, with organisations, posts, members, pairings and venues; some of each are missing, so
 * that there is something to find. Nobody in it can sign in.
 */
import type pg from 'pg'

export const TENANT = 1

/** Base-36 path segments, four wide, as places have them. */
const SEGMENT = `CREATE FUNCTION pg_temp.seg(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lpad(upper(to_hex(n)), 4, '0') || '.' $$`
const id = (kind: string, ...of: string[]) => `md5('${kind}' || ${of.join(` || '.' || `)})::uuid`

type Level = {
  level: string
  kind: string
  parent: string
  count: number
  name: string
  more?: string
  values?: string
}
const below = ({ level, kind, parent, count, name, more = '', values = '' }: Level) => `
  INSERT INTO place (tenant_id, id, parent_id, level, name, full_name, path${more})
  SELECT ${TENANT}, ${id(kind, 'p.id', 'n')}, p.id, '${level}', ${name}, p.full_name || ' ' || ${name}, p.path || pg_temp.seg(n)${values}
    FROM place p, generate_series(1, ${count}) n WHERE p.tenant_id = ${TENANT} AND ${parent}`

const PLACES = [
  `INSERT INTO place (tenant_id, id, level, name, full_name, path) VALUES (${TENANT}, ${id('district', "'1'")}, 'district', '云桥区', '云桥区', '0001.')`,
  below({ level: 'subdistrict', kind: 's', parent: `p.level = 'district'`, count: 12, name: `n || '号街道'` }),
  below({ level: 'community', kind: 'c', parent: `p.level = 'subdistrict'`, count: 5, name: `n || '号社区'` }),
  below({ level: 'compound', kind: 'k', parent: `p.level = 'community'`, count: 6, name: `n || '号小区'`, more: ', households', values: ', 420' }), // prettier-ignore
  below({ level: 'grid', kind: 'g', parent: `p.level = 'compound'`, count: 1, name: `'第 ' || n || ' 网格'`, more: ', grid_level, households', values: ', 2, 420' }), // prettier-ignore
  below({ level: 'grid', kind: 'a', parent: `p.level = 'grid'`, count: 5, name: `'第 ' || n || ' 片区'`, more: ', grid_level, households', values: ', 3, 84' }), // prettier-ignore
  // areas one and two have two buildings each, the others one: 7 a compound
  `INSERT INTO place (tenant_id, id, parent_id, level, name, full_name, path, households)
   SELECT ${TENANT}, ${id('b', 'p.id', 'n')}, p.id, 'building', right(p.path, 2) || n || ' 栋', p.full_name || ' ' || n || ' 栋', p.path || pg_temp.seg(n), 60
     FROM place p, generate_series(1, 2) n WHERE p.tenant_id = ${TENANT} AND p.level = 'grid' AND p.grid_level = 3 AND (n = 1 OR p.path LIKE '%0001.' OR p.path LIKE '%0002.')`,
  below({ level: 'entrance', kind: 'e', parent: `p.level = 'building'`, count: 2, name: `n || ' 单元'` }),
  below({ level: 'home', kind: 'h', parent: `p.level = 'entrance'`, count: 30, name: `n || ' 室'`, more: ', households', values: ', 1' }), // prettier-ignore
  `UPDATE place b SET grid_id = a.parent_id FROM place a WHERE a.tenant_id = b.tenant_id AND a.id = b.parent_id AND b.level = 'building'`,
  `INSERT INTO grid_term (tenant_id, id, building_id, grid_level, grid_id, valid_from)
   SELECT ${TENANT}, ${id('t', 'b.id', "'2'")}, b.id, 2, b.grid_id, '2000-01-01' FROM place b WHERE b.level = 'building' AND hashtext(b.id::text) % 50 <> 0`,
]

/** One person a home; every fifteenth is a member; one contact in twenty has no telephone. */
const PEOPLE = [
  `INSERT INTO person (tenant_id, id, name_sealed, name_masked, nickname, phone_masked, home_place_id)
   SELECT ${TENANT}, ${id('person', 'h.id')}, '\\x00', '王**', '邻居', CASE WHEN n % 20 > 0 THEN '138****0000' END, h.id
     FROM (SELECT p.id, row_number() OVER (ORDER BY p.path) AS n FROM place p WHERE p.tenant_id = ${TENANT} AND p.level = 'home') h`,
  `INSERT INTO household (tenant_id, id, home_place_id, contact_person_id, confirmed_on, created_at)
   SELECT ${TENANT}, ${id('f', 'p.home_place_id')}, p.home_place_id, p.id, CASE WHEN hashtext(p.id::text) % 9 = 0 THEN '2020-01-01' ELSE '2026-06-01' END::date, now() FROM person p`,
  `INSERT INTO member (tenant_id, person_id, stage, found_by, created_at)
   SELECT ${TENANT}, p.id, CASE WHEN hashtext(p.id::text) % 7 = 0 THEN 'probationary' ELSE 'formal' END, 'import', now() FROM person p WHERE hashtext(p.id::text) % 15 = 0`,
  `INSERT INTO pairing (tenant_id, id, person_id, home_place_id, status, from_on, created_at)
   SELECT ${TENANT}, ${id('pair', 'h.id')}, m.person_id, h.id, 'accepted', '2026-01-01', now()
     FROM member m JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id JOIN place own ON own.tenant_id = p.tenant_id AND own.id = p.home_place_id
     JOIN LATERAL (SELECT h.id FROM place h WHERE h.tenant_id = m.tenant_id AND h.parent_id = own.parent_id ORDER BY h.path LIMIT 5) h ON true
   ON CONFLICT DO NOTHING`,
]

const body = (form: string, kind: string, at: string, name: string, some = 'true') => `
  INSERT INTO organisation (tenant_id, id, kind, form, name, place_id, handles, term_ends_on)
  SELECT ${TENANT}, ${id(`${kind}${form}`, 'p.id')}, '${kind}', ${form ? `'${form}'` : 'NULL'}, p.name || '${name}', p.id, ${kind === 'propertyCompany'},
         ${kind === 'ownersCommittee' ? `current_date + (hashtext(p.id::text) % 400)` : 'NULL'}
    FROM place p WHERE p.tenant_id = ${TENANT} AND ${at} AND ${some}`
const most = (n: number) => `hashtext(p.id::text) % ${n} <> 0`
const post = (kind: string, at: string, title: string) => `
  INSERT INTO post (tenant_id, id, kind, title, place_id, created_on)
  SELECT ${TENANT}, ${id(kind, 'p.id')}, '${kind}', '${title}', p.id, '2026-01-01' FROM place p WHERE p.tenant_id = ${TENANT} AND ${at} AND ${most(11)}`

const BODIES = [
  body('committee', 'partyOrganisation', `p.level = 'community'`, '党委'),
  body('', 'community', `p.level = 'community'`, '居委会'),
  body('compoundBranch', 'partyOrganisation', `p.level = 'compound'`, '党支部', most(9)),
  body('gridBranch', 'partyOrganisation', `p.grid_level = 2`, '党支部', most(7)),
  body('jointGroup', 'partyOrganisation', `p.level = 'compound'`, '联合党小组', most(8)),
  body('buildingGroup', 'partyOrganisation', `p.level = 'building'`, '党小组', most(3)),
  body('', 'propertyCompany', `p.level = 'compound'`, '物业', most(10)),
  body('', 'ownersCommittee', `p.level = 'compound'`, '业主委员会', most(2)),
  `UPDATE member m SET organisation_id = o.id FROM person p JOIN place h ON h.tenant_id = p.tenant_id AND h.id = p.home_place_id
     JOIN place k ON k.tenant_id = h.tenant_id AND k.level = 'compound' AND k.path = left(h.path, 20)
     JOIN organisation o ON o.tenant_id = k.tenant_id AND o.place_id = k.id AND o.form = 'compoundBranch'
    WHERE p.tenant_id = m.tenant_id AND p.id = m.person_id`,
  post('buildingHead', `p.level = 'building'`, '楼栋长'),
  post('gridWorker', `p.grid_level = 2`, '网格员'),
  post('areaLead', `p.grid_level = 3`, '片长'),
  post('compoundSecretary', `p.level = 'compound'`, '小区书记'),
  post('instructor', `p.level = 'compound'`, '党建指导员'),
  post('committeeChair', `p.level = 'compound'`, '业委会主任'),
  post('communityStaff', `p.level = 'community'`, '受理岗'),
  `INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on)
   SELECT ${TENANT}, ${id('term', 'o.id')}, o.id, who.id, '2026-01-01'
     FROM (SELECT o.id, o.kind, row_number() OVER (ORDER BY o.id) AS n FROM post o WHERE o.tenant_id = ${TENANT}) o
     JOIN (SELECT p.id, row_number() OVER (ORDER BY p.id) AS n FROM person p WHERE p.tenant_id = ${TENANT}) who
       ON who.n = CASE WHEN o.kind = 'instructor' THEN 1 + o.n % 110 ELSE 1000 + o.n END
    WHERE hashtext(o.id::text) % 12 <> 0`,
  `INSERT INTO venue (tenant_id, id, kind, name, place_id, area_centi, has_sign, functions)
   SELECT ${TENANT}, ${id('venue', 'p.id')}, 'parlour', '会客厅', p.id, 8000 + abs(hashtext(p.id::text)) % 5000, true, '{接待,议事,学习,调解,活动}'
     FROM place p WHERE p.tenant_id = ${TENANT} AND p.level = 'compound' AND ${most(4)}`,
  `INSERT INTO chain_level (tenant_id, number, name, name_en, place_level, post_kinds) VALUES
     (${TENANT}, 1, '社区受理岗', 'Desk', 'community', '{communityStaff}'), (${TENANT}, 2, '小区书记', 'Secretary', 'compound', '{compoundSecretary}')`,
]

export async function fillDistrict(owner: pg.Client): Promise<void> {
  await owner.query(`INSERT INTO tenant (id, name) VALUES (${TENANT}, '云桥区')`)
  await owner.query(`SET session_replication_role = replica; SET work_mem = '256MB'`)
  await owner.query(SEGMENT)
  for (const statement of [...PLACES, ...PEOPLE, ...BODIES]) await owner.query(statement)
  await owner.query(`INSERT INTO counter (tenant_id, name, value) VALUES (${TENANT}, 'places.version', 1)`)
  await owner.query('RESET session_replication_role; RESET work_mem')
  await owner.query('VACUUM (ANALYZE)')
}
