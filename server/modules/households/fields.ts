/**
 * Every field about people that may exist, as a table: for what, on what ground, how sensitive, how long, who reads it.
 * A column that is neither here nor under NOT_PERSONAL fails the build, and a value that is not here is refused at run time:
 * a field without purpose, basis, level and retention cannot exist.
 *
 * Source: Personal Information Protection Law arts. 6, 13, 17, 19, 28-31; Civil Code arts. 277-280;
 * docs/capabilities/households.md, "Fields"; docs/decisions/0014-what-protects-households.md.
 */
import {
  VALUE_FIELDS,
  type BASES,
  type ConsentPurpose,
  type FieldKey,
  type KEEPS,
  type LEVELS,
  type Purpose,
  type READERS,
  type ValueField,
} from '#contracts/households.ts'

type Field = {
  purpose: Purpose
  basis: (typeof BASES)[number]
  level: (typeof LEVELS)[number]
  keep: (typeof KEEPS)[number]
  readers: readonly (typeof READERS)[number][]
  /** Consent without which it is not kept; withdrawing it empties the field. */
  consent?: ConsentPurpose
  /** Where it lies. Kept values lie in household_value.sealed. */
  columns: readonly `${string}.${string}`[]
}

const OWN = ['self', 'houseMember'] as const
const STAFF = ['desk', 'grid'] as const
const value = ['household_value.sealed'] as const

// prettier-ignore
export const FIELDS = {
  // Reaching a household: PIPL art. 13(3), duty of the residents' committee
  name:      { purpose: 'reach', basis: 'duty', level: 'L2', keep: 'account', readers: [...OWN, ...STAFF, 'buildingHead', 'secretary'], columns: of('person', 'name_sealed name_masked name_index search_tokens') },
  phone:     { purpose: 'reach', basis: 'duty', level: 'L2', keep: 'account', readers: [...OWN, ...STAFF, 'buildingHead', 'secretary'], columns: of('person', 'phone_sealed phone_masked phone_index search_tokens') },
  home:      { purpose: 'reach', basis: 'duty', level: 'L2', keep: 'household', readers: [...OWN, ...STAFF, 'buildingHead'], columns: ['person.home_place_id', 'household.home_place_id', ...of('household_member', 'household_id person_id'), ...of('plate', 'home_place_id')] },
  contact:   { purpose: 'reach', basis: 'duty', level: 'L2', keep: 'household', readers: [...OWN, ...STAFF, 'buildingHead', 'secretary'], columns: ['household.contact_person_id'] },
  confirmed: { purpose: 'reach', basis: 'duty', level: 'L1', keep: 'household', readers: [...OWN, ...STAFF, 'buildingHead', 'secretary'], columns: ['household.confirmed_on'] },
  speaking:    { purpose: 'reach', basis: 'consent', level: 'L2', keep: 'whileConsented', readers: ['self', ...STAFF], consent: 'reach', columns: value },
  otherNumber: { purpose: 'reach', basis: 'consent', level: 'L2', keep: 'whileConsented', readers: ['self', ...STAFF], consent: 'reach', columns: value },
  // Care: art. 29, separate consent; need and helper, never a diagnosis
  careNeed:         { purpose: 'care', basis: 'separateConsent', level: 'L3', keep: 'whileConsented', readers: ['self', ...STAFF], consent: 'care', columns: value },
  careHelper:       { purpose: 'care', basis: 'separateConsent', level: 'L3', keep: 'whileConsented', readers: ['self', ...STAFF], consent: 'care', columns: value },
  emergencyContact: { purpose: 'care', basis: 'separateConsent', level: 'L3', keep: 'whileConsented', readers: ['self', ...STAFF], consent: 'care', columns: value },
  // Tenancy: counts and dates, never visitors or comings and goings
  occupants:   { purpose: 'tenancy', basis: 'duty', level: 'L1', keep: 'household', readers: [...OWN, ...STAFF, 'buildingHead', 'secretary'], columns: ['household.occupants'] },
  holds:       { purpose: 'tenancy', basis: 'duty', level: 'L1', keep: 'household', readers: [...OWN, ...STAFF, 'buildingHead', 'secretary'], columns: ['household.holds'] },
  movingDates: { purpose: 'tenancy', basis: 'duty', level: 'L1', keep: 'household', readers: [...OWN, ...STAFF], columns: [...of('household', 'moved_in_on moved_out_on'), ...of('household_member', 'from_on to_on')] },
  // Owners' roll: Civil Code arts. 277-280
  ownership: { purpose: 'ownersRoll', basis: 'ownersLaw', level: 'L2', keep: 'ownership', readers: ['self', 'ownersView'], columns: [...of('owned_unit', 'place_id kind code area_centi area_source valid_from valid_to'), ...of('ownership', 'owned_unit_id basis from_on to_on proof_checked_on'), ...of('ownership_holder', 'ownership_id person_id organisation_id share_permille')] },
  // One's own account
  nickname: { purpose: 'account', basis: 'ownWish', level: 'L1', keep: 'account', readers: ['self'], columns: ['person.nickname'] },
  print:    { purpose: 'account', basis: 'ownWish', level: 'L1', keep: 'account', readers: ['self'], columns: of('person', 'large_print locale') },
  signIn:   { purpose: 'account', basis: 'ownWish', level: 'L2', keep: 'account', readers: ['self', 'operator'], columns: of('person', 'username password_hash disabled_at demo_role') },
  // What proves that all this was right: art. 69
  consents: { purpose: 'account', basis: 'accountability', level: 'L1', keep: 'evidence', readers: ['self', ...STAFF], columns: of('consent', 'person_id household_id purpose notice_version given_by recorded_by photo_id given_at withdrawn_at') },
  asks:     { purpose: 'account', basis: 'accountability', level: 'L2', keep: 'evidence', readers: ['self', ...STAFF], columns: of('file_ask', 'household_id person_id kind field words_sealed status answer answered_by due_on answered_at') },
  // Apart from every household's file: art. 28, specific identity; docs/decisions/0018-members-apart.md
  membership: { purpose: 'membership', basis: 'separateConsent', level: 'L3', keep: 'membership', readers: ['self', 'membersView'], columns: of('member', 'person_id stage organisation_id elsewhere in_service found_by confirmed_on left_on answer returned_at') },
  reporting:  { purpose: 'volunteer', basis: 'ownWish', level: 'L3', keep: 'membership', readers: ['self', 'membersView'], columns: [...of('report_card', 'person_id place_id unit_name tells_unit skills free_times wants words status answer sent_at answered_at ended_at'), ...of('plate', 'person_id code words can_help lit_at put_out_at'), ...of('neighbour_question', 'plate_id from_person_id words answer status asked_at answered_at')] },
} satisfies Record<FieldKey, Field>

/** Tables whose every column is declared: here, or below with the reason why it says nothing about anybody. */
export const DECLARED_TABLES = ['person', 'household', 'household_member', 'household_value', 'consent', 'file_ask', 'erasure', 'owned_unit', 'ownership', 'ownership_holder', 'member', 'report_card', 'plate', 'neighbour_question'] as const // prettier-ignore

/** Columns that carry the others, by name in every declared table, or of one table. */
// prettier-ignore
export const NOT_PERSONAL: Record<string, string> = {
  tenant_id: 'which district the row belongs to',
  id: 'key',
  created_at: 'when the row was written',
  updated_at: 'when the row was written',
  'person.key_sealed': 'opens the sealed columns of this person; destroyed on erasure',
  'person.erased_at': 'that the person was erased, and when',
  'household_value.household_id': 'key of a kept value',
  'household_value.person_id': 'key of a kept value',
  'household_value.field': 'which field of this table it is',
  'household_value.consent_id': 'the consent that it rests on',
  'household_value.keep_until': 'when it is deleted',
  'erasure.person_id': 'who is erased again after a restore; the key of a tombstone',
  'erasure.at': 'when they were erased',
  'erasure.reason': 'why they were erased',
}

function of<T extends string>(table: T, columns: string): `${T}.${string}`[] {
  return columns.split(' ').map((column) => `${table}.${column}` as const)
}

/** Days after the purpose has ended; undefined: as long as the purpose lasts. */
// prettier-ignore
export const KEEP_DAYS = {
  account: undefined, // until one deletes one's account, or nothing ties the person to a home any more
  household: 90, // after a confirmed move-out; docs/capabilities/households.md, "How long"
  whileConsented: 0, // withdrawal empties the field at once: PIPL art. 47(3)
  ownership: 1826, // five years, as votes are kept; the rules of the owners' assembly may say otherwise
  evidence: 1096, // three years, as an impact assessment: PIPL art. 56
  request: 180, // after closing
  membership: undefined, // until the member leaves or takes it back
} satisfies Record<(typeof KEEPS)[number], number | undefined>

export const isValueField = (key: string): key is ValueField => (VALUE_FIELDS as readonly string[]).includes(key)
