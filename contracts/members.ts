/**
 * Party members as far as community work needs them: finding each other 双找, reporting in 双报到, showing oneself 亮身份.
 * Kept apart from everything else about people: no other reply says who is a member.
 */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { Phone } from './accounts.ts'

export const MEMBER_STAGES = ['formal', 'probationary'] as const
export const MEMBER_STATES = ['waitsForOrganisation', 'waitsForMember', 'confirmed', 'returned', 'left'] as const
export type MemberState = (typeof MEMBER_STATES)[number]
export const MEMBER_ACTIONS = ['confirm', 'return', 'agree', 'recordPaper', 'change', 'leave', 'withdraw'] as const
export type MemberAction = (typeof MEMBER_ACTIONS)[number]
export const CARD_STATES = ['sent', 'accepted', 'returned', 'ended'] as const
export type CardState = (typeof CARD_STATES)[number]
export const CARD_ACTIONS = ['accept', 'return', 'end'] as const
export type CardAction = (typeof CARD_ACTIONS)[number]

/** Version of the notice that a member agrees to; its words are in web/texts/members.ts. */
export const MEMBERSHIP_NOTICE = 1

/** One answer of a list that the district's pack offers: server/modules/members/choices.ts. */
export const Choice = shape({ code: Type.String(), name: Type.String(), nameEn: Type.String() })
export type Choice = Static<typeof Choice>
const Codes = Type.Array(Words(40), { maxItems: 20, uniqueItems: true })

const Organisation = shape({ id: Id, name: Type.String() })

export const CardView = shape({
  id: Id,
  status: oneOf(CARD_STATES),
  unitName: Type.String(),
  skills: Type.Array(Choice),
  freeTimes: Type.Array(Choice),
  wants: Type.Array(Choice),
  words: Type.String(),
  /** The quarterly sheet may go to the unit. */
  tellsUnit: Type.Boolean(),
  answer: nullable(Type.String()),
  sentAt: Instant,
  answeredAt: nullable(Instant),
})
export type CardView = Static<typeof CardView>

// At the desk ----------------------------------------------------------------------------------------------------------

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
  query: Type.Object(
    {
      placeId: Type.Optional(Id),
      filter: Type.Optional(oneOf(MEMBER_FILTERS)),
      after: Type.Optional(Words(200, 0)),
    },
    { additionalProperties: false },
  ),
  reply: shape({ rows: Type.Array(MemberRow), next: nullable(Type.String()) }),
})

const Tally = shape({ formal: Count, probationary: Count, inService: Count })
const TallyAt = shape({ placeId: Id, placeName: Type.String(), ...Tally.properties })

export const countMembers = endpoint({
  method: 'GET',
  path: '/api/members/counts',
  access: 'members.view',
  summary: 'Members who live here and members whose relation is here; by grid and building; plates lit by building',
  query: Type.Object({ placeId: Id }, { additionalProperties: false }),
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
  query: Type.Object(
    { placeId: Id, skill: Type.Optional(Words(40)), freeTime: Type.Optional(Words(40)) },
    { additionalProperties: false },
  ),
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

/** What a unit is told of a member in a quarter: nothing about households. Source: rules of 双报到, quarterly feedback. */
export const FeedbackSheet = shape({
  name: Type.String(),
  unitName: Type.String(),
  communityName: Type.String(),
  year: Type.Integer(),
  quarter: Type.Integer({ minimum: 1, maximum: 4 }),
  reportedOn: DayDate,
  acceptedOn: nullable(DayDate),
  posts: Type.Array(shape({ title: Type.String(), fromOn: DayDate, toOn: nullable(DayDate) })),
})
export type FeedbackSheet = Static<typeof FeedbackSheet>
const Quarter = shape({
  year: Type.Integer({ minimum: 2000, maximum: 2999 }),
  quarter: Type.Integer({ minimum: 1, maximum: 4 }),
})

export const feedbackForUnit = endpoint({
  method: 'POST',
  path: '/api/members/:id/feedback',
  access: 'members.manage',
  summary: 'The quarterly sheet for the unit of a member who agreed to it; opening the name is in the log',
  params: ById,
  body: Quarter,
  reply: FeedbackSheet,
})

// For the member, on the phone -----------------------------------------------------------------------------------------

export const PlateView = shape({
  id: Id,
  code: Type.String(),
  words: Type.String(),
  canHelp: Type.Array(Type.String()),
  litAt: Instant,
})

export const myMembership = endpoint({
  method: 'GET',
  path: '/api/members/mine',
  access: 'signedIn',
  summary: 'What is known of me as a member, and the organisations round my home with whom to ask',
  reply: shape({
    hasHome: Type.Boolean(),
    placeName: nullable(Type.String({ description: 'compound and building, as a plate shows them' })),
    member: nullable(
      shape({
        stage: oneOf(MEMBER_STAGES),
        state: oneOf(MEMBER_STATES),
        inService: Type.Boolean(),
        organisationName: nullable(Type.String()),
        elsewhere: nullable(Type.String()),
        answer: nullable(Type.String()),
        allowedActions: Type.Array(oneOf(MEMBER_ACTIONS)),
      }),
    ),
    card: nullable(CardView),
    plate: nullable(PlateView),
    organisations: Type.Array(
      shape({
        id: Id,
        name: Type.String(),
        placeName: Type.String(),
        dutyPhone: nullable(Type.String()),
        ask: Type.Array(shape({ title: Type.String(), name: Type.String({ description: 'masked' }) })),
      }),
    ),
    skills: Type.Array(Choice),
    freeTimes: Type.Array(Choice),
    wants: Type.Array(Choice),
  }),
})

export const claimMembership = endpoint({
  method: 'POST',
  path: '/api/members/mine',
  access: 'signedIn',
  creates: true,
  summary: 'I am a member and live here: with a consent of its own to the notice',
  body: shape({
    stage: oneOf(MEMBER_STAGES),
    organisationId: Type.Optional(Id),
    elsewhere: Type.Optional(Words(80)),
    inService: Type.Boolean(),
    agreed: Type.Literal(true),
    noticeVersion: Type.Integer({ minimum: 1 }),
  }),
  reply: Done,
})

export const answerMembership = endpoint({
  method: 'POST',
  path: '/api/members/mine/steps',
  access: 'signedIn',
  summary: 'Agree to being entered, or withdraw: then nothing of it is kept',
  body: shape({
    action: oneOf(['agree', 'withdraw']),
    noticeVersion: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Done,
})

export const sendCard = endpoint({
  method: 'POST',
  path: '/api/members/mine/card',
  access: 'signedIn',
  creates: true,
  summary: 'Report in where I live, with what I can and want to do; a new card takes the place of the old one',
  body: shape({
    unitName: Words(80, 0),
    skills: Codes,
    freeTimes: Codes,
    wants: Codes,
    words: Words(300, 0),
    tellsUnit: Type.Boolean(),
  }),
  reply: CardView,
})

export const endCard = endpoint({
  method: 'DELETE',
  path: '/api/members/mine/card',
  access: 'signedIn',
  summary: 'End my report card',
  reply: Done,
})

export const myFeedback = endpoint({
  method: 'GET',
  path: '/api/members/mine/feedback',
  access: 'signedIn',
  summary: 'My own quarterly sheet, to print or to hand on',
  query: Quarter,
  reply: FeedbackSheet,
})

// Plates: 亮身份 -------------------------------------------------------------------------------------------------------

const PlateWords = { words: Words(60), canHelp: Codes }

export const lightPlate = endpoint({
  method: 'POST',
  path: '/api/plates/mine',
  access: 'signedIn',
  creates: true,
  summary: 'Light my plate: by my own wish, seen at once, put out as easily',
  body: shape(PlateWords),
  reply: PlateView,
})

export const changePlate = endpoint({
  method: 'PATCH',
  path: '/api/plates/mine',
  access: 'signedIn',
  summary: 'Other words on my plate; the code stays',
  body: shape(PlateWords),
  reply: PlateView,
})

export const putOutPlate = endpoint({
  method: 'DELETE',
  path: '/api/plates/mine',
  access: 'signedIn',
  summary: 'Put my plate out: its code leads nowhere from now on',
  reply: Done,
})

/** What anybody may read who scans a plate: where it hangs and what it says. No name, number or door. */
export const PublicPlate = shape({
  code: Type.String(),
  compoundName: nullable(Type.String()),
  buildingName: Type.String(),
  words: Type.String(),
  canHelp: Type.Array(Choice),
})
export type PublicPlate = Static<typeof PublicPlate>
const ByCode = shape({ code: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$', description: '128 random bits' }) })

export const readPlate = endpoint({
  method: 'GET',
  path: '/api/plates/:code',
  access: 'anyone',
  summary: 'What a scanned plate says; a code that was put out answers like one that never was',
  params: ByCode,
  reply: PublicPlate,
})

export const askNeighbour = endpoint({
  method: 'POST',
  path: '/api/plates/:code/questions',
  access: 'signedIn',
  creates: true,
  summary: 'Ask the neighbour behind a plate; they see the question and my nickname',
  params: ByCode,
  body: shape({ words: Words(300, 2) }),
  reply: Done,
})

export const QUESTION_STATES = ['asked', 'answered', 'passedOn', 'withdrawn'] as const
export const QUESTION_ACTIONS = ['answer', 'passOn', 'withdraw'] as const
export type QuestionAction = (typeof QUESTION_ACTIONS)[number]
export const QuestionView = shape({
  id: Id,
  /** Somebody asked me, or I asked the neighbour behind a plate. */
  mine: Type.Boolean(),
  /** The asker's nickname to the owner; the building of the plate to the asker. */
  who: Type.String(),
  words: Type.String(),
  answer: nullable(Type.String()),
  status: oneOf(QUESTION_STATES),
  askedAt: Instant,
  allowedActions: Type.Array(oneOf(QUESTION_ACTIONS)),
})
export type QuestionView = Static<typeof QuestionView>

export const listQuestions = endpoint({
  method: 'GET',
  path: '/api/plates/questions',
  access: 'signedIn',
  summary: 'Questions to me and by me, newest first',
  query: Type.Object({ after: Type.Optional(Words(200, 0)) }, { additionalProperties: false }),
  reply: shape({ rows: Type.Array(QuestionView), next: nullable(Type.String()) }),
})

export const stepQuestion = endpoint({
  method: 'POST',
  path: '/api/plates/questions/:id/steps',
  access: 'signedIn',
  summary: 'Answer a question, say that it belongs to the community, or take my own back',
  params: ById,
  body: shape({ action: oneOf(QUESTION_ACTIONS), words: Type.Optional(Words(300)) }),
  reply: QuestionView,
})

// My building ----------------------------------------------------------------------------------------------------------

export const myBuilding = endpoint({
  method: 'GET',
  path: '/api/plates/building',
  access: 'signedIn',
  summary: 'My building: what it is, and the plates that others have lit there',
  reply: shape({
    building: nullable(
      shape({
        id: Id,
        name: Type.String(),
        communityName: nullable(Type.String()),
        households: Count,
        floors: nullable(Type.Integer()),
        entrances: Count,
      }),
    ),
    plates: Type.Array(PublicPlate),
  }),
})
