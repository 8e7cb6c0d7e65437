/**
 * Bulletins 通报 and wall newspapers 小区墙报. What is counted and shown is `material`, taken in one go and never written by
 * hand; what a person arranges and writes is `blocks`. A published version never changes; a correction is a new one that
 * says so. Nothing here names a resident. Source: docs/capabilities/bulletins.md.
 */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { MEASURES, RATE_CODES } from './figures.ts'
import { PLACE_LEVELS } from './places.ts'

/** 周报、月报、小区墙报 */
export const BULLETIN_KINDS = ['weekly', 'monthly', 'wall'] as const
export type BulletinKind = (typeof BULLETIN_KINDS)[number]
/** For which places a kind is made. */
export const BULLETIN_LEVELS = {
  weekly: ['community', 'subdistrict', 'district'],
  monthly: ['community', 'subdistrict', 'district'],
  wall: ['compound'],
} as const satisfies Record<BulletinKind, readonly (typeof PLACE_LEVELS)[number][]>
export const BULLETIN_STATES = ['draft', 'published', 'withdrawn'] as const
export type BulletinState = (typeof BULLETIN_STATES)[number]

/** What a person writes, then what is filled from the material. */
export const WRITTEN_BLOCKS = ['heading', 'text', 'notice'] as const
export const FILLED_BLOCKS = ['figures', 'chart', 'places', 'solved', 'overdue', 'ladder', 'doing', 'thanks'] as const
export type FilledBlock = (typeof FILLED_BLOCKS)[number]
export const BLOCK_KINDS = [...WRITTEN_BLOCKS, ...FILLED_BLOCKS] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]
/** What a sheet for the wall shows of a bulletin: the rest is on the phone, where its code leads. */
export const ON_WALL: readonly BlockKind[] = [...WRITTEN_BLOCKS, 'figures', 'solved', 'doing', 'thanks']
export const MOST_BLOCKS = 60

export const Block = shape({
  id: Id,
  kind: oneOf(BLOCK_KINDS),
  /** The words of a written block; the heading of a filled one. */
  text: Words(4_000, 0),
  /** Of `solved`: what is not shown. Everything else of a filled block stays as it was counted. */
  leftOut: Type.Array(Id, { maxItems: 60 }),
})
export type Block = Static<typeof Block>

const Photo = shape({ id: Id, width: Count, height: Count, averageColour: Type.String() })
const Solved = shape({
  id: Id,
  title: Type.String(),
  placeName: Type.String(),
  categoryName: nullable(Type.String()),
  closedOn: DayDate,
  /** Days from report to done, begun ones counted. */
  days: Count,
  before: Photo,
  after: Photo,
})
export type SolvedItem = Static<typeof Solved>

/** Who has it: an organisation or department, a post by its title, or nobody yet. Never a person's name. */
export const HOLDERS = ['organisation', 'post', 'none'] as const
const Overdue = shape({ holder: oneOf(HOLDERS), name: Type.String(), count: Count, oldestDueOn: DayDate })
const PlaceRow = shape({
  placeId: Id,
  name: Type.String(),
  received: Count,
  closed: Count,
  asked: Count,
  saidSolved: Count,
  saidSatisfied: Count,
  overdue: Count,
})

export const Material = shape({
  asOf: Instant,
  before: shape({ from: DayDate, to: DayDate }),
  counts: Type.Array(shape({ measure: oneOf(MEASURES), now: Count, before: Count })),
  standing: shape({ openNow: Count, overdueNow: Count }),
  rates: Type.Array(shape({ rate: oneOf(RATE_CODES), of: Count, n: Count, ofBefore: Count, nBefore: Count })),
  /** By day in a week, by week in a month. */
  trend: Type.Array(shape({ from: DayDate, received: Count, closed: Count })),
  /** The places right below; those with few answers stand last and are not ranked. */
  places: Type.Array(PlaceRow),
  solved: Type.Array(Solved),
  overdue: Type.Array(Overdue),
  ladder: Type.Array(shape({ level: Type.String(), count: Count, oldestOn: DayDate })),
  /** In hand now, by category: of open requests no words are shown. */
  doing: Type.Array(shape({ categoryName: Type.String(), holderName: Type.String(), count: Count })),
  thanks: shape({
    reporters: Count,
    joiners: Count,
    volunteers: Count,
    solvedByVolunteers: Count,
    ratings: Count,
  }),
})
export type Material = Static<typeof Material>

const Identity = {
  id: Id,
  kind: oneOf(BULLETIN_KINDS),
  placeId: Id,
  placeName: Type.String(),
  level: oneOf(PLACE_LEVELS),
  from: DayDate,
  to: DayDate,
}

export const BulletinRow = shape({
  ...Identity,
  state: oneOf(BULLETIN_STATES),
  title: Type.String(),
  /** 0: never published. */
  version: Count,
  publishedAt: nullable(Instant),
  withdrawnReason: nullable(Type.String()),
  updatedAt: Instant,
  /** Made by itself and not looked at yet. */
  fresh: Type.Boolean(),
  /** Written on since it was published. */
  changed: Type.Boolean(),
})
export type BulletinRow = Static<typeof BulletinRow>

const Version = shape({ version: Count, publishedAt: Instant, publishedAs: Type.String(), note: Type.String() })

/** As its readers see it. */
export const BulletinView = shape({
  ...Identity,
  state: oneOf(BULLETIN_STATES),
  title: Type.String(),
  version: Count,
  publishedAt: nullable(Instant),
  publishedAs: nullable(Type.String()),
  /** What the correction corrects; empty in the first version. */
  note: Type.String(),
  withdrawnReason: nullable(Type.String()),
  versions: Type.Array(Version),
  /** Both empty once withdrawn. */
  blocks: Type.Array(Block),
  material: Type.Union([Material, Type.Null()]),
})
export type BulletinView = Static<typeof BulletinView>

/** As whoever writes it sees it. */
export const DraftView = shape({
  ...BulletinView.properties,
  material: Material,
  seq: Count,
  updatedAt: Instant,
  editedAs: nullable(Type.String()),
  changed: Type.Boolean(),
  readers: shape({ placeName: Type.String(), households: nullable(Count) }),
  /** Characters that cannot be printed, each once. */
  lacking: Type.Array(Type.String()),
})
export type DraftView = Static<typeof DraftView>

export const listOwnBulletins = endpoint({
  method: 'GET',
  path: '/api/bulletins/desk',
  access: 'bulletins.write',
  summary: 'Drafts and what was published or withdrawn, of the places that one writes for; newest period first',
  query: shape({ state: Type.Optional(oneOf(BULLETIN_STATES)), after: Type.Optional(Words(200)) }),
  reply: shape({ rows: Type.Array(BulletinRow), next: nullable(Type.String()) }),
})

export const listBulletinPlaces = endpoint({
  method: 'GET',
  path: '/api/bulletins/places',
  access: 'bulletins.write',
  summary: 'Places that one writes this kind for, the first two hundred; narrowed by name',
  query: shape({ kind: oneOf(BULLETIN_KINDS), q: Type.Optional(Words(40)) }),
  reply: shape({ rows: Type.Array(shape({ id: Id, name: Type.String() })), more: Type.Boolean() }),
})

/** @throws place_not_found, bulletin_kind_wrong, bulletin_period_wrong */
export const makeBulletin = endpoint({
  method: 'POST',
  path: '/api/bulletins',
  access: 'bulletins.write',
  creates: true,
  summary: 'Compose the bulletin of a place and the week or month that holds this day; one that is there is given back',
  body: shape({ kind: oneOf(BULLETIN_KINDS), placeId: Id, on: DayDate }),
  reply: shape({ id: Id, made: Type.Boolean() }),
})

export const readDraft = endpoint({
  method: 'GET',
  path: '/api/bulletins/:id/draft',
  access: 'bulletins.write',
  summary: 'The working copy with its material',
  params: ById,
  reply: DraftView,
})

/** @throws bulletin_changed (another editor was first), bulletin_withdrawn */
export const saveDraft = endpoint({
  method: 'PATCH',
  path: '/api/bulletins/:id',
  access: 'bulletins.write',
  summary: 'Save title and blocks, on the state that was read',
  params: ById,
  body: shape({ seq: Count, title: Words(80), blocks: Type.Array(Block, { maxItems: MOST_BLOCKS }) }),
  reply: shape({ seq: Count, updatedAt: Instant, lacking: Type.Array(Type.String()) }),
})

/** @throws bulletin_changed, bulletin_withdrawn */
export const refreshBulletin = endpoint({
  method: 'POST',
  path: '/api/bulletins/:id/refresh',
  access: 'bulletins.write',
  summary: 'Take figures and photos anew; what was written stays',
  params: ById,
  body: shape({ seq: Count }),
  reply: DraftView,
})

/** @throws bulletin_changed, bulletin_withdrawn, bulletin_correction_needs_note, bulletin_nothing_changed, document_characters_missing */
export const publishBulletin = endpoint({
  method: 'POST',
  path: '/api/bulletins/:id/publish',
  access: 'bulletins.write',
  summary: 'Publish; again after a change: a correction that says what it corrects',
  params: ById,
  body: shape({ seq: Count, note: Words(200, 0) }),
  reply: DraftView,
})

/** @throws bulletin_not_published */
export const withdrawBulletin = endpoint({
  method: 'POST',
  path: '/api/bulletins/:id/withdraw',
  access: 'bulletins.write',
  summary: 'Withdraw with a reason; it stays listed as withdrawn, without its content',
  params: ById,
  body: shape({ reason: Words(200) }),
  reply: Done,
})

export const listBulletins = endpoint({
  method: 'GET',
  path: '/api/bulletins',
  access: 'signedIn',
  summary: 'Published bulletins of the places around one’s home and of one’s posts, newest first',
  query: shape({ after: Type.Optional(Words(200)) }),
  reply: shape({ rows: Type.Array(BulletinRow), next: nullable(Type.String()) }),
})

export const readBulletin = endpoint({
  method: 'GET',
  path: '/api/bulletins/:id',
  access: 'signedIn',
  summary: 'A published bulletin, or an earlier version of it',
  params: ById,
  query: shape({ version: Type.Optional(Type.Integer({ minimum: 1 })) }),
  reply: BulletinView,
})

export const readBulletinPhoto = endpoint({
  method: 'GET',
  path: '/api/bulletins/:id/photos/:photoId',
  access: 'signedIn',
  summary: 'A photo that stands in the bulletin, for whoever may read it',
  params: shape({ id: Id, photoId: Id }),
  query: shape({ size: Type.Optional(oneOf(['thumb', 'card', 'full'])) }),
  reply: shape({}),
})

export const PDF_FORMS = ['page', 'wall'] as const
/** @throws document_characters_missing, busy */
export const downloadBulletin = endpoint({
  method: 'GET',
  path: '/api/bulletins/:id/pdf',
  access: 'signedIn',
  summary: 'As PDF: the published version, or the working copy for whoever writes it',
  params: ById,
  query: shape({
    as: Type.Optional(oneOf(PDF_FORMS)),
    paper: Type.Optional(oneOf(['A4', 'A3'])),
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    draft: Type.Optional(Type.Boolean()),
  }),
  reply: shape({}),
})
