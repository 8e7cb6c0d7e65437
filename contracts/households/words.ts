/** Words of households: purposes, fields, reasons. What each field is for and how long: server/modules/households/fields.ts. */

export const PURPOSES = [
  'reach',
  'ownersRoll',
  'request',
  'care',
  'volunteer',
  'tenancy',
  'membership',
  'account',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** Purposes that one agrees to, each by a box of its own. The others rest on law or duty and are told, not asked. */
export const CONSENT_PURPOSES = ['reach', 'care'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]
/** The words of each notice are in web/texts; a new wording is a new number, and earlier consents keep theirs. */
export const NOTICE_VERSIONS: Record<ConsentPurpose, number> = { reach: 1, care: 1 }
export const GIVEN_BY = ['self', 'code', 'paper', 'guardian'] as const

/** Values that are kept one by one, sealed under the key of the person they are about. */
export const VALUE_FIELDS = ['speaking', 'otherNumber', 'careNeed', 'careHelper', 'emergencyContact'] as const
export type ValueField = (typeof VALUE_FIELDS)[number]
export const FIELD_KEYS = [
  ...VALUE_FIELDS,
  'name', 'phone', 'nickname', 'home', 'contact', 'print', 'signIn', 'occupants', 'holds', 'movingDates', 'confirmed', 'consents', 'asks', 'ownership', 'membership', 'reporting',
] as const // prettier-ignore
export type FieldKey = (typeof FIELD_KEYS)[number]

/** On what ground a household lives in its home. */
export const HOLDS = ['owner', 'tenant', 'unknown'] as const
export type Holds = (typeof HOLDS)[number]

export const BASES = ['duty', 'consent', 'separateConsent', 'ownersLaw', 'ownWish', 'accountability'] as const
export const LEVELS = ['L1', 'L2', 'L3'] as const
export const KEEPS = [
  'account',
  'household',
  'whileConsented',
  'ownership',
  'evidence',
  'request',
  'membership',
] as const
export const READERS = ['self', 'houseMember', 'desk', 'secretary', 'grid', 'buildingHead', 'ownersView', 'membersView', 'handlers', 'operator'] as const // prettier-ignore

/** What somebody may be helped with. A list, so that no diagnosis, faith or suspicion can be written into it. */
export const CARE_NEEDS = ['dailyCall', 'visitHome', 'fetchMedicine', 'bringMeals', 'escortOut', 'carryUpstairs', 'hotColdCheck', 'minorWatch'] as const // prettier-ignore
export type CareNeed = (typeof CARE_NEEDS)[number]
export const SPEAKING = ['largePrint', 'speakLoud', 'signLanguage', 'dialect', 'interpreter', 'readAloud'] as const
export type Speaking = (typeof SPEAKING)[number]

export const REVEAL_REASONS = ['beforeVisit', 'toldNews', 'emergency', 'checkFacts', 'careCall', 'ownWish'] as const
export type RevealReason = (typeof REVEAL_REASONS)[number]
/** What can be opened of a person in a file: name, number, or one kept value. */
export const REVEALABLE = ['name', 'phone', ...VALUE_FIELDS] as const
export type Revealable = (typeof REVEALABLE)[number]

/** What the clock deletes. */
export const RETAINED = ['people', 'households', 'values', 'asks', 'consents', 'contacts'] as const
export type Retained = (typeof RETAINED)[number]

export const ASK_KINDS = ['correct', 'erase', 'object', 'explain'] as const
export type AskKind = (typeof ASK_KINDS)[number]
