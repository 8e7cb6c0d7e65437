/** SQL of taking an import back: what stands on it since, and the removal of what it wrote, smallest first. */
import type { Tx } from '#platform/db.ts'

export type Effect = { seq: number; table: string; rowId: string }

/**
 * What later work stands on rows of this import: kinds of it, nothing about anybody. Each foreign key to a table that imports
 * write has a line; undo.test.ts holds the list against the catalogue.
 */
export const usedSince = async (tx: Tx, importId: string): Promise<string[]> => {
  const found = await tx.many<{ what: string }>({
    name: 'import_used',
    text: `WITH own AS MATERIALIZED (SELECT table_name, row_id FROM import_effect WHERE tenant_id = $1 AND import_id = $2)
           SELECT 'session' AS what WHERE EXISTS (SELECT 1 FROM own o JOIN session x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'request' WHERE EXISTS (SELECT 1 FROM own o JOIN request x ON x.tenant_id = $1 AND x.reporter_person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'request' WHERE EXISTS (SELECT 1 FROM own o JOIN request x ON x.tenant_id = $1 AND x.place_id = o.row_id WHERE o.table_name = 'place')
           UNION ALL SELECT 'import' WHERE EXISTS (SELECT 1 FROM own o JOIN import_job x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'consent' WHERE EXISTS (SELECT 1 FROM own o JOIN consent x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'household' WHERE EXISTS (SELECT 1 FROM own o JOIN file_ask x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'household' WHERE EXISTS (SELECT 1 FROM own o JOIN household_value x ON x.tenant_id = $1 AND (x.household_id = o.row_id OR x.person_id = o.row_id) WHERE o.table_name IN ('household', 'person'))
           UNION ALL SELECT 'household' WHERE EXISTS (SELECT 1 FROM own o JOIN household_member x ON x.tenant_id = $1 AND (x.household_id = o.row_id OR x.person_id = o.row_id)
                  WHERE o.table_name IN ('household', 'person') AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'household' WHERE EXISTS (SELECT 1 FROM own o JOIN household x ON x.tenant_id = $1 AND (x.contact_person_id = o.row_id OR x.home_place_id = o.row_id)
                  WHERE o.table_name IN ('person', 'place') AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'household' WHERE EXISTS (SELECT 1 FROM own o JOIN household x ON x.tenant_id = $1 AND x.id = o.row_id
                  WHERE o.table_name = 'household' AND (x.confirmed_on IS NOT NULL OR x.moved_out_on IS NOT NULL))
           UNION ALL SELECT 'owner' WHERE EXISTS (SELECT 1 FROM own o JOIN ownership x ON x.tenant_id = $1 AND (x.owned_unit_id = o.row_id OR (x.id = o.row_id AND x.to_on IS NOT NULL))
                  WHERE o.table_name IN ('owned_unit', 'ownership') AND (x.to_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id)))
           UNION ALL SELECT 'owner' WHERE EXISTS (SELECT 1 FROM own o JOIN ownership_holder x ON x.tenant_id = $1 AND (x.ownership_id = o.row_id OR x.person_id = o.row_id OR x.organisation_id = o.row_id)
                  WHERE o.table_name IN ('ownership', 'person', 'organisation') AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'owner' WHERE EXISTS (SELECT 1 FROM own o JOIN owned_unit x ON x.tenant_id = $1 AND x.place_id = o.row_id
                  WHERE o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'post' WHERE EXISTS (SELECT 1 FROM own o JOIN post_term x ON x.tenant_id = $1 AND (x.post_id = o.row_id OR x.person_id = o.row_id)
                  WHERE o.table_name IN ('post', 'person') AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'post' WHERE EXISTS (SELECT 1 FROM own o JOIN post x ON x.tenant_id = $1 AND (x.organisation_id = o.row_id OR x.place_id = o.row_id)
                  WHERE o.table_name IN ('organisation', 'place') AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'post' WHERE EXISTS (SELECT 1 FROM own o JOIN candidate x ON x.tenant_id = $1 AND (x.person_id = o.row_id OR x.elected_to = o.row_id) WHERE o.table_name IN ('person', 'post'))
           UNION ALL SELECT 'post' WHERE EXISTS (SELECT 1 FROM own o JOIN reserve_entry x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'organisation' WHERE EXISTS (SELECT 1 FROM own o JOIN organisation x ON x.tenant_id = $1 AND (x.parent_id = o.row_id OR x.place_id = o.row_id)
                  WHERE o.table_name IN ('organisation', 'place') AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'organisation' WHERE EXISTS (SELECT 1 FROM own o JOIN organisation_membership x ON x.tenant_id = $1 AND (x.organisation_id = o.row_id OR x.member_id = o.row_id) WHERE o.table_name = 'organisation')
           UNION ALL SELECT 'organisation' WHERE EXISTS (SELECT 1 FROM own o JOIN sponsorship x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.table_name = 'organisation')
           UNION ALL SELECT 'organisation' WHERE EXISTS (SELECT 1 FROM own o JOIN selection x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.table_name = 'organisation')
           UNION ALL SELECT 'organisation' WHERE EXISTS (SELECT 1 FROM own o JOIN venue x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.table_name = 'organisation')
           UNION ALL SELECT 'member' WHERE EXISTS (SELECT 1 FROM own o JOIN member x ON x.tenant_id = $1 AND (x.person_id = o.row_id OR x.organisation_id = o.row_id)
                  WHERE o.table_name IN ('person', 'organisation', 'member') AND (x.confirmed_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM own w WHERE w.table_name = 'member' AND w.row_id = x.person_id)))
           UNION ALL SELECT 'member' WHERE EXISTS (SELECT 1 FROM own o JOIN report_card x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'member' WHERE EXISTS (SELECT 1 FROM own o JOIN plate x ON x.tenant_id = $1 AND (x.person_id = o.row_id OR x.home_place_id = o.row_id) WHERE o.table_name IN ('person', 'place'))
           UNION ALL SELECT 'member' WHERE EXISTS (SELECT 1 FROM own o JOIN neighbour_question x ON x.tenant_id = $1 AND x.from_person_id = o.row_id WHERE o.table_name = 'person')
           UNION ALL SELECT 'pairing' WHERE EXISTS (SELECT 1 FROM own o JOIN pairing x ON x.tenant_id = $1 AND (x.person_id = o.row_id OR x.home_place_id = o.row_id) WHERE o.table_name IN ('person', 'place'))
           UNION ALL SELECT 'place' WHERE EXISTS (SELECT 1 FROM own o JOIN place x ON x.tenant_id = $1 AND x.parent_id = o.row_id
                  WHERE o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))
           UNION ALL SELECT 'person' WHERE EXISTS (SELECT 1 FROM own o JOIN person x ON x.tenant_id = $1 AND x.home_place_id = o.row_id
                  WHERE o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM own w WHERE w.row_id = x.id))`,
    values: [tx.tenantId, importId],
  })
  return [...new Set(found.map(({ what }) => what))]
}

/** In this order nothing is removed while something of the same import still points to it. */
export const ORDER = [
  'post_term',
  'member',
  'ownership_holder',
  'ownership',
  'owned_unit',
  'household_member',
  'household',
  'person.home',
  'post',
  'organisation',
  'person',
  'place',
] as const

/** The next effects to take back, all of one table. */
export async function nextEffects(tx: Tx, importId: string, limit: number): Promise<Effect[]> {
  const rows = await tx.many<Effect>({
    name: 'import_effects_next',
    text: `SELECT seq, table_name AS table, row_id AS "rowId" FROM import_effect WHERE tenant_id = $1 AND import_id = $2
            ORDER BY array_position($3::text[], table_name), seq DESC LIMIT $4`,
    values: [tx.tenantId, importId, ORDER, limit],
  })
  return rows.filter(({ table }) => table === rows[0]?.table)
}

export const forgetEffects = (tx: Tx, importId: string, seqs: readonly number[]) =>
  tx.run({
    name: 'import_effects_forget',
    text: 'DELETE FROM import_effect WHERE tenant_id = $1 AND import_id = $2 AND seq = ANY ($3::int[])',
    values: [tx.tenantId, importId, seqs],
  })

type Taking = (tx: Tx, ids: readonly string[]) => Promise<unknown>
const taking =
  (name: string, text: string): Taking =>
  (tx, ids) =>
    tx.run({ name, text, values: [tx.tenantId, ids] })

/** One statement for each table; places and persons have rules of their own. */
export const TAKE_BACK: Record<Exclude<(typeof ORDER)[number], 'place' | 'person'>, Taking> = {
  post_term: taking('undo_post_term', 'DELETE FROM post_term WHERE tenant_id = $1 AND id = ANY ($2::uuid[])'),
  member: taking('undo_member', 'DELETE FROM member WHERE tenant_id = $1 AND person_id = ANY ($2::uuid[])'),
  ownership_holder: taking(
    'undo_holder',
    'DELETE FROM ownership_holder WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
  ),
  ownership: taking('undo_ownership', 'DELETE FROM ownership WHERE tenant_id = $1 AND id = ANY ($2::uuid[])'),
  owned_unit: taking('undo_unit', 'DELETE FROM owned_unit WHERE tenant_id = $1 AND id = ANY ($2::uuid[])'),
  household_member: taking(
    'undo_household_member',
    'DELETE FROM household_member WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
  ),
  household: taking('undo_household', 'DELETE FROM household WHERE tenant_id = $1 AND id = ANY ($2::uuid[])'),
  'person.home': taking(
    'undo_home',
    'UPDATE person SET home_place_id = NULL WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
  ),
  post: taking('undo_post', 'DELETE FROM post WHERE tenant_id = $1 AND id = ANY ($2::uuid[])'),
  organisation: taking('undo_organisation', 'DELETE FROM organisation WHERE tenant_id = $1 AND id = ANY ($2::uuid[])'),
}

/** With the row goes the person's own key: what it sealed is lost in older copies too, and a restore erases them again. */
export async function erasePersons(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.run({
    name: 'undo_erasure',
    text: `INSERT INTO erasure (tenant_id, person_id, at, reason) SELECT $1, n.id, $3, 'importUndone' FROM unnest($2::uuid[]) AS n (id) ON CONFLICT DO NOTHING`,
    values: [tx.tenantId, ids, now],
  })
  await tx.run({
    name: 'undo_person',
    text: 'DELETE FROM person WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
    values: [tx.tenantId, ids],
  })
}
