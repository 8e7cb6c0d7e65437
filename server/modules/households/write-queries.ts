/** SQL that writes households and who lives in them. A term is [from_on, to_on): whoever leaves on a day does not live there that day. */
import type { Holds } from '#contracts/households.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

export type HouseholdRow = {
  id: string
  homePlaceId: string
  holds: Holds
  occupants: number | null
  movedInOn: string | null
  contactPersonId: string | null
  confirmedOn: string | null
}

const COLUMNS = `h.id, h.home_place_id AS "homePlaceId", h.holds, h.occupants, h.moved_in_on AS "movedInOn",
  h.contact_person_id AS "contactPersonId", h.confirmed_on AS "confirmedOn"`

/** The household that lives in this home now; locked, so that two who write it come one after the other. */
export const lockHousehold = (tx: Tx, homePlaceId: string) =>
  tx.one<HouseholdRow>({
    name: 'household_lock',
    text: `SELECT ${COLUMNS} FROM household h
            WHERE h.tenant_id = $1 AND h.home_place_id = $2 AND h.moved_out_on IS NULL FOR UPDATE`,
    values: [tx.tenantId, homePlaceId],
  })

export const readHousehold = (tx: Tx, homePlaceId: string) =>
  tx.one<HouseholdRow>({
    name: 'household_read',
    text: `SELECT ${COLUMNS} FROM household h WHERE h.tenant_id = $1 AND h.home_place_id = $2 AND h.moved_out_on IS NULL`,
    values: [tx.tenantId, homePlaceId],
  })

export const homeOfHousehold = (tx: Tx, id: string) =>
  tx.one<{ homePlaceId: string }>({
    name: 'household_home',
    text: `SELECT home_place_id AS "homePlaceId" FROM household WHERE tenant_id = $1 AND id = $2 AND moved_out_on IS NULL FOR UPDATE`,
    values: [tx.tenantId, id],
  })

export async function insertHousehold(tx: Tx, row: Omit<HouseholdRow, 'id'>, now: Date): Promise<string> {
  const id = newId()
  await tx.run({
    name: 'household_insert',
    text: `INSERT INTO household (tenant_id, id, home_place_id, holds, occupants, moved_in_on, contact_person_id, confirmed_on, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [tx.tenantId, id, row.homePlaceId, row.holds, row.occupants, row.movedInOn, row.contactPersonId, row.confirmedOn, now], // prettier-ignore
  })
  return id
}

export async function updateHousehold(tx: Tx, row: HouseholdRow): Promise<void> {
  await tx.run({
    name: 'household_update',
    text: `UPDATE household SET holds = $3, occupants = $4, moved_in_on = $5, contact_person_id = $6, confirmed_on = $7
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, row.id, row.holds, row.occupants, row.movedInOn, row.contactPersonId, row.confirmedOn],
  })
}

/** Where the person lives by the files; locked. */
export const livingMembership = (tx: Tx, personId: string) =>
  tx.one<{ id: string; householdId: string; homePlaceId: string; fromOn: string }>({
    name: 'household_membership',
    text: `SELECT m.id, m.household_id AS "householdId", h.home_place_id AS "homePlaceId", m.from_on AS "fromOn"
             FROM household_member m JOIN household h ON h.tenant_id = $1 AND h.id = m.household_id
            WHERE m.tenant_id = $1 AND m.person_id = $2 AND m.to_on IS NULL FOR UPDATE OF m`,
    values: [tx.tenantId, personId],
  })

export async function insertMembership(
  tx: Tx,
  { householdId, personId, fromOn }: { householdId: string; personId: string; fromOn: string },
): Promise<void> {
  await tx.run({
    name: 'household_member_insert',
    text: `INSERT INTO household_member (tenant_id, id, household_id, person_id, from_on) VALUES ($1, $2, $3, $4, $5)`,
    values: [tx.tenantId, newId(), householdId, personId, fromOn],
  })
}

/** One that never began goes without a trace. */
export async function endMembership(tx: Tx, { id, fromOn }: { id: string; fromOn: string }, on: string): Promise<void> {
  const ends = on > fromOn
  await tx.run(
    ends
      ? {
          name: 'household_member_end',
          text: 'UPDATE household_member SET to_on = $3 WHERE tenant_id = $1 AND id = $2',
          values: [tx.tenantId, id, on],
        }
      : {
          name: 'household_member_drop',
          text: 'DELETE FROM household_member WHERE tenant_id = $1 AND id = $2',
          values: [tx.tenantId, id],
        },
  )
}

/** No contact stays with a household that they have left. */
export async function dropContact(tx: Tx, householdId: string, personId: string): Promise<void> {
  await tx.run({
    name: 'household_drop_contact',
    text: `UPDATE household SET contact_person_id = NULL WHERE tenant_id = $1 AND id = $2 AND contact_person_id = $3`,
    values: [tx.tenantId, householdId, personId],
  })
}

export async function setHome(tx: Tx, personId: string, homePlaceId: string | null): Promise<void> {
  await tx.run({
    name: 'person_set_home',
    text: 'UPDATE person SET home_place_id = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, personId, homePlaceId],
  })
}

/** Everybody who lives there leaves on that day. */
export const endAllMemberships = (tx: Tx, householdId: string, on: string) =>
  tx.many<{ personId: string }>({
    name: 'household_members_end',
    text: `UPDATE household_member SET to_on = greatest($3::date, from_on)
            WHERE tenant_id = $1 AND household_id = $2 AND to_on IS NULL RETURNING person_id AS "personId"`,
    values: [tx.tenantId, householdId, on],
  })

export async function closeHousehold(tx: Tx, householdId: string, on: string): Promise<void> {
  await tx.run({
    name: 'household_close',
    text: `UPDATE household SET moved_out_on = greatest($3::date, moved_in_on), contact_person_id = NULL
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, householdId, on],
  })
}

export async function leaveHomes(tx: Tx, personIds: readonly string[], homePlaceId: string): Promise<void> {
  await tx.run({
    name: 'person_leave_home',
    text: `UPDATE person SET home_place_id = NULL WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND home_place_id = $3`,
    values: [tx.tenantId, personIds, homePlaceId],
  })
}
