/**
 * What a step asks for: the fields that follow from its `needs` and from what was answered so far, what is still missing,
 * and the body that is sent. Pure; StepFields.tsx draws it, phone and desk share it.
 *
 * The server decides what is needed (server/modules/requests/lifecycle.ts); this only adds what a person may say besides.
 */
import type { AllowedAction, RequestAction, RequestView, StepBody } from '#contracts/requests.ts'

export type StepField =
  | 'note' | 'evidence' | 'reasonCode' | 'categoryCode' | 'intoId' | 'handler' | 'coHandlers' | 'until' | 'reviewOn'
  | 'outcome' | 'cause' | 'level' | 'reached' | 'solved' | 'satisfied' | 'stars' | 'publicWords' // prettier-ignore
/** What the fields read of the request they stand for. */
export type StepRequest = Pick<RequestView, 'id' | 'level' | 'categoryCode' | 'categoryProposals' | 'kind' | 'gridId'>
export type StepValues = Omit<StepBody, 'action' | 'seq' | 'photoIds'>
export type AskedField = { field: StepField; required: boolean }
export type FieldProblem = 'field_required' | 'text_or_photo_required' | 'date_in_past'

/** Fields in the order in which one would tell it. */
// prettier-ignore
const ORDER: readonly StepField[] = [
  'reached', 'solved', 'satisfied', 'stars', 'level', 'outcome', 'reasonCode', 'cause', 'categoryCode', 'intoId', 'handler', 'coHandlers',
  'until', 'reviewOn', 'publicWords', 'evidence', 'note',
]
const isField = (word: string): word is StepField => (ORDER as readonly string[]).includes(word)

/** What may be added although the step does not need it; where nothing is listed, a note. */
const BESIDES: Partial<Record<RequestAction, readonly StepField[]>> = {
  confirm: ['stars', 'note'],
  rate: ['satisfied', 'stars', 'note'],
  finish: ['outcome'],
  dispatch: ['publicWords', 'note'],
  whistle: ['publicWords', 'note'],
}
/** A call-back that reached somebody must say what they said (server/modules/requests/effects.ts, callBack). */
const IF_REACHED: readonly StepField[] = ['solved', 'satisfied']

export function fieldsFor(
  { action, needs }: Pick<AllowedAction, 'action' | 'needs'>,
  values: StepValues,
): AskedField[] {
  const needed = new Set(needs.filter(isField))
  const besides = new Set(BESIDES[action] ?? (needed.has('evidence') ? [] : ['note' as const]))
  if (action === 'callBack' && values.reached) {
    for (const field of IF_REACHED) needed.add(field)
    besides.add('stars')
  }
  return ORDER.filter((field) => needed.has(field) || besides.has(field)).map((field) => ({
    field,
    required: needed.has(field),
  }))
}

/** What is still missing, by field. The server checks again. */
export function problemsOf(
  fields: readonly AskedField[],
  values: StepValues,
  { photos, now }: { photos: number; now: Date },
): Partial<Record<StepField, FieldProblem>> {
  const problems: Partial<Record<StepField, FieldProblem>> = {}
  for (const { field, required } of fields) {
    if (field === 'evidence') {
      if (required && !values.note?.trim() && photos === 0) problems.evidence = 'text_or_photo_required'
      continue
    }
    const value = values[field]
    const empty = value === undefined || (typeof value === 'string' && value.trim() === '')
    if (required && (empty || isIncomplete(field, values))) problems[field] = 'field_required'
    else if ((field === 'until' || field === 'reviewOn') && typeof value === 'string' && new Date(value) <= now)
      problems[field] = 'date_in_past'
  }
  return problems
}

const isIncomplete = (field: StepField, { coHandlers }: StepValues) =>
  field === 'coHandlers' && (coHandlers?.length === 0 || coHandlers?.some(({ task }) => !task.trim()))

type Sending = {
  action: RequestAction
  seq: number
  fields: readonly AskedField[]
  values: StepValues
  photoIds: readonly string[]
}

/** Only fields that were asked are sent: what was answered before another answer hid it stays behind. */
export function bodyOf({ action, seq, fields, values, photoIds }: Sending): StepBody {
  const asked = new Set<string>(fields.map(({ field }) => (field === 'evidence' ? 'note' : field)))
  const filled = Object.entries(values).filter(
    ([key, value]) => asked.has(key) && value !== undefined && (typeof value !== 'string' || value.trim() !== ''),
  )
  return { action, seq, ...Object.fromEntries(filled), ...(photoIds.length > 0 && { photoIds: [...photoIds] }) }
}

/** Which field a refusal speaks of: evidence is told under its words. */
export const fieldOf = (named: string | undefined, fields: readonly AskedField[]): StepField | undefined => {
  if (named === undefined || !isField(named)) return undefined
  return named === 'note' && fields.some(({ field }) => field === 'evidence') ? 'evidence' : named
}

/** What <input type="datetime-local"> gives, read as a clock of the place (China has one zone and no summer time: UTC+8). */
export const instantOf = (local: string): string => (local ? new Date(`${local}:00+08:00`).toISOString() : '')
/** The reverse, for showing it. */
export const localOf = (instant: string | undefined): string =>
  instant ? new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16) : ''
