/** Inserting a new request. Its number comes from the district's counter of the year, taken last so that the row is locked shortly. */
import { noteChange } from '#modules/figures/index.ts'
import type { Located } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import type { ClockState } from '../clock/clock.ts'
import type { Clocks } from '../clock/clocks.ts'
import { firstMilestones } from '../milestones.ts'
import type { Proposal } from '../record.ts'

export type NewRequest = {
  id: string
  kind: string
  channel: string
  status: string
  title: string
  text: string
  answers: readonly object[]
  limited: boolean
  categoryCode: string | null
  proposals: readonly Proposal[]
  place: Located
  locationSource: string
  locationWords: string | null
  reporter: {
    personId: string | null
    nameSealed?: Buffer
    nameMasked?: string
    phoneSealed?: Buffer
    phoneMasked?: string
  }
  helper: { personId: string; capacity: string } | null
  fromPool: boolean
  clocks: Clocks
  due: Pick<ClockState, 'kind' | 'dueAt' | 'amberAt'> | null
  now: Date
}

const YEAR_IN_CHINA = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' })

export async function insertRequest(tx: Tx, one: NewRequest): Promise<void> {
  const { place, reporter, helper, due } = one
  const year = YEAR_IN_CHINA.format(one.now)
  const milestones = firstMilestones(one.kind === 'urgent', one.now.toISOString())
  await noteChange(tx, null, {
    ...milestones,
    subdistrict_id: place.subdistrictId,
    community_id: place.communityId,
    compound_id: place.compoundId,
    grid_id: place.gridId,
    category_code: one.categoryCode,
    channel: one.channel,
    lead_organisation_id: null,
    created_at: one.now.toISOString(),
    closed_at: null,
    outcome: null,
    confirmed_by: null,
    round: 1,
    joiner_count: 0,
    urge_count: 0,
  })
  await tx.run({
    name: 'request_insert',
    text: `WITH numbered AS (
             INSERT INTO counter (tenant_id, name, value) VALUES ($1, $2, 1)
             ON CONFLICT (tenant_id, name) DO UPDATE SET value = counter.value + 1 RETURNING value)
           INSERT INTO request (tenant_id, id, number, kind, channel, status, seq, title, text, answers, limited, category_code, category_proposals,
             place_id, place_name, place_path, subdistrict_id, community_id, compound_id, grid_id, building_id, lon, lat, location_source, location_words,
             reporter_person_id, reporter_name_sealed, reporter_name_masked, reporter_phone_sealed, reporter_phone_masked, helper_person_id, helper_capacity,
             from_pool, clocks, due_kind, due_at, amber_at, created_at, updated_at, door_name, sent_at)
           SELECT $1, $3, $4 || '-' || lpad(value::text, greatest(6, length(value::text)), '0'), $5, $6, $7, 1, $8, $9, $10, $11, $12, $13,
             $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
             $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $38, $39, $40 FROM numbered`,
    values: [
      tx.tenantId, `request-${year}`, one.id, year, one.kind, one.channel, one.status, one.title, one.text, JSON.stringify(one.answers), one.limited,
      one.categoryCode, JSON.stringify(one.proposals),
      place.placeId, place.placeName, place.placePath, place.subdistrictId, place.communityId, place.compoundId, place.gridId, place.buildingId,
      place.lon, place.lat, one.locationSource, one.locationWords,
      reporter.personId, reporter.nameSealed ?? null, reporter.nameMasked ?? null, reporter.phoneSealed ?? null, reporter.phoneMasked ?? null,
      helper?.personId ?? null, helper?.capacity ?? null, one.fromPool, JSON.stringify(one.clocks), due?.kind ?? null, due?.dueAt ?? null, due?.amberAt ?? null, one.now,
      place.doorName, milestones.sent_at,
    ], // prettier-ignore
  })
}
