/** Excel and CSV files into the registers: uploaded, understood, previewed, run in pieces, undone as a whole. */
import Type, { type Static } from 'typebox'
import { ById, Count, Done, endpoint, Id, Instant, nullable, oneOf, shape } from './endpoint.ts'
import { PROBLEM_CODES, SEVERITIES } from './import-problems.ts'

/** What the rows of a sheet become. A roster only names people by a number that other sheets of the file refer to. */
export const IMPORT_KINDS = [
  'buildings',
  'homes',
  'owners',
  'residents',
  'roster',
  'organisations',
  'posts',
  'members',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** What a column may be understood as. */
export const IMPORT_FIELDS = [
  'compound', 'grid', 'building', 'entrance', 'room', 'homeWords', 'floor', 'floors', 'households', 'usedAs',
  'name', 'phone', 'identity', 'personRef', 'personRole',
  'holds', 'occupants', 'movedInOn', 'gone',
  'unitCode', 'unitKind', 'area', 'areaSource', 'share', 'ownedFrom',
  'organisation', 'organisationKind', 'parent', 'dutyPhone', 'foundedOn', 'termEndsOn', 'duties',
  'postKind', 'postTitle', 'fromOn', 'toOn', 'standsAs',
  'stage', 'elsewhere', 'inService',
] as const // prettier-ignore
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const IMPORT_STATUSES = [
  'mapping',
  'checking',
  'ready',
  'running',
  'done',
  'undoing',
  'undone',
  'failed',
  'expired',
] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

export const ROW_STATES = ['good', 'warned', 'bad', 'in', 'skipped'] as const
export type RowState = (typeof ROW_STATES)[number]

/** Why a column is not offered at all: docs/security.md, "What is never recorded". */
export const NEVER_KEPT_GROUPS = ['belief', 'health', 'movements', 'means', 'papers', 'judgement'] as const

/** From best to weakest, as votes prefer them. Source: SPC interpretation on building ownership, art. 8. */
export const AREA_SOURCES = ['REGISTRY', 'SURVEY', 'CONTRACT'] as const

const MOST_COLUMNS = 200
const MOST_SHEETS = 30

/** A sheet of the file as it is to be read; without a kind it is left out. */
export const ImportPart = shape({
  sheet: Type.Integer({ minimum: 0, maximum: MOST_SHEETS }),
  headerRow: Type.Integer({ minimum: 1, maximum: 1_048_576, description: 'as Excel counts' }),
  kind: nullable(oneOf(IMPORT_KINDS)),
  columns: Type.Array(nullable(oneOf(IMPORT_FIELDS)), {
    maxItems: MOST_COLUMNS,
    description: 'one per column; null: dropped',
  }),
})
export type ImportPart = Static<typeof ImportPart>

const PreviewRow = shape({ number: Type.Integer(), cells: Type.Array(Type.String()) })

export const ImportColumn = shape({
  header: Type.String(),
  /** A few of its values, for whoever decides what it is. */
  samples: Type.Array(Type.String()),
  field: nullable(oneOf(IMPORT_FIELDS)),
  refused: nullable(oneOf(NEVER_KEPT_GROUPS)),
})
export type ImportColumn = Static<typeof ImportColumn>

export const ImportSheet = shape({
  name: Type.String(),
  hidden: Type.Boolean(),
  rowCount: Count,
  /** First lines as they stand. */
  preview: Type.Array(PreviewRow),
  headerRow: Type.Integer(),
  kind: nullable(oneOf(IMPORT_KINDS)),
  /** The same header was mapped before, and this is how. */
  remembered: Type.Boolean(),
  columns: Type.Array(ImportColumn),
})
export type ImportSheet = Static<typeof ImportSheet>

export const ImportProblem = shape({
  code: oneOf(PROBLEM_CODES),
  severity: oneOf(SEVERITIES),
  /** As Excel counts them; null when the whole row is meant. */
  column: nullable(Type.Integer()),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
})
export type ImportProblem = Static<typeof ImportProblem>

export const ImportFigures = shape({
  buildings: Count,
  entrances: Count,
  homes: Count,
  people: Count,
  peopleKnown: Count,
  problems: Type.Array(shape({ code: oneOf(PROBLEM_CODES), severity: oneOf(SEVERITIES), count: Count })),
})
export type ImportFigures = Static<typeof ImportFigures>

export const ImportRow = shape({
  id: Id,
  fileName: Type.String(),
  status: oneOf(IMPORT_STATUSES),
  kinds: Type.Array(oneOf(IMPORT_KINDS)),
  placeId: nullable(Id),
  placeName: nullable(Type.String()),
  rowCount: Count,
  doneCount: Count,
  goodCount: Count,
  badCount: Count,
  failure: nullable(Type.String()),
  mine: Type.Boolean(),
  createdAt: Instant,
  finishedAt: nullable(Instant),
})
export type ImportRow = Static<typeof ImportRow>

export const ImportView = shape({
  ...ImportRow.properties,
  /** Only for whoever uploaded the file, while it is there. */
  sheets: Type.Array(ImportSheet),
  parts: Type.Array(ImportPart),
  createMissing: Type.Boolean(),
  areaSource: oneOf(AREA_SOURCES),
  figures: nullable(Type.Unsafe<ImportFigures>({ ...ImportFigures })),
  allowedActions: Type.Array(oneOf(['map', 'run', 'undo', 'discard'])),
})
export type ImportView = Static<typeof ImportView>

export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  access: 'imports.run',
  summary: 'Imports of one’s own and of one’s own area, newest first',
  reply: Type.Array(ImportRow),
})

export const uploadImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  access: 'imports.run',
  creates: true,
  summary: 'Upload an .xlsx or CSV file (multipart, one part); sheets, headers and columns are proposed',
  query: shape({ placeId: Type.Optional(Id), kind: Type.Optional(oneOf(IMPORT_KINDS)) }),
  reply: shape({ id: Id }),
})

export const readImport = endpoint({
  method: 'GET',
  path: '/api/imports/:id',
  access: 'imports.run',
  summary: 'How far an import is, what its columns become, what is wrong',
  params: ById,
  reply: ImportView,
})

export const proposeColumns = endpoint({
  method: 'POST',
  path: '/api/imports/:id/proposals',
  access: 'imports.run',
  writes: false,
  summary: 'What the columns of a sheet would be with this header row and kind',
  params: ById,
  body: shape({
    sheet: Type.Integer({ minimum: 0, maximum: MOST_SHEETS }),
    headerRow: Type.Integer({ minimum: 1, maximum: 1_048_576 }),
    kind: nullable(oneOf(IMPORT_KINDS)),
  }),
  reply: ImportSheet,
})

export const checkImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/check',
  access: 'imports.run',
  summary: 'Read every row in this way, in the background; nothing is entered yet',
  params: ById,
  body: shape({
    placeId: Id,
    parts: Type.Array(ImportPart, { maxItems: MOST_SHEETS }),
    createMissing: Type.Boolean(),
    areaSource: oneOf(AREA_SOURCES),
  }),
  reply: Done,
})

export const ImportedRow = shape({
  seq: Type.Integer(),
  sheet: Type.String(),
  rowNumber: Type.Integer(),
  state: oneOf(ROW_STATES),
  cells: Type.Array(
    shape({ column: Type.Integer(), field: oneOf(IMPORT_FIELDS), text: Type.String(), read: Type.String() }),
  ),
  problems: Type.Array(ImportProblem),
})
export type ImportedRow = Static<typeof ImportedRow>

export const listImportedRows = endpoint({
  method: 'GET',
  path: '/api/imports/:id/rows',
  access: 'imports.run',
  summary: 'Rows with what stands in their cells and what is wrong; only for whoever uploaded the file',
  params: ById,
  query: shape({
    state: Type.Optional(oneOf(ROW_STATES)),
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
  }),
  reply: shape({ rows: Type.Array(ImportedRow), next: nullable(Type.Integer()) }),
})

export const runImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/run',
  access: 'imports.run',
  summary: 'Enter the good rows, in the background',
  params: ById,
  reply: Done,
})

export const undoImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/undo',
  access: 'imports.run',
  summary: 'Take back everything that the import wrote; refused where later work stands on it',
  params: ById,
  reply: Done,
})

export const discardImport = endpoint({
  method: 'DELETE',
  path: '/api/imports/:id',
  access: 'imports.run',
  summary: 'Forget the file and its rows before anything is entered',
  params: ById,
  reply: Done,
})

/** Described in the API; the replies are files. */
export const downloadBadRows = endpoint({
  method: 'GET',
  path: '/api/imports/:id/bad-rows.xlsx',
  access: 'imports.run',
  summary: 'The rows that did not go in, with the reason, to be mended and imported again',
  params: ById,
  reply: shape({}),
})

export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/api/import-templates/:kind',
  access: 'imports.run',
  summary: 'An empty file with the headers that are understood without asking',
  params: shape({ kind: oneOf(IMPORT_KINDS) }),
  reply: shape({}),
})
