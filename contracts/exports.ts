/**
 * Exports: what one sees as a list, taken out as a file. An export is a row: what is asked for, why, how far it is; its file
 * can be fetched for a day by whoever made it. Lists with personal data wait for a second person.
 * Source: docs/capabilities/exports.md.
 */
import Type, { type Static } from 'typebox'
import { ById, Count, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import type { Right } from './rights.ts'

/** Lists of the desk that can be taken out as they stand. */
export const LIST_KINDS = [
  'work', // 工单
  'behind', // 数字背后的工单
  'figures', // 运行情况各项数
  'setApart', // 默认结案、批准延期
  'register', // 登记册：地方
  'grids', // 网格
  'organisations',
  'posts',
  'venues',
  'shops',
  'selections',
  'checkup',
  'plans',
  'audit',
] as const
/** What communities hand in, in the layout they hand it in: 闭环台账, 五微台账. */
export const LEDGER_KINDS = [
  'loop', // 闭环台账
  'practical', // 微实事
  'teams', // 微团队
  'gridLedger', // 微网格
] as const
/** Lists about persons: a purpose, a second person, few rows. */
export const PERSONAL_KINDS = ['households', 'owners', 'members'] as const
export const EXPORT_KINDS = [...LIST_KINDS, ...LEDGER_KINDS, ...PERSONAL_KINDS] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** Rights of the lists that a kind asks; all must hold when it is asked for, made and fetched. */
export const EXPORT_NEEDS: Readonly<Record<ExportKind, readonly Right[]>> = {
  work: ['requests.work'],
  behind: ['figures.view'],
  figures: ['figures.view'],
  setApart: ['figures.view'],
  register: ['registers.view'],
  grids: ['registers.view'],
  organisations: ['people.view'],
  posts: ['people.view'],
  venues: ['registers.view'],
  shops: ['people.view'],
  selections: ['registers.view'],
  checkup: ['standards.view'],
  plans: ['plans.make'],
  audit: ['audit.view'],
  loop: ['requests.work'],
  practical: ['requests.work'],
  teams: ['people.view'],
  gridLedger: ['registers.view', 'people.view'],
  households: ['households.view'],
  owners: ['owners.view'],
  members: ['members.view'],
}

export const EXPORT_FORMATS = ['xlsx', 'csv', 'geojson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
/** Of these every row has a place on the map. */
export const MAPPED_KINDS: readonly ExportKind[] = ['work', 'behind', 'register', 'grids']

export const EXPORT_STATES = [
  'waiting', // for the second person
  'running',
  'ready',
  'refused', // by the second person, or by a limit: `because` says which
  'ended', // cancelled, or its day is over
  'failed',
] as const
export type ExportState = (typeof EXPORT_STATES)[number]

/** Rows of one file. Source: docs/security.md, "Exports": plain lists whole, personal ones few. */
export const MOST_ROWS = 100_000
export const MOST_PERSONAL_ROWS = 200
/** Rows about persons that one person may take out in a calendar month. Source: the same. */
export const MONTHLY_PERSONAL_ROWS = 2_000
/** A file can be fetched for so long. */
export const KEPT_HOURS = 24
/** A request for approval that nobody answered ends after so long. Custom. */
export const WAITING_HOURS = 72

/** Filters of the list, as in its address. */
const Filters = Type.Record(
  Type.String({ pattern: '^[A-Za-z0-9]{1,30}$' }),
  Type.Union([Words(200, 0), Type.Number(), Type.Boolean()]),
  { maxProperties: 20 },
)
export type Filters = Static<typeof Filters>

const Asked = {
  kind: oneOf(EXPORT_KINDS),
  filters: Filters,
  language: oneOf(['zh', 'en'], 'of the heads and words in the file'),
}

export const ExportRow = shape({
  id: Id,
  number: Type.String({ description: 'stands on every page of the file' }),
  kind: oneOf(EXPORT_KINDS),
  format: oneOf(EXPORT_FORMATS),
  state: oneOf(EXPORT_STATES),
  purpose: Type.String(),
  placeName: nullable(Type.String()),
  /** In what capacity it was asked for. */
  capacity: Type.String(),
  rowCount: Count,
  /** Of how many, as far as it is known beforehand. */
  expected: nullable(Count),
  downloads: Count,
  because: nullable(Type.String({ description: 'code of a refusal, or the words of who refused' })),
  createdAt: Instant,
  decidedAt: nullable(Instant),
  readyAt: nullable(Instant),
  endsAt: nullable(Instant),
})
export type ExportRow = Static<typeof ExportRow>

export const listExports = endpoint({
  method: 'GET',
  path: '/api/exports',
  access: 'exports.make',
  summary: 'My exports, the newest first, and how many rows about persons I may still take out this month',
  reply: shape({ rows: Type.Array(ExportRow), personalRowsLeft: Count }),
})

export const listApprovals = endpoint({
  method: 'GET',
  path: '/api/exports/waiting',
  access: 'exports.approve',
  summary: 'Exports of others about persons within my reach that wait for a second person',
  reply: Type.Array(ExportRow),
})

/** Cells as they will stand in the file. */
export const Preview = shape({
  heads: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
  more: Type.Boolean(),
})
export type Preview = Static<typeof Preview>

export const previewExport = endpoint({
  method: 'POST',
  path: '/api/exports/preview',
  access: 'exports.make',
  writes: false,
  summary: 'The first rows as they would stand in the file',
  body: shape(Asked),
  reply: Preview,
})

/** @throws export_purpose_required, export_no_map, export_too_many, export_month_full, right_required, what the list refuses */
export const createExport = endpoint({
  method: 'POST',
  path: '/api/exports',
  access: 'exports.make',
  creates: true,
  summary: 'Take a list out as a file; it is made in the background, lists about persons after a second person agreed',
  body: shape({ ...Asked, format: oneOf(EXPORT_FORMATS), purpose: Words(200, 0) }),
  reply: ExportRow,
})

export const readExport = endpoint({
  method: 'GET',
  path: '/api/exports/:id',
  access: 'exports.make',
  summary: 'How far an export of mine is',
  params: ById,
  reply: ExportRow,
})

/** @throws export_own, export_not_waiting */
export const decideExport = endpoint({
  method: 'POST',
  path: '/api/exports/:id/decision',
  access: 'exports.approve',
  summary: 'Let another take out a list about persons, or not',
  params: ById,
  body: shape({ agree: Type.Boolean(), words: Words(200, 0) }),
  reply: ExportRow,
})

export const endExport = endpoint({
  method: 'DELETE',
  path: '/api/exports/:id',
  access: 'exports.make',
  summary: 'Cancel an export of mine, or delete its file before its day is over',
  params: ById,
  reply: Done,
})

/** Described in the API; the reply is a file. */
export const downloadExport = endpoint({
  method: 'GET',
  path: '/api/exports/:id/file',
  access: 'exports.make',
  summary: 'The file: for whoever made it, while the right still holds and its day is not over; counted and logged',
  params: ById,
  reply: shape({}),
})
