/** Organisations, their forms, and what binds them to each other and to places. */
import Type, { type Static } from 'typebox'
import { ById, changes, Count, DayDate, Done, endpoint, Id, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { ORGANISATION_KINDS } from '../people.ts'

/** Forms of a party organisation; every other kind has none. */
export const ORGANISATION_FORMS = [
  'committee', // 党委、党工委
  'jointCommittee', // 大党委、联合党委
  'generalBranch', // 党总支
  'compoundCommittee', // 小区党委
  'compoundBranch', // 小区党支部
  'gridBranch', // 网格党支部
  'functionalBranch', // 功能型党支部
  'jointBranch', // 联合党支部
  'branch', // 党支部
  'buildingGroup', // 楼栋党小组
  'jointGroup', // 联合党小组
  'memberHousehold', // 党员中心户
] as const
export type OrganisationForm = (typeof ORGANISATION_FORMS)[number]

/** 亮承诺: a board that is longer is read by nobody. */
export const MOST_PLEDGES = 10

const DutyPhone = Type.String({ pattern: '^[0-9+ -]{3,20}$', description: 'an office’s number, never a person’s own' })

const Pledges = Type.Array(Words(120), { maxItems: MOST_PLEDGES })

export const OrganisationView = shape({
  id: Id,
  parentId: nullable(Id),
  kind: oneOf(ORGANISATION_KINDS),
  form: nullable(oneOf(ORGANISATION_FORMS)),
  name: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  /** May be given requests to handle. */
  handles: Type.Boolean(),
  dutyPhone: nullable(Type.String()),
  /** Last day of the elected term. */
  termEndsOn: nullable(DayDate),
  postCount: Count,
  /** Posts that nobody holds today. */
  vacantCount: Count,
  memberCount: Count,
})
export type OrganisationView = Static<typeof OrganisationView>

export const MembershipView = shape({
  id: Id,
  /** The other side: a member of this alliance, or an alliance that this unit is in. */
  organisationId: Id,
  name: Type.String(),
  joins: oneOf(['member', 'alliance']),
  fromOn: DayDate,
  toOn: nullable(DayDate),
  gives: Type.String(),
})

export const SponsorshipView = shape({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  duty: Type.String(),
  fromOn: DayDate,
  toOn: nullable(DayDate),
})
export type SponsorshipView = Static<typeof SponsorshipView>

export const OrganisationFile = shape({
  ...OrganisationView.properties,
  foundedOn: nullable(DayDate),
  duties: Type.String(),
  pledges: Type.Array(Type.String()),
  memberships: Type.Array(MembershipView),
  sponsorships: Type.Array(SponsorshipView),
  mayChange: Type.Boolean(),
})
export type OrganisationFile = Static<typeof OrganisationFile>

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/api/organisations',
  access: 'people.view',
  summary: 'Organisations of the district, as a flat tree with counts',
  reply: Type.Array(OrganisationView),
})

export const readOrganisation = endpoint({
  method: 'GET',
  path: '/api/organisations/:id',
  access: 'people.view',
  summary: 'One organisation: duties, pledges, alliances, the compounds and buildings it looks after',
  params: ById,
  reply: OrganisationFile,
})

const Written = {
  name: Words(60),
  placeId: Id,
  parentId: nullable(Id),
  handles: Type.Boolean(),
  dutyPhone: nullable(DutyPhone),
  foundedOn: nullable(DayDate),
  termEndsOn: nullable(DayDate),
  duties: Words(2_000, 0),
  pledges: Pledges,
}

export const createOrganisation = endpoint({
  method: 'POST',
  path: '/api/organisations',
  access: 'organisations.manage',
  creates: true,
  summary: 'Found an organisation over a place',
  body: shape({
    kind: oneOf(ORGANISATION_KINDS),
    form: Type.Optional(oneOf(ORGANISATION_FORMS, 'only of a party organisation, which must say it')),
    name: Written.name,
    placeId: Id,
    ...Type.Partial(
      Type.Object({
        parentId: Written.parentId,
        handles: Written.handles,
        dutyPhone: Written.dutyPhone,
        foundedOn: Written.foundedOn,
        termEndsOn: Written.termEndsOn,
        duties: Written.duties,
        pledges: Written.pledges,
      }),
    ).properties,
  }),
  reply: OrganisationFile,
})

export const changeOrganisation = endpoint({
  method: 'PATCH',
  path: '/api/organisations/:id',
  access: 'organisations.manage',
  summary: 'Change an organisation, or hang it elsewhere in the tree',
  params: ById,
  body: changes({ ...Written, form: oneOf(ORGANISATION_FORMS) }),
  reply: OrganisationFile,
})

export const endOrganisation = endpoint({
  method: 'DELETE',
  path: '/api/organisations/:id',
  access: 'organisations.manage',
  summary: 'End an organisation today; refused while it has open work, held posts or organisations below it',
  params: ById,
  reply: Done,
})

export const joinAlliance = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/members',
  access: 'organisations.manage',
  creates: true,
  summary: 'Take a unit into an alliance or a joint committee, from a day on, with what it gives',
  params: ById,
  body: shape({ memberId: Id, fromOn: DayDate, gives: Words(200, 0) }),
  reply: OrganisationFile,
})

export const leaveAlliance = endpoint({
  method: 'DELETE',
  path: '/api/organisations/:id/members/:membershipId',
  access: 'organisations.manage',
  summary: 'A unit leaves the alliance today; that it was in it stays known',
  params: shape({ id: Id, membershipId: Id }),
  reply: OrganisationFile,
})

export const sponsor = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/sponsorships',
  access: 'organisations.manage',
  creates: true,
  summary: 'A unit takes responsibility for a compound or a building, with its duty there',
  params: ById,
  body: shape({ placeId: Id, duty: Words(200), fromOn: DayDate }),
  reply: OrganisationFile,
})

export const endSponsorship = endpoint({
  method: 'DELETE',
  path: '/api/organisations/:id/sponsorships/:sponsorshipId',
  access: 'organisations.manage',
  summary: 'The unit’s responsibility for the place ends today',
  params: shape({ id: Id, sponsorshipId: Id }),
  reply: OrganisationFile,
})
