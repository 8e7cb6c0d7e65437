/** Kinds of organisations, and how one stands in a post. */
export const ORGANISATION_KINDS = [
  'partyOrganisation',
  'community',
  'propertyCompany',
  'ownersCommittee',
  'managementCommittee',
  'department',
  'allianceUnit',
  'alliance',
  'selfManagementGroup',
  'volunteerTeam',
  'shop',
  'serviceCentre',
  'developer',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Told apart by who they are: the deputy stands in with the same rights while their term runs. */
export const STANDS_AS = ['holder', 'deputy'] as const
