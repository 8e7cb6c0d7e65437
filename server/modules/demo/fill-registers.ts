/** Fills the registers: households and owners, members with cards, plates and pairings, units, venues, the chain. */
import { randomBytes } from 'node:crypto'
import { factsChanged } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type {
  CandidateRow,
  ChainLevelRow,
  HouseholdRow,
  MemberRow,
  OwnedUnitRow,
  OwnershipRow,
  PairingRow,
  PlateRow,
  ReportCardRow,
  SelectionRow,
} from '#server/db/schema.gen.ts'
import { daysFrom, type Ids } from './fill-ground.ts'
import type { DemoDistrict } from './generate/types.ts'
import { insertRows } from './insert-rows.ts'

const PLATE_CODE_BYTES = 16 // 128 bits: nobody guesses a plate

export async function fillRegisters(tx: Tx, district: DemoDistrict, ids: Ids, now: Date): Promise<void> {
  await fillHouseholds(tx, district, ids, now)
  await fillOwners(tx, district, ids, now)
  await fillMembers(tx, district, ids, now)
  await fillUnits(tx, district, ids, now)
  await fillSelections(tx, district, ids, now)
  // The check-up looks at every compound as soon as the product runs.
  const looked = district.places.filter(({ level }) => level === 'compound' || level === 'community')
  await factsChanged(
    tx,
    looked.map(({ key }) => ids(key)),
    now,
  )
}

const at = (now: Date, days: number) => `${daysFrom(now, days)}T01:00:00Z`

async function fillHouseholds(tx: Tx, { registers: { households } }: DemoDistrict, ids: Ids, now: Date) {
  const tenant_id = tx.tenantId
  await insertRows(
    tx,
    'household',
    households.map((one): Partial<HouseholdRow> => ({
      tenant_id,
      id: ids(one.key),
      home_place_id: ids(one.homeKey),
      holds: one.holds,
      occupants: one.occupants,
      moved_in_on: daysFrom(now, -one.movedInDaysAgo),
      moved_out_on: null,
      contact_person_id: one.contactKey && ids(one.contactKey),
      confirmed_on: one.confirmedDaysAgo === null ? null : daysFrom(now, -one.confirmedDaysAgo),
      created_at: now.toISOString(),
    })),
  )
  await insertRows(
    tx,
    'household_member',
    households.flatMap((one) =>
      one.memberKeys.map((key) => ({
        tenant_id,
        id: newId(),
        household_id: ids(one.key),
        person_id: ids(key),
        from_on: daysFrom(now, -one.movedInDaysAgo),
      })),
    ),
  )
}

async function fillOwners(tx: Tx, { registers: { ownedUnits } }: DemoDistrict, ids: Ids, now: Date) {
  const tenant_id = tx.tenantId
  await insertRows(
    tx,
    'owned_unit',
    ownedUnits.map((one): Partial<OwnedUnitRow> => ({
      tenant_id,
      id: ids(one.key),
      place_id: ids(one.placeKey),
      kind: one.kind,
      code: one.code,
      area_centi: one.areaCenti,
      area_source: one.areaSource,
      valid_from: '2008-06-01',
      valid_to: null,
    })),
  )
  const owned = ownedUnits.map((one) => ({ one, id: newId() }))
  await insertRows(
    tx,
    'ownership',
    owned.map(({ one, id }): Partial<OwnershipRow> => ({
      tenant_id,
      id,
      owned_unit_id: ids(one.key),
      basis: one.basis,
      from_on: daysFrom(now, -one.fromDaysAgo),
      to_on: null,
      proof_checked_on: one.areaSource === 'REGISTRY' ? daysFrom(now, -Math.min(one.fromDaysAgo, 300)) : null,
    })),
  )
  const holder = (ownershipId: string, who: { person_id: string | null; organisation_id: string | null }) => ({
    tenant_id,
    id: newId(),
    ownership_id: ownershipId,
    ...who,
  })
  await insertRows(
    tx,
    'ownership_holder',
    owned.flatMap(({ one, id }) => [
      ...one.personKeys.map((key) => holder(id, { person_id: ids(key), organisation_id: null })),
      ...(one.organisationKey ? [holder(id, { person_id: null, organisation_id: ids(one.organisationKey) })] : []),
    ]),
  )
}

async function fillMembers(tx: Tx, { registers }: DemoDistrict, ids: Ids, now: Date) {
  const tenant_id = tx.tenantId
  await insertRows(
    tx,
    'member',
    registers.members.map((one): Partial<MemberRow> => ({
      tenant_id,
      person_id: ids(one.personKey),
      stage: one.stage,
      organisation_id: one.organisationKey && ids(one.organisationKey),
      elsewhere: one.elsewhere,
      in_service: one.elsewhere !== null,
      found_by: one.foundBy,
      confirmed_on: daysFrom(now, -one.confirmedDaysAgo),
      left_on: null,
      created_at: at(now, -one.confirmedDaysAgo),
    })),
  )
  await insertRows(
    tx,
    'report_card',
    registers.reportCards.map((one): Partial<ReportCardRow> => ({
      tenant_id,
      id: newId(),
      person_id: ids(one.personKey),
      place_id: ids(one.placeKey),
      unit_name: one.unitName,
      skills: one.skills,
      free_times: one.freeTimes,
      wants: one.wants,
      words: one.words,
      status: one.status,
      answer: one.status === 'returned' ? '请写明空闲时间' : null,
      sent_at: at(now, -one.sentDaysAgo),
      answered_at: one.status === 'sent' ? null : at(now, 1 - one.sentDaysAgo),
      ended_at: null,
    })),
  )
  await insertRows(
    tx,
    'plate',
    registers.plates.map((one): Partial<PlateRow> => ({
      tenant_id,
      id: newId(),
      person_id: ids(one.personKey),
      home_place_id: ids(one.homeKey),
      code: randomBytes(PLATE_CODE_BYTES).toString('base64url'),
      words: one.words,
      can_help: one.canHelp,
      lit_at: at(now, -one.litDaysAgo),
      put_out_at: null,
    })),
  )
  await insertRows(
    tx,
    'pairing',
    registers.pairings.map((one): Partial<PairingRow> => ({
      tenant_id,
      id: newId(),
      person_id: ids(one.personKey),
      home_place_id: ids(one.homeKey),
      status: one.status,
      plan_id: null,
      from_on: one.status === 'accepted' ? daysFrom(now, -one.daysAgo) : null,
      to_on: null,
      reason: null,
      created_at: at(now, -one.daysAgo),
      answered_at: one.status === 'accepted' ? at(now, -one.daysAgo) : null,
    })),
  )
}

async function fillUnits(tx: Tx, { registers }: DemoDistrict, ids: Ids, now: Date) {
  const tenant_id = tx.tenantId
  await insertRows(
    tx,
    'organisation_membership',
    registers.memberships.map((one) => ({
      tenant_id,
      id: newId(),
      organisation_id: ids(one.organisationKey),
      member_id: ids(one.memberKey),
      from_on: daysFrom(now, -one.daysAgo),
      gives: one.gives,
    })),
  )
  await insertRows(
    tx,
    'sponsorship',
    registers.sponsorships.map((one) => ({
      tenant_id,
      id: newId(),
      organisation_id: ids(one.organisationKey),
      place_id: ids(one.placeKey),
      duty: one.duty,
      from_on: daysFrom(now, -one.daysAgo),
    })),
  )
  await insertRows(
    tx,
    'venue',
    registers.venues.map((one) => ({
      tenant_id,
      id: newId(),
      kind: one.kind,
      name: one.name,
      place_id: ids(one.placeKey),
      organisation_id: ids(one.organisationKey),
      area_centi: one.areaCenti,
      has_sign: one.hasSign,
      functions: one.functions,
    })),
  )
  await insertRows(
    tx,
    'reserve_entry',
    registers.reserve.map((one) => ({
      tenant_id,
      id: newId(),
      person_id: ids(one.personKey),
      post_kind: one.postKind,
      place_id: ids(one.placeKey),
      from_on: daysFrom(now, -one.daysAgo),
      reason: one.reason,
    })),
  )
  await insertRows(
    tx,
    'chain_level',
    registers.chain.map((one): Partial<ChainLevelRow> => ({
      tenant_id,
      number: one.number,
      name: one.name,
      name_en: one.nameEn,
      place_level: one.placeLevel,
      grid_level: one.gridLevel,
      post_kinds: one.postKinds,
      forms: one.forms,
    })),
  )
}

async function fillSelections(tx: Tx, { registers: { selections } }: DemoDistrict, ids: Ids, now: Date) {
  const tenant_id = tx.tenantId
  await insertRows(
    tx,
    'selection',
    selections.map((one): Partial<SelectionRow> => ({
      tenant_id,
      id: ids(one.key),
      title: one.title,
      organisation_id: ids(one.organisationKey),
      place_id: ids(one.placeKey),
      seats: one.seats.map(({ postKey, seats }) => ({ postId: ids(postKey), seats })),
      vetting_steps: one.vettingSteps,
      status: one.status,
      from_on: daysFrom(now, -one.fromDaysAgo),
      nominate_until: daysFrom(now, one.nominateInDays),
      term_until: null,
      result_note: null,
      closed_at: null,
      created_at: at(now, -one.fromDaysAgo),
    })),
  )
  await insertRows(
    tx,
    'candidate',
    selections.flatMap(({ key, candidates, fromDaysAgo }) =>
      candidates.map((one): Partial<CandidateRow> => ({
        tenant_id,
        id: newId(),
        selection_id: ids(key),
        person_id: ids(one.personKey),
        channel: one.channel,
        statement: one.statement,
        nominated_by: one.channel === 'self' ? ids(one.personKey) : null,
        supporters: one.supporters,
        agreed_at: one.channel === 'self' ? at(now, 1 - fromDaysAgo) : null,
        withdrawn_at: null,
        elected_to: null,
        created_at: at(now, 1 - fromDaysAgo),
      })),
    ),
  )
}
