/**
 * The check-up 小区体检: standards with their rule, source and parameters; what was found at a place, since when, and the page
 * that mends it. Nothing here names a person. Source: docs/capabilities/standards.md.
 */
import Type, { type Static } from 'typebox'
import { Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { PLACE_LEVELS } from './places.ts'

export const STANDARD_IDS = [
  'branch.own',
  'branch.joint',
  'branch.size',
  'branch.committee',
  'branch.secretary',
  'branch.meetings',
  'compound.branch',
  'building.group',
  'group.vanguard',
  'instructor.load',
  'parlour.room',
  'chair.secretary',
  'chair.cross',
  'areas.count',
  'areas.members',
  'members.load',
  'area.lead',
  'grid.households',
  'grid.covered',
  'grid.card',
  'grid.code',
  'grid.branch',
  'members.grid',
  'building.head',
  'post.vacant',
  'chain.held',
  'compound.sponsor',
  'committee.term',
  'duty.phone',
  'compound.managed',
  'household.reachable',
  'household.confirmed',
] as const
export type StandardId = (typeof STANDARD_IDS)[number]

/** must: law; should: the source says 应当; advise: 一般、提倡; information: told, never a failure (S-R11). */
export const SEVERITIES = ['must', 'should', 'advise', 'information'] as const
export type Severity = (typeof SEVERITIES)[number]
/** Where a rule comes from: a law text, a district's report, custom. */
export const SOURCE_MARKS = ['law', 'report', 'custom'] as const
export const FINDING_STATES = ['met', 'gap', 'conflict', 'notApplicable'] as const
export type FindingState = (typeof FINDING_STATES)[number]
/** What the button does; each has the right that it asks for in TASKS of the server. */
export const TASK_KINDS = [
  'found',
  'appoint',
  'makePost',
  'elect',
  'divide',
  'open',
  'fillIn',
  'register',
  'sponsor',
  'pair',
  'number',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** Counted numbers, names of things, days: what the sentence of a finding is made of. */
export const Facts = Type.Record(
  Type.String(),
  Type.Union([Type.Number(), Type.String(), Type.Array(Type.String()), Type.Null()]),
)
export type Facts = Static<typeof Facts>

export const ParameterView = shape({
  key: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  standard: Type.Union([Type.Number(), Type.Array(Type.String())], { description: 'as the pack has it' }),
  value: Type.Union([Type.Number(), Type.Array(Type.String())], { description: 'as this district counts' }),
})

export const StandardView = shape({
  id: oneOf(STANDARD_IDS),
  rule: Type.String({ description: 'S-R1 …: the numbering of the rules of the trade' }),
  title: Type.String(),
  titleEn: Type.String(),
  text: Type.String(),
  textEn: Type.String(),
  mark: oneOf(SOURCE_MARKS),
  source: Type.String(),
  sourceEn: Type.String(),
  severity: oneOf(SEVERITIES),
  off: Type.Boolean(),
  parameters: Type.Array(ParameterView),
  reason: Type.String({ description: 'why this district departs from the pack' }),
})
export type StandardView = Static<typeof StandardView>

export const Task = shape({ kind: oneOf(TASK_KINDS), to: Type.String({ description: 'page of the desk, filled in' }) })
export type Task = Static<typeof Task>

export const FindingSubject = shape({
  id: Id,
  name: Type.String({ description: 'a building, grid, organisation or post; never a person' }),
  counted: Facts,
  gap: Facts,
  sinceOn: DayDate,
  /** Null when nothing can be filled in, or the reader’s posts do not do this here. */
  task: Type.Union([Task, Type.Null()]),
})
export type FindingSubject = Static<typeof FindingSubject>

export const FindingView = shape({
  standard: oneOf(STANDARD_IDS),
  severity: oneOf(SEVERITIES),
  state: oneOf(FINDING_STATES),
  placeId: Id,
  placeName: Type.String(),
  sinceOn: DayDate,
  /** What falls short, at most MOST_SUBJECTS; `subjectCount` is all. When met: the place itself. */
  subjects: Type.Array(FindingSubject),
  subjectCount: Count,
})
export type FindingView = Static<typeof FindingView>

const Counts = shape({ met: Count, must: Count, should: Count, advise: Count, conflicts: Count })

export const RunView = shape({ portions: Count, done: Count, startedAt: Instant, finishedAt: nullable(Instant) })

export const Checkup = shape({
  placeId: Id,
  placeName: Type.String(),
  level: oneOf(PLACE_LEVELS),
  checkedAt: nullable(Instant),
  /** The latest check-up that was asked for or ran by night and touched this place. */
  run: Type.Union([RunView, Type.Null()]),
  counts: Counts,
  findings: Type.Array(FindingView),
  /** Findings that the list leaves off; narrow it by place, severity or standard. */
  leftOff: Count,
})
export type Checkup = Static<typeof Checkup>

const AtPlace = shape({ placeId: Type.Optional(Id) })

export const readCheckup = endpoint({
  method: 'GET',
  path: '/api/standards/findings',
  access: 'standards.view',
  summary: 'What the check-up found at a place and below; without a place, over the reader’s widest area',
  query: shape({
    ...AtPlace.properties,
    severity: Type.Optional(oneOf(SEVERITIES)),
    standard: Type.Optional(oneOf(STANDARD_IDS)),
  }),
  reply: Checkup,
})

export const checkupDays = endpoint({
  method: 'GET',
  path: '/api/standards/days',
  access: 'standards.view',
  summary: 'The curve of the last year: what was met and what was missing, day by day',
  query: AtPlace,
  reply: Type.Array(shape({ onDay: DayDate, ...Counts.properties })),
})

export const compareCompounds = endpoint({
  method: 'GET',
  path: '/api/standards/compounds',
  access: 'standards.view',
  summary: 'Compounds of a place side by side, those with most missing first',
  query: AtPlace,
  reply: Type.Array(shape({ placeId: Id, placeName: Type.String(), ...Counts.properties })),
})

export const runCheckup = endpoint({
  method: 'POST',
  path: '/api/standards/runs',
  access: 'standards.view',
  creates: true,
  summary: 'Look at everything of this place again, now',
  body: shape({ placeId: Id }),
  reply: RunView,
})

export const listStandards = endpoint({
  method: 'GET',
  path: '/api/standards',
  access: 'standards.view',
  summary: 'Every standard with its rule, source, severity and the parameters that count here',
  reply: Type.Array(StandardView),
})

export const setStandard = endpoint({
  method: 'PATCH',
  path: '/api/standards/:id',
  access: 'settings.manage',
  summary: 'Count with other parameters in this district, or not at all, and say why',
  params: shape({ id: oneOf(STANDARD_IDS) }),
  body: shape({
    off: Type.Boolean(),
    parameters: Type.Record(
      Type.String(),
      Type.Union([Type.Number({ minimum: 0, maximum: 1_000_000 }), Type.Array(Words(20), { maxItems: 12 })]),
    ),
    reason: Words(200),
  }),
  reply: StandardView,
})
