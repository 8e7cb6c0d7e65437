/** SQL of organisations: the tree with its counts, one of them, and what is written about it. */
import type { OrganisationForm, OrganisationView, PledgeBoard } from '#contracts/organisations.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { Tx } from '#platform/db.ts'

/** $1 tenant, $2 today. Counted once for all, not once for each: a district has some thousand. */
const VIEW = `
  SELECT g.id, g.parent_id AS "parentId", g.kind, g.form, g.name, g.place_id AS "placeId", l.full_name AS "placeName", g.handles,
         g.duty_phone AS "dutyPhone", g.term_ends_on AS "termEndsOn",
         coalesce(c.posts, 0) AS "postCount", coalesce(c.vacant, 0) AS "vacantCount", coalesce(m.members, 0) AS "memberCount"
    FROM organisation g
    JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
    LEFT JOIN (SELECT o.organisation_id, count(*) AS posts, count(*) FILTER (WHERE h.post_id IS NULL) AS vacant
                 FROM post o
                 LEFT JOIN (SELECT DISTINCT t.post_id FROM post_term t
                             WHERE t.tenant_id = $1 AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)) h ON h.post_id = o.id
                WHERE o.tenant_id = $1 AND o.organisation_id IS NOT NULL AND (o.ended_on IS NULL OR o.ended_on > $2)
                GROUP BY o.organisation_id) c ON c.organisation_id = g.id
    LEFT JOIN (SELECT j.organisation_id, count(*) AS members FROM organisation_membership j
                WHERE j.tenant_id = $1 AND j.from_on <= $2 AND (j.to_on IS NULL OR j.to_on >= $2)
                GROUP BY j.organisation_id) m ON m.organisation_id = g.id
   WHERE g.tenant_id = $1 AND (g.ended_on IS NULL OR g.ended_on > $2)`

export const listAllOrganisations = (tx: Tx, on: string) =>
  tx.many<OrganisationView>({
    name: 'organisation_list',
    text: `${VIEW} ORDER BY l.path, g.name, g.id`,
    values: [tx.tenantId, on],
  })

export const viewOfOrganisation = (tx: Tx, id: string, on: string) =>
  tx.one<OrganisationView>({ name: 'organisation_view', text: `${VIEW} AND g.id = $3`, values: [tx.tenantId, on, id] })

/** Everything that is written about one organisation. */
export type OrganisationRow = {
  id: string
  kind: OrganisationKind
  form: OrganisationForm | null
  name: string
  placeId: string
  parentId: string | null
  handles: boolean
  dutyPhone: string | null
  foundedOn: string | null
  termEndsOn: string | null
  duties: string
  pledges: string[]
}

const COLUMNS = `g.id, g.kind, g.form, g.name, g.place_id AS "placeId", g.parent_id AS "parentId", g.handles, g.duty_phone AS "dutyPhone",
  g.founded_on AS "foundedOn", g.term_ends_on AS "termEndsOn", g.duties, g.pledges`
export type StandingOrganisation = OrganisationRow & { placePath: string }

export const findOrganisation = (tx: Tx, id: string, on: string) =>
  tx.one<StandingOrganisation>({
    name: 'organisation_find',
    text: `SELECT ${COLUMNS}, l.path AS "placePath" FROM organisation g JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
            WHERE g.tenant_id = $1 AND g.id = $2 AND (g.ended_on IS NULL OR g.ended_on > $3)`,
    values: [tx.tenantId, id, on],
  })

/** Locked until the change is saved. */
export const lockOrganisation = (tx: Tx, id: string, on: string) =>
  tx.one<StandingOrganisation>({
    name: 'organisation_lock',
    text: `SELECT ${COLUMNS}, (SELECT l.path FROM place l WHERE l.tenant_id = $1 AND l.id = g.place_id) AS "placePath"
             FROM organisation g WHERE g.tenant_id = $1 AND g.id = $2 AND (g.ended_on IS NULL OR g.ended_on > $3) FOR UPDATE`,
    values: [tx.tenantId, id, on],
  })

/** Who hangs from whom, locked: whoever hangs something elsewhere waits for whoever did so before. */
export const lockTree = (tx: Tx, on: string) =>
  tx.many<Pick<OrganisationRow, 'id' | 'parentId' | 'kind' | 'form'>>({
    name: 'organisation_lock_tree',
    text: `SELECT id, parent_id AS "parentId", kind, form FROM organisation
            WHERE tenant_id = $1 AND (ended_on IS NULL OR ended_on > $2) ORDER BY id FOR NO KEY UPDATE`,
    values: [tx.tenantId, on],
  })

const written = (one: OrganisationRow): unknown[] => [
  one.id, one.kind, one.form, one.name, one.placeId, one.parentId, one.handles, one.dutyPhone, one.foundedOn, one.termEndsOn,
  one.duties, one.pledges,
] // prettier-ignore

export async function insertOrganisation(tx: Tx, one: OrganisationRow): Promise<void> {
  await tx.run({
    name: 'organisation_insert',
    text: `INSERT INTO organisation (tenant_id, id, kind, form, name, place_id, parent_id, handles, duty_phone, founded_on, term_ends_on, duties, pledges)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [tx.tenantId, ...written(one)],
  })
}

export async function saveOrganisation(tx: Tx, one: OrganisationRow): Promise<void> {
  await tx.run({
    name: 'organisation_save',
    text: `UPDATE organisation SET kind = $3, form = $4, name = $5, place_id = $6, parent_id = $7, handles = $8, duty_phone = $9,
                  founded_on = $10, term_ends_on = $11, duties = $12, pledges = $13
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, ...written(one)],
  })
}

/** What stands in the way of ending it: posts that somebody holds or will hold, and organisations below it. */
export const whatHangsOn = (tx: Tx, id: string, on: string) =>
  tx.many<{ what: 'post' | 'organisation'; name: string }>({
    name: 'organisation_hangs_on',
    text: `SELECT 'post' AS what, o.title AS name FROM post o
            WHERE o.tenant_id = $1 AND o.organisation_id = $2
              AND EXISTS (SELECT 1 FROM post_term t WHERE t.tenant_id = $1 AND t.post_id = o.id AND (t.to_on IS NULL OR t.to_on >= $3))
           UNION ALL
           SELECT 'organisation', g.name FROM organisation g
            WHERE g.tenant_id = $1 AND g.parent_id = $2 AND (g.ended_on IS NULL OR g.ended_on > $3)`,
    values: [tx.tenantId, id, on],
  })

/** Ends it and its empty posts on that day. */
export async function saveEnded(tx: Tx, id: string, on: string): Promise<void> {
  const values = [tx.tenantId, id, on]
  const text = `UPDATE organisation SET ended_on = $3 WHERE tenant_id = $1 AND id = $2`
  await tx.run({ name: 'organisation_end', text, values })
  const posts = `UPDATE post SET ended_on = $3 WHERE tenant_id = $1 AND organisation_id = $2 AND ended_on IS NULL`
  await tx.run({ name: 'organisation_end_posts', text: posts, values })
}

/** What has been pledged around a place: by those over it and those in it, shops first. */
export const pledgesAround = (tx: Tx, paths: readonly string[], within: string, on: string) =>
  tx.many<PledgeBoard>({
    name: 'pledges_around',
    text: `SELECT g.id, g.kind, g.name, l.full_name AS "placeName", g.duty_phone AS "dutyPhone", g.duties, g.pledges
             FROM organisation g JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
            WHERE g.tenant_id = $1 AND cardinality(g.pledges) > 0 AND (g.ended_on IS NULL OR g.ended_on > $4)
              AND (l.path = ANY ($2::text[]) OR (l.path >= $3 AND l.path < $3 || '~'))
            ORDER BY g.kind = 'shop' DESC, l.path, g.name, g.id LIMIT 200`,
    values: [tx.tenantId, paths, within, on],
  })
