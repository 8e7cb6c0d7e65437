/** SQL of taking an import back: what stands on it since, and the removal of what it wrote, smallest first. */
import type { Tx } from '#platform/db.ts'

export type Effect = { seq: number; table: string; rowId: string }

/**
 * What may stand on rows of an import since. Each foreign key to a table that imports write has a line; undo.test.ts holds the
 * list against the catalogue. One statement each: small, by index, and none near the limit of time.
 */
export const STANDS_ON: readonly { what: string; name: string; text: string }[] = [
  { what: 'session', name: 'import_used_session_person_id_person', text: `SELECT 1 FROM import_effect o JOIN session x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'session', name: 'import_used_export_job_person_id_person', text: `SELECT 1 FROM import_effect o JOIN export_job x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'session', name: 'import_used_export_month_person_id_person', text: `SELECT 1 FROM import_effect o JOIN export_month x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'organisation', name: 'import_used_peer_organisation_id_organisation', text: `SELECT 1 FROM import_effect o JOIN peer x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' LIMIT 1` },
  { what: 'request', name: 'import_used_request_reporter_person_id_person', text: `SELECT 1 FROM import_effect o JOIN request x ON x.tenant_id = $1 AND x.reporter_person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'request', name: 'import_used_request_place_id_place', text: `SELECT 1 FROM import_effect o JOIN request x ON x.tenant_id = $1 AND x.place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' LIMIT 1` },
  { what: 'import', name: 'import_used_import_job_person_id_person', text: `SELECT 1 FROM import_effect o JOIN import_job x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'consent', name: 'import_used_consent_person_id_person', text: `SELECT 1 FROM import_effect o JOIN consent x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'household', name: 'import_used_file_ask_person_id_person', text: `SELECT 1 FROM import_effect o JOIN file_ask x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'household', name: 'import_used_household_value_person_id_person', text: `SELECT 1 FROM import_effect o JOIN household_value x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'household', name: 'import_used_household_value_household_id_household', text: `SELECT 1 FROM import_effect o JOIN household_value x ON x.tenant_id = $1 AND x.household_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'household' LIMIT 1` },
  { what: 'household', name: 'import_used_household_member_person_id_person', text: `SELECT 1 FROM import_effect o JOIN household_member x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'household', name: 'import_used_household_member_household_id_household', text: `SELECT 1 FROM import_effect o JOIN household_member x ON x.tenant_id = $1 AND x.household_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'household' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'household', name: 'import_used_household_contact_person_id_person', text: `SELECT 1 FROM import_effect o JOIN household x ON x.tenant_id = $1 AND x.contact_person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'household', name: 'import_used_household_home_place_id_place', text: `SELECT 1 FROM import_effect o JOIN household x ON x.tenant_id = $1 AND x.home_place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'household', name: 'import_used_household_id_household', text: `SELECT 1 FROM import_effect o JOIN household x ON x.tenant_id = $1 AND x.id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'household' AND (x.confirmed_on IS NOT NULL OR x.moved_out_on IS NOT NULL) LIMIT 1` },
  { what: 'owner', name: 'import_used_ownership_owned_unit_id_owned_unit', text: `SELECT 1 FROM import_effect o JOIN ownership x ON x.tenant_id = $1 AND x.owned_unit_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'owned_unit' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'owner', name: 'import_used_ownership_id_ownership', text: `SELECT 1 FROM import_effect o JOIN ownership x ON x.tenant_id = $1 AND x.id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'ownership' AND x.to_on IS NOT NULL LIMIT 1` },
  { what: 'owner', name: 'import_used_ownership_holder_ownership_id_ownership', text: `SELECT 1 FROM import_effect o JOIN ownership_holder x ON x.tenant_id = $1 AND x.ownership_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'ownership' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'owner', name: 'import_used_ownership_holder_person_id_person', text: `SELECT 1 FROM import_effect o JOIN ownership_holder x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'owner', name: 'import_used_ownership_holder_organisation_id_organisation', text: `SELECT 1 FROM import_effect o JOIN ownership_holder x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'owner', name: 'import_used_owned_unit_place_id_place', text: `SELECT 1 FROM import_effect o JOIN owned_unit x ON x.tenant_id = $1 AND x.place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'post', name: 'import_used_post_term_post_id_post', text: `SELECT 1 FROM import_effect o JOIN post_term x ON x.tenant_id = $1 AND x.post_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'post' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'post', name: 'import_used_post_term_person_id_person', text: `SELECT 1 FROM import_effect o JOIN post_term x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'post', name: 'import_used_post_organisation_id_organisation', text: `SELECT 1 FROM import_effect o JOIN post x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'post', name: 'import_used_post_place_id_place', text: `SELECT 1 FROM import_effect o JOIN post x ON x.tenant_id = $1 AND x.place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'post', name: 'import_used_candidate_person_id_person', text: `SELECT 1 FROM import_effect o JOIN candidate x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'post', name: 'import_used_candidate_elected_to_post', text: `SELECT 1 FROM import_effect o JOIN candidate x ON x.tenant_id = $1 AND x.elected_to = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'post' LIMIT 1` },
  { what: 'post', name: 'import_used_reserve_entry_person_id_person', text: `SELECT 1 FROM import_effect o JOIN reserve_entry x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'organisation', name: 'import_used_organisation_parent_id_organisation', text: `SELECT 1 FROM import_effect o JOIN organisation x ON x.tenant_id = $1 AND x.parent_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'organisation', name: 'import_used_organisation_place_id_place', text: `SELECT 1 FROM import_effect o JOIN organisation x ON x.tenant_id = $1 AND x.place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'organisation', name: 'import_used_organisation_membership_organisation_id_organisa', text: `SELECT 1 FROM import_effect o JOIN organisation_membership x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' LIMIT 1` },
  { what: 'organisation', name: 'import_used_organisation_membership_member_id_organisation', text: `SELECT 1 FROM import_effect o JOIN organisation_membership x ON x.tenant_id = $1 AND x.member_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' LIMIT 1` },
  { what: 'organisation', name: 'import_used_sponsorship_organisation_id_organisation', text: `SELECT 1 FROM import_effect o JOIN sponsorship x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' LIMIT 1` },
  { what: 'organisation', name: 'import_used_selection_organisation_id_organisation', text: `SELECT 1 FROM import_effect o JOIN selection x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' LIMIT 1` },
  { what: 'organisation', name: 'import_used_venue_organisation_id_organisation', text: `SELECT 1 FROM import_effect o JOIN venue x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' LIMIT 1` },
  { what: 'member', name: 'import_used_member_person_id_member', text: `SELECT 1 FROM import_effect o JOIN member x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'member' AND x.confirmed_on IS NOT NULL LIMIT 1` },
  { what: 'member', name: 'import_used_member_person_id_person', text: `SELECT 1 FROM import_effect o JOIN member x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.table_name = 'member' AND w.row_id = x.person_id) LIMIT 1` },
  { what: 'member', name: 'import_used_member_organisation_id_organisation', text: `SELECT 1 FROM import_effect o JOIN member x ON x.tenant_id = $1 AND x.organisation_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'organisation' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.table_name = 'member' AND w.row_id = x.person_id) LIMIT 1` },
  { what: 'member', name: 'import_used_report_card_person_id_person', text: `SELECT 1 FROM import_effect o JOIN report_card x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'member', name: 'import_used_plate_person_id_person', text: `SELECT 1 FROM import_effect o JOIN plate x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'member', name: 'import_used_plate_home_place_id_place', text: `SELECT 1 FROM import_effect o JOIN plate x ON x.tenant_id = $1 AND x.home_place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' LIMIT 1` },
  { what: 'member', name: 'import_used_neighbour_question_from_person_id_person', text: `SELECT 1 FROM import_effect o JOIN neighbour_question x ON x.tenant_id = $1 AND x.from_person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'pairing', name: 'import_used_pairing_person_id_person', text: `SELECT 1 FROM import_effect o JOIN pairing x ON x.tenant_id = $1 AND x.person_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'person' LIMIT 1` },
  { what: 'pairing', name: 'import_used_pairing_home_place_id_place', text: `SELECT 1 FROM import_effect o JOIN pairing x ON x.tenant_id = $1 AND x.home_place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' LIMIT 1` },
  { what: 'place', name: 'import_used_place_parent_id_place', text: `SELECT 1 FROM import_effect o JOIN place x ON x.tenant_id = $1 AND x.parent_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
  { what: 'person', name: 'import_used_person_home_place_id_place', text: `SELECT 1 FROM import_effect o JOIN person x ON x.tenant_id = $1 AND x.home_place_id = o.row_id WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.table_name = 'place' AND NOT EXISTS (SELECT 1 FROM import_effect w WHERE w.tenant_id = $1 AND w.import_id = $2 AND w.row_id = x.id) LIMIT 1` },
] // prettier-ignore

/** Kinds of later work that stand on this import; nothing about anybody. */
export async function usedSince(tx: Tx, importId: string): Promise<string[]> {
  const what = new Set<string>()
  for (const { what: kind, name, text } of STANDS_ON)
    if (!what.has(kind) && (await tx.one({ name, text, values: [tx.tenantId, importId] }))) what.add(kind)
  return [...what]
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
