/**
 * What the check-up reads, through the views of migration 010: one statement a register for everything below a path, however
 * many places that is. Source: docs/capabilities/standards.md, "What is read".
 */
import type { OrganisationForm } from '#contracts/organisations.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import type { Tx } from '#platform/db.ts'
import type { ChainLevel, Organisation, Venue } from './area.ts'

export type OrganisationRow = Omit<Organisation, 'kind' | 'form'> & {
  kind: OrganisationKind
  form: OrganisationForm | null
}

export const organisationsBelow = (tx: Tx, path: string, today: string) =>
  tx.many<OrganisationRow>({
    name: 'checkup_organisations',
    text: `SELECT o.id, o.name, o.path, o.kind, o.form, o.place_id AS "placeId", o.term_ends_on AS "termEndsOn", o.handles,
                  o.has_duty_phone AS "hasDutyPhone", o.formal, o.probationary, o.joined
             FROM organisation_facts o
            WHERE o.tenant_id = $1 AND o.path >= $2 AND o.path < $2 || '~' AND (o.ended_on IS NULL OR o.ended_on > $3)
            ORDER BY o.path, o.id`,
    values: [tx.tenantId, path, today],
  })

export type PostRow = {
  id: string
  kind: PostKind
  name: string
  path: string
  placeId: string
  organisationId: string | null
  organisationKind: OrganisationKind | null
  holders: string[]
  vacantSince: string | null
}

/** Vacant since the day after the last term, or since the post was made. */
export const postsBelow = (tx: Tx, path: string, today: string) =>
  tx.many<PostRow>({
    name: 'checkup_posts',
    text: `SELECT p.id, p.kind, p.title AS name, p.path, p.place_id AS "placeId", p.organisation_id AS "organisationId",
                  p.organisation_kind AS "organisationKind", coalesce(h.holders, '{}') AS holders,
                  CASE WHEN h.holders IS NULL THEN coalesce(h.ended + 1, p.created_on) END AS "vacantSince"
             FROM post_facts p
             LEFT JOIN LATERAL (
               SELECT array_agg(t.person_id::text ORDER BY t.person_id) FILTER (WHERE t.to_on IS NULL OR t.to_on >= $3) AS holders,
                      max(t.to_on) FILTER (WHERE t.to_on < $3) AS ended
                 FROM term_facts t
                WHERE t.tenant_id = p.tenant_id AND t.post_id = p.id AND t.from_on <= $3 AND t.stands_as = 'holder') h ON true
            WHERE p.tenant_id = $1 AND p.path >= $2 AND p.path < $2 || '~' AND (p.ended_on IS NULL OR p.ended_on > $3)
            ORDER BY p.path, p.id`,
    values: [tx.tenantId, path, today],
  })

/** The instructors of the whole district: who has how many compounds is asked across communities. */
export const instructorPosts = (tx: Tx, today: string) =>
  tx.many<{ id: string; name: string; path: string; personId: string }>({
    name: 'checkup_instructors',
    text: `SELECT p.id, p.title AS name, p.path, t.person_id AS "personId"
             FROM post_facts p
             JOIN term_facts t ON t.tenant_id = p.tenant_id AND t.post_id = p.id AND t.stands_as = 'holder'
            WHERE p.tenant_id = $1 AND p.kind = 'instructor' AND (p.ended_on IS NULL OR p.ended_on > $2)
              AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)
            ORDER BY p.path, p.id`,
    values: [tx.tenantId, today],
  })

export const venuesBelow = (tx: Tx, path: string, today: string) =>
  tx.many<Venue>({
    name: 'checkup_venues',
    text: `SELECT v.id, v.name, v.path, v.kind, v.area_centi AS "areaCenti", v.has_sign AS "hasSign", v.functions
             FROM venue_facts v
            WHERE v.tenant_id = $1 AND v.path >= $2 AND v.path < $2 || '~' AND (v.ended_on IS NULL OR v.ended_on > $3)
            ORDER BY v.path, v.id`,
    values: [tx.tenantId, path, today],
  })

/** Households by building; `confirmed` since the day that the standard asks for. */
export const householdsBelow = (tx: Tx, path: string, today: string, confirmedSince: string) =>
  tx.many<{ buildingId: string; households: number; reachable: number; confirmed: number }>({
    name: 'checkup_households',
    text: `SELECT h.building_id AS "buildingId", count(*)::int AS households, count(*) FILTER (WHERE h.reachable)::int AS reachable,
                  count(*) FILTER (WHERE h.confirmed_on >= $4)::int AS confirmed
             FROM home_facts h
            WHERE h.tenant_id = $1 AND h.path >= $2 AND h.path < $2 || '~' AND h.household_id IS NOT NULL
              AND h.valid_from <= $3 AND (h.valid_to IS NULL OR h.valid_to > $3)
            GROUP BY h.building_id`,
    values: [tx.tenantId, path, today, confirmedSince],
  })

export const membersBelow = (tx: Tx, path: string, today: string) =>
  tx.many<{ path: string; stage: 'formal' | 'probationary'; count: number }>({
    name: 'checkup_members',
    text: `SELECT m.home_path AS path, m.stage, count(*)::int AS count
             FROM member_facts m
            WHERE m.tenant_id = $1 AND m.home_path >= $2 AND m.home_path < $2 || '~' AND (m.left_on IS NULL OR m.left_on > $3)
            GROUP BY m.home_path, m.stage ORDER BY m.home_path, m.stage`,
    values: [tx.tenantId, path, today],
  })

/** In how many grids of the second level each building lies today; a building that lies in none has no row. */
export const gridsOfBuildings = (tx: Tx, path: string, today: string) =>
  tx.many<{ buildingId: string; grids: number }>({
    name: 'checkup_grid_terms',
    text: `SELECT g.building_id AS "buildingId", count(*)::int AS grids
             FROM grid_term_facts g
            WHERE g.tenant_id = $1 AND g.path >= $2 AND g.path < $2 || '~' AND g.grid_level = 2
              AND g.valid_from <= $3 AND (g.valid_to IS NULL OR g.valid_to > $3)
            GROUP BY g.building_id`,
    values: [tx.tenantId, path, today],
  })

export const pairingsBelow = (tx: Tx, path: string, today: string) =>
  tx.many<{ personId: string; path: string }>({
    name: 'checkup_pairings',
    text: `SELECT g.person_id AS "personId", g.path
             FROM pairing_facts g
            WHERE g.tenant_id = $1 AND g.path >= $2 AND g.path < $2 || '~'
              AND (g.from_on IS NULL OR g.from_on <= $3) AND (g.to_on IS NULL OR g.to_on >= $3)`,
    values: [tx.tenantId, path, today],
  })

export const sponsorsBelow = (tx: Tx, path: string, today: string) =>
  tx.many<{ path: string; sponsors: number }>({
    name: 'checkup_sponsors',
    text: `SELECT s.path, count(DISTINCT s.organisation_id)::int AS sponsors
             FROM sponsorship_facts s
            WHERE s.tenant_id = $1 AND s.path >= $2 AND s.path < $2 || '~' AND s.from_on <= $3 AND (s.to_on IS NULL OR s.to_on >= $3)
            GROUP BY s.path`,
    values: [tx.tenantId, path, today],
  })

export const chainLevels = (tx: Tx) =>
  tx.many<ChainLevel>({
    name: 'checkup_chain',
    text: `SELECT c.number, c.name, c.name_en AS "nameEn", c.place_level AS "placeLevel", c.grid_level AS "gridLevel",
                  c.post_kinds AS "postKinds", c.forms
             FROM chain_facts c WHERE c.tenant_id = $1 ORDER BY c.number`,
    values: [tx.tenantId],
  })
