/** Members at the desk: found, confirmed, counted, and who of them can do what. */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, endpoint, Id, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { Phone } from '../accounts.ts'
import { CARD_ACTIONS, CARD_STATES, CardView, Choice, MEMBER_ACTIONS, MEMBER_STAGES, MEMBER_STATES } from './words.ts'

const Organisation = shape({ id: Id, name: Type.String() })

export const MEMBER_FILTERS = [
  'all',
  'waiting', // claims and report cards that wait for an answer here
  'gridTrouble', // in no grid, or in two: one grid, one branch
  'relationElsewhere', // live here, relation with an organisation elsewhere
  'livesElsewhere', // relation here, live elsewhere
  'noBranch', // no organisation named at all
  'notReported', // in service, live here, no report card
] as const
export type MemberFilter = (typeof MEMBER_FILTERS)[number]

export const MemberRow = shape({
  id: Id,
  name: Type.String({ description: 'masked' }),
  stage: oneOf(MEMBER_STAGES),
  state: oneOf(MEMBER_STATES),
  inService: Type.Boolean(),
  foundBy: oneOf(['organisation', 'member', 'import']),
  organisation: nullable(Organisation),
  elsewhere: nullable(Type.String()),
  /** The building, never the home. */
  buildingName: nullable(Type.String()),
  /** Grids that the member belongs to, by home and by branch; one is right. */
  gridNames: Type.Array(Type.String()),
  cardStatus: nullable(oneOf(CARD_STATES)),
})
export type MemberRow = Static<typeof MemberRow>

export const MemberView = shape({
  ...MemberRow.properties,
  phoneMasked: nullable(Type.String()),
  confirmedOn: nullable(DayDate),
  answer: nullable(Type.String()),
  card: nullable(CardView),
  allowedActions: Type.Array(oneOf(MEMBER_ACTIONS)),
  allowedCardActions: Type.Array(oneOf(CARD_ACTIONS)),
})
export type MemberView = Static<typeof MemberView>

export const listMembers = endpoint({
  method: 'GET',
  path: '/api/members',
  access: 'members.view',
  summary: 'Members who live in the place or whose relation is there, masked',
  query: shape({
    placeId: Type.Optional(Id),
    filter: Type.Optional(oneOf(MEMBER_FILTERS)),
    after: Type.Optional(Words(200, 0)),
  }),
  reply: shape({ rows: Type.Array(MemberRow), next: nullable(Type.String()) }),
})

const Tally = shape({ formal: Count, probationary: Count, inService: Count })

const TallyAt = shape({ placeId: Id, placeName: Type.String(), ...Tally.properties })

export const countMembers = endpoint({
  method: 'GET',
  path: '/api/members/counts',
  access: 'members.view',
  summary: 'Members who live here and members whose relation is here; by grid and building; plates lit by building',
  query: shape({ placeId: Id }),
  reply: shape({
    placeName: Type.String(),
    resident: Tally,
    related: Tally,
    inNoGrid: Count,
    waiting: Count,
    byGrid: Type.Array(TallyAt),
    byBuilding: Type.Array(shape({ ...TallyAt.properties, plates: Count })),
    cards: shape({ sent: Count, accepted: Count, returned: Count, ended: Count }),
  }),
})

export const viewMember = endpoint({
  method: 'GET',
  path: '/api/members/:id',
  access: 'members.view',
  summary: 'One member, with the report card and what may be done',
  params: ById,
  reply: MemberView,
})

export const addMember = endpoint({
  method: 'POST',
  path: '/api/members',
  access: 'members.manage',
  creates: true,
  summary: 'The organisation finds a member: signed on paper, or asked on the phone',
  body: shape({
    name: Words(40),
    phone: Phone,
    homePlaceId: Type.Optional(Id),
    stage: oneOf(MEMBER_STAGES),
    organisationId: Type.Optional(Id),
    elsewhere: Type.Optional(Words(80)),
    inService: Type.Boolean(),
    agreed: oneOf(['paper', 'ask'], 'the signed notice is kept here, or the member is asked on the phone'),
  }),
  reply: MemberView,
})

export const stepMember = endpoint({
  method: 'POST',
  path: '/api/members/:id/steps',
  access: 'members.manage',
  summary: 'Confirm or return a claim, record a signed notice, change what is known, or say that the member has left',
  params: ById,
  body: shape({
    action: oneOf(['confirm', 'return', 'recordPaper', 'change', 'leave']),
    words: Type.Optional(Words(200)),
    stage: Type.Optional(oneOf(MEMBER_STAGES)),
    organisationId: Type.Optional(nullable(Id)),
    elsewhere: Type.Optional(nullable(Words(80))),
    inService: Type.Optional(Type.Boolean()),
  }),
  reply: MemberView,
})

export const answerCard = endpoint({
  method: 'POST',
  path: '/api/members/:id/card',
  access: 'members.manage',
  summary: 'Accept, return or end the report card of a member',
  params: ById,
  body: shape({ action: oneOf(CARD_ACTIONS), words: Type.Optional(Words(200)) }),
  reply: MemberView,
})

export const revealMember = endpoint({
  method: 'POST',
  path: '/api/members/:id/reveals',
  access: 'members.view',
  summary: 'Open name and number of a member, with a reason that the member can read',
  params: ById,
  body: shape({ reason: Words(100, 2) }),
  reply: shape({ name: Type.String(), phone: nullable(Type.String()) }),
})

export const willingness = endpoint({
  method: 'GET',
  path: '/api/members/willingness',
  access: 'members.view',
  summary: 'Who can do what, and when: counts of accepted report cards by skill and time, and the people of one cell',
  query: shape({ placeId: Id, skill: Type.Optional(Words(40)), freeTime: Type.Optional(Words(40)) }),
  reply: shape({
    skills: Type.Array(Choice),
    freeTimes: Type.Array(Choice),
    cells: Type.Array(shape({ skill: Type.String(), freeTime: Type.String(), count: Count })),
    people: Type.Array(
      shape({
        id: Id,
        name: Type.String(),
        buildingName: nullable(Type.String()),
        skills: Type.Array(Type.String()),
        freeTimes: Type.Array(Type.String()),
      }),
    ),
  }),
})
