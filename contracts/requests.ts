/**
 * Requests: anything somebody wants done, from any channel, in one loop with rounds.
 *
 * The words of the loop (kinds, statuses, actions, outcomes) are listed here once; what each action does is the table in
 * server/modules/requests/lifecycle.ts, and pages draw their buttons from `allowedActions`.
 */
import Type, { type Static } from 'typebox'
import {
  ById,
  Count,
  DayDate,
  endpoint,
  Id,
  Instant,
  Latitude,
  Longitude,
  nullable,
  oneOf,
  shape,
  Words,
} from './endpoint.ts'
import { Phone } from './accounts.ts'

export const REQUEST_KINDS = ['problem', 'help', 'suggestion', 'practical', 'urgent'] as const
export const CHANNELS = ['phone', 'paper', 'telephone', 'walkIn', 'door', 'api'] as const
export const REQUEST_STATUSES = [
  'submitted', // 待受理
  'accepted', // 已受理，待派
  'offered', // 在接单池
  'dispatched', // 已派，待接
  'handling', // 办理中
  'waiting', // 等报件人补充
  'paused', // 经批准暂停
  'returned', // 退回，待裁
  'disputed', // 争议，待上级裁定
  'onLadder', // 上会
  'finished', // 办理人说已办结，等确认
  'shelved', // 挂账，有复查日期
  'closed', // 结案
] as const
export const OUTCOMES = ['solved', 'explained', 'notOurs', 'shelved', 'duplicate', 'withdrawn'] as const
/** Whose word closed it: silence is counted apart and never as satisfaction. */
export const CONFIRMED_BY = ['reporter', 'callBack', 'silence', 'staff'] as const
/** 四联: the kinds of joint working that a whistle may run as: 联建, 联创, 联帮, 联办. */
export const JOINT_METHODS = ['organising', 'governance', 'hardship', 'activities'] as const
/** The ladder of difficulty, lowest rung first: 片区调度会, 周末议事会, 党建联席会. */
export const LADDER = ['areaDispatch', 'weekendCouncil', 'jointConference'] as const
export const CLOCK_KINDS = ['accept', 'contact', 'handle', 'answer'] as const

export const REQUEST_ACTIONS = [
  'supplement',
  'answer',
  'withdraw',
  'urge',
  'confirm',
  'notSatisfied',
  'rate',
  'reopen',
  'accept',
  'decline',
  'setCategory',
  'merge',
  'dispatch',
  'offer',
  'whistle',
  'close',
  'limitView',
  'noteInside',
  'claim',
  'takeOn',
  'reportIn',
  'partDone',
  'release',
  'giveBack',
  'dispute',
  'rule',
  'askReporter',
  'contact',
  'progress',
  'askTime',
  'askPause',
  'askShelve',
  'grant',
  'refuse',
  'resume',
  'finish',
  'callBack',
  'supervise',
  'answerSupervision',
  'liftSupervision',
  'escalate',
  'bringBack',
  'closeSilently',
  'remindLate',
] as const

export type RequestKind = (typeof REQUEST_KINDS)[number]
export type Channel = (typeof CHANNELS)[number]
export type RequestStatus = (typeof REQUEST_STATUSES)[number]
export type Outcome = (typeof OUTCOMES)[number]
export type ConfirmedBy = (typeof CONFIRMED_BY)[number]
export type LadderLevel = (typeof LADDER)[number]
export type ClockKind = (typeof CLOCK_KINDS)[number]
export type RequestAction = (typeof REQUEST_ACTIONS)[number]

// What a person sends ----------------------------------------------------------------------------------------------

export const Location = shape({
  /** A picked place of the tree (building, grid, compound …); does as well as a point. */
  placeId: Type.Optional(Id),
  lon: Type.Optional(Longitude),
  lat: Type.Optional(Latitude),
  /** Phones and map kits in China give GCJ-02 or BD-09; the server stores WGS-84. */
  system: Type.Optional(oneOf(['wgs84', 'gcj02', 'bd09'])),
  source: Type.Optional(oneOf(['photo', 'device', 'map', 'picked'])),
  /** What a neighbour would say: 东门内, 12 栋旁. */
  words: Type.Optional(Words(100)),
})

export const SubmitBody = shape({
  kind: oneOf(REQUEST_KINDS),
  text: Words(4000, 0),
  title: Type.Optional(Words(60)),
  categoryCode: Type.Optional(Words(60)),
  answers: Type.Optional(Type.Array(shape({ question: Words(60), answer: Words(500) }), { maxItems: 10 })),
  location: Location,
  photoIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
  /** Only staff and the reporter see it. Categories may demand it. */
  limited: Type.Optional(Type.Boolean()),
  /** Taken in for somebody else: who it is for, and how it came. The one who writes is kept as the helper. */
  onBehalf: Type.Optional(
    shape({
      channel: oneOf(['paper', 'telephone', 'walkIn', 'door']),
      name: Words(40),
      phone: Type.Optional(Phone),
      placeId: Type.Optional(Id),
    }),
  ),
})
export type SubmitBody = Static<typeof SubmitBody>

/** A handler is a team, company or department, or one post; exactly one of the two. */
const HandlerRef = shape({ organisationId: Type.Optional(Id), postId: Type.Optional(Id) })
export type HandlerRef = Static<typeof HandlerRef>

export const StepBody = shape({
  action: oneOf(REQUEST_ACTIONS),
  /** The request as the page showed it; a step on an older state is refused with `request_moved_on`. */
  seq: Type.Optional(Count),
  note: Type.Optional(Words(2000)),
  photoIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
  /** From a controlled list: why declined, returned, closed, released. */
  reasonCode: Type.Optional(Words(60)),
  categoryCode: Type.Optional(Words(60)),
  intoId: Type.Optional(Id),
  handler: Type.Optional(HandlerRef),
  coHandlers: Type.Optional(
    Type.Array(
      shape({
        organisationId: Type.Optional(Id),
        postId: Type.Optional(Id),
        task: Words(200),
        dueAt: Type.Optional(Instant),
      }),
      { minItems: 1, maxItems: 8 },
    ),
  ),
  /** What kind of joint working a whistle is. */
  joint: Type.Optional(oneOf(JOINT_METHODS)),
  /** Promised to residents in one sentence; shown before sending. */
  publicWords: Type.Optional(Words(300)),
  until: Type.Optional(Instant),
  reviewOn: Type.Optional(DayDate),
  outcome: Type.Optional(oneOf(['solved', 'explained', 'notOurs'])),
  cause: Type.Optional(Words(60)),
  level: Type.Optional(oneOf(LADDER)),
  reached: Type.Optional(Type.Boolean({ description: 'call-back: the reporter was reached' })),
  solved: Type.Optional(Type.Boolean()),
  satisfied: Type.Optional(Type.Boolean()),
  stars: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
})
export type StepBody = Static<typeof StepBody>

// What pages receive ------------------------------------------------------------------------------------------------

export const PhotoView = shape({
  id: Id,
  role: oneOf(['before', 'after', 'progress']),
  width: Type.Integer(),
  height: Type.Integer(),
  averageColour: Type.String(),
  /** Path of the image; add `?size=thumb|card|full`. */
  url: Type.String(),
})
export type PhotoView = Static<typeof PhotoView>

export const ClockView = shape({
  kind: oneOf(CLOCK_KINDS),
  standing: oneOf(['running', 'amber', 'late', 'paused', 'met', 'missed', 'cancelled']),
  startedAt: Instant,
  amberAt: Instant,
  dueAt: Instant,
  stoppedAt: nullable(Instant),
})

export const AllowedAction = shape({
  action: oneOf(REQUEST_ACTIONS),
  /** Fields of the step that must be filled in. */
  needs: Type.Array(Type.String()),
  /** Drawn, but not now: the sentence of this code says why, `until` when it opens. */
  blocked: nullable(Type.String()),
  until: nullable(Instant),
})
export type AllowedAction = Static<typeof AllowedAction>

export const EventView = shape({
  seq: Count,
  at: Instant,
  action: oneOf(['submit', 'join', 'merged', ...REQUEST_ACTIONS]),
  /** In what capacity, as it was then: 居民, 桂园物业工程班, 受理岗. Never a resident’s name. */
  capacity: Type.String(),
  /** The reader did it. */
  mine: Type.Boolean(),
  round: Count,
  internal: Type.Boolean(),
  /** The words as they were written. */
  note: nullable(Type.String()),
  status: oneOf(REQUEST_STATUSES),
  /** Plain facts of the step for its sentence: handler names, reason, until, level … as they read then. */
  facts: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())]),
  ),
  photos: Type.Array(PhotoView),
})
export type EventView = Static<typeof EventView>

/** A row of any list: no personal data in it. */
export const RequestRow = shape({
  id: Id,
  number: Type.String({ description: '2026-000123' }),
  kind: oneOf(REQUEST_KINDS),
  channel: oneOf(CHANNELS),
  status: oneOf(REQUEST_STATUSES),
  outcome: nullable(oneOf(OUTCOMES)),
  confirmedBy: nullable(oneOf(CONFIRMED_BY)),
  title: Type.String(),
  round: Count,
  seq: Count,
  urgent: Type.Boolean(),
  limited: Type.Boolean(),
  categoryCode: nullable(Type.String()),
  categoryName: nullable(Type.String()),
  placeName: Type.String(),
  gridId: nullable(Id),
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
  handlerName: nullable(Type.String()),
  level: nullable(oneOf(LADDER)),
  supervised: Type.Boolean(),
  ask: nullable(oneOf(['time', 'pause', 'shelve'])),
  joinerCount: Count,
  urgeCount: Count,
  dueKind: nullable(oneOf(CLOCK_KINDS)),
  dueAt: nullable(Instant),
  amberAt: nullable(Instant),
  paused: Type.Boolean(),
  reviewOn: nullable(DayDate),
  createdAt: Instant,
  updatedAt: Instant,
  finishedAt: nullable(Instant),
  closedAt: nullable(Instant),
  before: nullable(PhotoView),
  after: nullable(PhotoView),
})
export type RequestRow = Static<typeof RequestRow>

export const AssignmentView = shape({
  id: Id,
  part: oneOf(['lead', 'co']),
  name: Type.String(),
  organisationId: nullable(Id),
  postId: nullable(Id),
  task: nullable(Type.String()),
  state: oneOf(['called', 'reportedIn', 'partDone', 'ended']),
  dueAt: nullable(Instant),
  reportedInAt: nullable(Instant),
  mine: Type.Boolean(),
})

export const RequestView = Type.Object(
  {
    ...RequestRow.properties,
    text: Type.String(),
    locationWords: nullable(Type.String()),
    locationSource: nullable(Type.String()),
    answers: Type.Array(shape({ question: Type.String(), answer: Type.String() })),
    /** How the reader stands to it: reporter, handler, coordinator, neighbour … */
    relations: Type.Array(Type.String()),
    allowedActions: Type.Array(AllowedAction),
    clocks: Type.Array(ClockView),
    events: Type.Array(EventView),
    assignments: Type.Array(AssignmentView),
    /** For those who work on it: masked; opened by POST /api/requests/:id/reveals. */
    reporter: nullable(
      shape({ personId: Id, name: Type.String(), phone: nullable(Type.String()), address: nullable(Type.String()) }),
    ),
    helperCapacity: nullable(Type.String()),
    categoryProposals: Type.Array(shape({ code: Type.String(), name: Type.String(), confidence: Type.Number() })),
    mergedInto: nullable(shape({ id: Id, number: Type.String(), title: Type.String() })),
    duplicates: Type.Array(shape({ id: Id, number: Type.String(), title: Type.String() })),
    /** The same place in the last 90 days. */
    earlierHere: Type.Array(
      shape({
        id: Id,
        title: Type.String(),
        createdAt: Instant,
        status: oneOf(REQUEST_STATUSES),
        outcome: nullable(oneOf(OUTCOMES)),
      }),
    ),
    supervision: nullable(
      shape({ dueAt: Instant, reason: Type.String(), by: Type.String(), answeredAt: nullable(Instant) }),
    ),
    askDetail: nullable(
      shape({
        kind: oneOf(['time', 'pause', 'shelve']),
        until: Type.String(),
        reason: Type.String(),
        by: Type.String(),
      }),
    ),
    ratings: Type.Array(
      shape({
        round: Count,
        by: oneOf(['reporter', 'joiner', 'callBack']),
        solved: nullable(Type.Boolean()),
        satisfied: nullable(Type.Boolean()),
        stars: nullable(Type.Integer()),
        note: nullable(Type.String()),
        at: Instant,
        mine: Type.Boolean(),
      }),
    ),
    joined: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type RequestView = Static<typeof RequestView>

// Endpoints ---------------------------------------------------------------------------------------------------------

export const submitRequest = endpoint({
  method: 'POST',
  path: '/api/requests',
  access: 'signedIn',
  creates: true,
  summary: 'Report a problem, wish, suggestion, practical matter or urgent call, for oneself or on behalf of somebody',
  body: SubmitBody,
  reply: RequestView,
})

export const viewRequest = endpoint({
  method: 'GET',
  path: '/api/requests/:id',
  access: 'signedIn',
  summary: 'One request: facts, clocks, timeline, and what the reader may do',
  params: ById,
  reply: RequestView,
})

export const takeStep = endpoint({
  method: 'POST',
  path: '/api/requests/:id/steps',
  access: 'signedIn',
  creates: true,
  summary: 'Take one step of the loop; which ones are open is told by `allowedActions`',
  params: ById,
  body: StepBody,
  reply: RequestView,
})

export const joinRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/joiners',
  access: 'signedIn',
  creates: true,
  summary: 'Me too: follow an open request and get the same promises; may add words and photos',
  params: ById,
  body: shape({ note: Type.Optional(Words(1000)), photoIds: Type.Optional(Type.Array(Id, { maxItems: 9 })) }),
  reply: RequestView,
})

export const revealReporter = endpoint({
  method: 'POST',
  path: '/api/requests/:id/reveals',
  access: 'people.reveal',
  creates: true,
  summary: 'Open the reporter’s name and phone, with a reason that the reporter can read',
  params: ById,
  body: shape({ reason: Words(200, 2) }),
  reply: shape({ name: Type.String(), phone: nullable(Type.String()), address: nullable(Type.String()) }),
})

/** What the intake page asks while the person still writes: where is it, what is it, is it known? */
export const proposeIntake = endpoint({
  method: 'POST',
  path: '/api/requests/proposals',
  access: 'signedIn',
  writes: false,
  summary: 'From text and place: the grid, likely categories, similar open requests, and the promised times',
  body: shape({
    kind: oneOf(REQUEST_KINDS),
    text: Words(4000, 0),
    categoryCode: Type.Optional(Words(60)),
    location: Location,
  }),
  reply: shape({
    place: nullable(
      shape({
        placeId: Id,
        name: Type.String(),
        gridId: nullable(Id),
        gridName: nullable(Type.String()),
        compoundName: nullable(Type.String()),
        lon: nullable(Type.Number()),
        lat: nullable(Type.Number()),
      }),
    ),
    categories: Type.Array(shape({ code: Type.String(), name: Type.String(), confidence: Type.Number() })),
    similar: Type.Array(
      shape({
        id: Id,
        title: Type.String(),
        metres: nullable(Type.Number()),
        joinerCount: Count,
        createdAt: Instant,
        closed: Type.Boolean(),
        photo: nullable(PhotoView),
      }),
    ),
    promise: shape({ acceptBy: nullable(Instant), handleBy: nullable(Instant) }),
  }),
})

const Page = shape({ rows: Type.Array(RequestRow), next: nullable(Type.String()), total: nullable(Count) })

/** The work list: filters are allow-listed, sorted by clock (nearest due first) or newest. */
export const listWork = endpoint({
  method: 'GET',
  path: '/api/requests/work',
  access: 'requests.work',
  summary: 'The desk’s list within one’s own area or organisation',
  query: Type.Object(
    {
      status: Type.Optional(Type.String({ description: 'comma list of statuses; open ones when left out' })),
      view: Type.Optional(
        oneOf([
          'mine',
          'open',
          'late',
          'soon',
          'whistles',
          'followUp',
          'ladder',
          'supervised',
          'asks',
          'urgent',
          'shelved',
          'closed',
        ]),
      ),
      placeId: Type.Optional(Id),
      gridId: Type.Optional(Id),
      categoryCode: Type.Optional(Type.String({ maxLength: 60 })),
      kind: Type.Optional(oneOf(REQUEST_KINDS)),
      channel: Type.Optional(oneOf(CHANNELS)),
      organisationId: Type.Optional(Id),
      q: Type.Optional(Words(60)),
      sort: Type.Optional(oneOf(['due', 'newest'])),
      after: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    },
    { additionalProperties: false },
  ),
  reply: Page,
})

export const countWork = endpoint({
  method: 'GET',
  path: '/api/requests/work/counts',
  access: 'requests.work',
  summary: 'How many wait in each view of the work list',
  reply: shape({
    mine: Count,
    open: Count,
    late: Count,
    soon: Count,
    whistles: Count,
    followUp: Count,
    ladder: Count,
    supervised: Count,
    asks: Count,
    urgent: Count,
    shelved: Count,
  }),
})

export const mapWork = endpoint({
  method: 'GET',
  path: '/api/requests/map',
  access: 'requests.work',
  summary: 'Open requests with a position, for the map',
  query: Type.Object({ placeId: Type.Optional(Id) }, { additionalProperties: false }),
  reply: shape({
    rows: Type.Array(RequestRow),
    cut: Type.Boolean({ description: 'more than 500: only the most urgent are shown' }),
  }),
})

export const listMine = endpoint({
  method: 'GET',
  path: '/api/requests/mine',
  access: 'signedIn',
  summary: 'What I reported, joined or took on',
  query: Type.Object(
    {
      role: Type.Optional(oneOf(['reported', 'joined', 'handling', 'helped'])),
      after: Type.Optional(Type.String({ maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  reply: Page,
})

export const listPool = endpoint({
  method: 'GET',
  path: '/api/requests/pool',
  access: 'requests.claim',
  summary: 'What waits to be claimed near me, urgent first, then near; and whistles that call me',
  query: Type.Object({ lon: Type.Optional(Longitude), lat: Type.Optional(Latitude) }, { additionalProperties: false }),
  reply: shape({
    offered: Type.Array(
      Type.Object({ ...RequestRow.properties, metres: nullable(Type.Number()) }, { additionalProperties: false }),
    ),
    whistles: Type.Array(
      Type.Object(
        {
          ...RequestRow.properties,
          task: Type.String(),
          calledName: Type.String(),
          /** Reported in already. */
          here: Type.Boolean(),
          callDueAt: nullable(Instant),
          calledCount: Count,
          reportedInCount: Count,
        },
        { additionalProperties: false },
      ),
    ),
    mine: Type.Array(RequestRow),
    /** What I finished and residents confirmed as solved: this month, and since the year began. */
    monthSolved: Count,
    yearSolved: Count,
  }),
})

export const listNearby = endpoint({
  method: 'GET',
  path: '/api/requests/nearby',
  access: 'signedIn',
  summary: 'What was solved, and what is open, around where I live; no personal data',
  query: Type.Object(
    { solved: Type.Optional(Type.Boolean()), after: Type.Optional(Type.String({ maxLength: 200 })) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ ...Page.properties, weekCount: Count }, { additionalProperties: false }),
})

/** A card of the home page asks one question and carries its own answer buttons. */
export const Waiting = shape({
  key: Type.String(),
  question: oneOf([
    'confirmDone',
    'rateJoined',
    'answerQuestion',
    'takeOn',
    'reportIn',
    'handleNow',
    'decideAsk',
    'dispatchNew',
    'ruleReturn',
    'callBack',
    'urgentCall',
    'answerSupervision',
    'reviewShelved',
  ]),
  request: RequestRow,
  /** The words that the card shows under its question: what the handler said, what is asked. */
  words: nullable(Type.String()),
  actions: Type.Array(oneOf(REQUEST_ACTIONS)),
})
export type Waiting = Static<typeof Waiting>

export const home = endpoint({
  method: 'GET',
  path: '/api/home',
  access: 'signedIn',
  summary: 'What waits for me, most urgent first; what was done nearby',
  reply: shape({
    waiting: Type.Array(Waiting),
    waitingTotal: Count,
    nearby: Type.Array(RequestRow),
    nearbyWeekCount: Count,
    unread: Count,
  }),
})

export const bulkDispatch = endpoint({
  method: 'POST',
  path: '/api/requests/bulk',
  access: 'requests.bulk',
  creates: true,
  summary: 'Take the same step on many requests; runs in the background, each one by its own rules',
  body: shape({ requestIds: Type.Array(Id, { minItems: 1, maxItems: 200 }), step: StepBody }),
  reply: shape({ bulkId: Id }),
})

export const bulkProgress = endpoint({
  method: 'GET',
  path: '/api/requests/bulk/:id',
  access: 'requests.bulk',
  summary: 'How far a bulk step has come, and which were refused and why',
  params: ById,
  reply: shape({
    total: Count,
    done: Count,
    refused: Type.Array(shape({ requestId: Id, number: Type.String(), code: Type.String() })),
    finishedAt: nullable(Instant),
  }),
})

export const CategoryView = shape({
  code: Type.String(),
  parentCode: nullable(Type.String()),
  name: Type.String(),
  nameEn: Type.String(),
  kinds: Type.Array(oneOf(REQUEST_KINDS)),
  icon: nullable(Type.String()),
  privacy: oneOf(['public', 'limited']),
  /** Where to go when it is not the community's duty, or not first. */
  signposts: Type.Array(
    shape({
      code: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      phone: nullable(Type.String()),
      words: Type.String(),
      wordsEn: Type.String(),
    }),
  ),
  /** Never taken in: the signposts are the answer. */
  elsewhere: Type.Boolean(),
  questions: Type.Array(
    shape({
      key: Type.String(),
      words: Type.String(),
      wordsEn: Type.String(),
      type: oneOf(['choice', 'text', 'number']),
      choices: Type.Array(shape({ code: Type.String(), words: Type.String(), wordsEn: Type.String() })),
      required: Type.Boolean(),
    }),
  ),
  limits: Type.Array(
    shape({
      clock: oneOf(CLOCK_KINDS),
      amount: Type.Integer({ minimum: 1 }),
      unit: Type.String(),
      source: Type.String(),
      own: Type.Boolean({ description: 'the category’s own, not that of its kind' }),
    }),
  ),
  active: Type.Boolean(),
})
export type CategoryView = Static<typeof CategoryView>

export const listCategories = endpoint({
  method: 'GET',
  path: '/api/categories',
  access: 'signedIn',
  summary: 'The category tree with questions, limits, privacy and signposts',
  reply: Type.Array(CategoryView),
})

export const setCategory = endpoint({
  method: 'PATCH',
  path: '/api/categories/:code',
  access: 'settings.manage',
  summary: 'Change name, limits, privacy or use of a category; running clocks keep the limit they were promised',
  params: shape({ code: Words(60) }),
  body: Type.Partial(
    Type.Object({
      name: Words(40),
      nameEn: Words(60),
      privacy: oneOf(['public', 'limited']),
      active: Type.Boolean(),
      limits: Type.Array(
        shape({
          clock: oneOf(CLOCK_KINDS),
          amount: Type.Integer({ minimum: 1, maximum: 10000 }),
          unit: Words(20),
          source: Words(200),
        }),
        { maxItems: 4 },
      ),
    }),
    { additionalProperties: false },
  ),
  reply: CategoryView,
})

/** The controlled lists that steps choose from. */
export const listReasons = endpoint({
  method: 'GET',
  path: '/api/requests/reasons',
  access: 'signedIn',
  summary: 'Reasons for declining, returning, closing, and causes, each with its words',
  reply: Type.Array(
    shape({
      list: oneOf(['decline', 'return', 'close', 'cause']),
      code: Type.String(),
      words: Type.String(),
      wordsEn: Type.String(),
      signpost: nullable(Type.String()),
      source: nullable(Type.String()),
      /** Which way of closing the reason belongs to. */
      outcome: nullable(oneOf(OUTCOMES)),
    }),
  ),
})

/** To whom a request may be sent from here: teams, companies, departments and posts that answer for the place, with their load. */
export const listHandlers = endpoint({
  method: 'GET',
  path: '/api/requests/:id/handlers',
  access: 'requests.work',
  summary: 'Possible handlers, the likely one first, each with what it has in hand',
  params: ById,
  reply: Type.Array(
    shape({
      organisationId: nullable(Id),
      postId: nullable(Id),
      name: Type.String(),
      kind: Type.String(),
      openCount: Count,
      sameKindDone: Count,
      suggested: Type.Boolean(),
    }),
  ),
})

export const superviseBoard = endpoint({
  method: 'GET',
  path: '/api/requests/supervise',
  access: 'requests.supervise',
  summary: 'What sticks where and with whom: late, returned, disputed, silent, by handler and by grid',
  reply: shape({
    byHandler: Type.Array(
      shape({
        name: Type.String(),
        organisationId: nullable(Id),
        open: Count,
        late: Count,
        oldestDueAt: nullable(Instant),
      }),
    ),
    byGrid: Type.Array(shape({ gridId: Id, name: Type.String(), open: Count, late: Count })),
    stuck: Type.Array(RequestRow),
    supervised: Type.Array(RequestRow),
  }),
})

export const screenBoard = endpoint({
  method: 'GET',
  path: '/api/screen',
  access: 'screen.view',
  summary: 'The wall display: live counts and map, no personal data',
  reply: shape({
    at: Instant,
    /** The area shown: that of the reader's highest post. */
    placeId: Id,
    placeName: Type.String(),
    gridCount: Count,
    today: shape({ solved: Count, open: Count, late: Count, submitted: Count, medianHours: nullable(Type.Number()) }),
    monthSolved: Count,
    grids: Type.Array(shape({ id: Id, name: Type.String(), solvedToday: Count, open: Count })),
    lamps: Type.Array(shape({ lon: Type.Number(), lat: Type.Number(), title: Type.String(), closedAt: Instant })),
    latest: Type.Array(RequestRow),
  }),
})

export type ReplyOfPool = Static<(typeof listPool)['reply']>
