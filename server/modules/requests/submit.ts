/** Taking a request in, from any channel: place, category, number, first event, photos. */
import type { Channel, SubmitBody } from '#contracts/requests.ts'
import { locate, type Where } from '#modules/places/index.ts'
import { findPersonByPhone } from '#modules/people/index.ts'
import { holdsRight, type Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { maskName, maskPhone, type Secrets } from '#platform/secrets.ts'
import { CALENDAR } from './calendar.ts'
import { capacityWords, RESIDENT_CAPACITY } from './capacity.ts'
import { proposeCategories } from './categories/models.ts'
import { limitsOf, usableCategory, type Category } from './categories/store.ts'
import { advance, nextDue, noClocks, type ClockEvent } from './clock/clocks.ts'
import { bindPhotos, insertEvent } from './queries/save.ts'
import { insertRequest } from './queries/insert.ts'
import { announce } from './tell.ts'

/** Beginning of the loop. Urgent calls go straight to the pool of those who are alerted, with every clock running. */
const START: ClockEvent['start'] = ['accept', 'answer']
const URGENT_START: ClockEvent['start'] = ['accept', 'contact', 'handle', 'answer']

/** Another system that hands in what somebody told it: in whose name as far as it said, and in what words history keeps it. */
export type HandedIn = {
  capacity: string
  name: string | null
  phone: string | null
  /** The address in the sender's words, which may name a door: told only to those who work on it. */
  address: string | null
}

/** Shown where somebody left a number and no name. */
const NAMELESS = '未留姓名'

/** @throws text_or_photo_required, right_required, location_required, location_outside, place_not_found, category_not_found, category_not_ours, photo_not_found */
export async function submit(
  tx: Tx,
  actor: Actor,
  body: SubmitBody,
  secrets: Secrets,
  now: Date,
  handedIn?: HandedIn,
): Promise<string> {
  const text = body.text.trim()
  const photoIds = body.photoIds ?? []
  if (!text && photoIds.length === 0) throw new AppError('text_or_photo_required', { field: 'text' })
  const { onBehalf } = body
  if (onBehalf && !holdsRight(actor, 'requests.onBehalf'))
    throw new AppError('right_required', { right: 'requests.onBehalf' })

  const found = await locate(tx, whereOf(body, actor, now))
  const place = { ...found, doorName: found.doorName ?? handedIn?.address ?? null }
  const category = body.categoryCode ? await usableCategory(tx, body.categoryCode) : null
  const id = newId()
  const urgent = body.kind === 'urgent'
  const clockEvent: ClockEvent = { at: now.toISOString(), start: urgent ? URGENT_START : START }
  const limits = limitsOf(body.kind, category)
  const clocks = advance(noClocks(limits), clockEvent, CALENDAR)
  const due = nextDue(clocks)
  const status = urgent ? 'offered' : 'submitted'
  const capacity = handedIn?.capacity ?? (onBehalf ? capacityWords(actor.capacities[0]) : RESIDENT_CAPACITY)
  const reporter = await reporterOf(tx, id, actor, handedIn ?? onBehalf, secrets)
  const helped = Boolean(handedIn ?? onBehalf)

  await insertRequest(tx, {
    id,
    kind: body.kind,
    channel: (handedIn ? 'api' : (onBehalf?.channel ?? 'phone')) satisfies Channel,
    status,
    title: body.title?.trim() || titleFrom(text, category),
    text,
    answers: body.answers ?? [],
    limited: (body.limited ?? false) || category?.privacy === 'limited',
    categoryCode: category?.code ?? null,
    proposals: category ? [] : await proposeCategories(tx, text, now),
    place,
    locationSource: body.location.source ?? (body.location.lon === undefined ? 'picked' : 'device'),
    locationWords: body.location.words ?? null,
    reporter,
    helper: helped ? { personId: actor.personId, capacity } : null,
    fromPool: urgent,
    clocks,
    due,
    now,
  })
  await bindPhotos(tx, { photoIds, photoRole: 'before', actorPersonId: actor.personId }, id, 1, false).then(
    ([first]) => first && setBefore(tx, id, first),
  )
  await insertEvent(
    tx,
    id,
    1,
    { action: 'submit', actorPersonId: actor.personId, capacity, now },
    {
      note: null,
      internal: false,
      facts: { ...(helped && { channel: handedIn ? 'api' : (onBehalf?.channel ?? ''), helper: capacity }) },
      clockEvent,
      status,
      round: 1,
    },
  )
  await announce(
    tx,
    {
      requestId: id,
      seq: 1,
      action: 'submit',
      audiences: urgent ? ['duty', 'coordinators'] : ['coordinators'],
      exceptPersonId: actor.personId,
    },
    now,
  )
  return id
}

/** Nothing said about where: it happened where the person lives. */
function whereOf({ location, onBehalf }: SubmitBody, actor: Actor, now: Date): Where {
  const { placeId, lon, lat, system } = location
  if (placeId || lon !== undefined) return { placeId, lon, lat, system, now }
  return { placeId: onBehalf ? onBehalf.placeId : actor.home?.placeId, now }
}

const SENTENCE_END = /[。！？!?\n；;]/
const TITLE_LENGTH = 30

function titleFrom(text: string, category: Category | null): string {
  const [first = ''] = text.split(SENTENCE_END)
  const words = first.trim()
  if (words.length >= 2) return [...words].slice(0, TITLE_LENGTH).join('')
  return category?.name ?? '随手拍'
}

/** Somebody known by phone sees the request among their own; for others name and number are kept sealed with it. */
async function reporterOf(
  tx: Tx,
  requestId: string,
  actor: Actor,
  told: { name: string | null; phone?: string | null } | undefined,
  secrets: Secrets,
) {
  if (!told) return { personId: actor.personId }
  const { name, phone } = told
  const personId = phone ? await findPersonByPhone(tx, secrets, phone) : undefined
  const seal = (column: string, value: string) =>
    secrets.seal(value, { tenantId: tx.tenantId, table: 'request', column, rowId: requestId })
  return {
    personId: personId ?? null,
    ...((name ?? phone) && {
      nameSealed: seal('reporter_name', name ?? NAMELESS),
      nameMasked: name ? maskName(name) : NAMELESS,
    }),
    ...(phone && { phoneSealed: seal('reporter_phone', phone), phoneMasked: maskPhone(phone) }),
  }
}

const setBefore = (tx: Tx, id: string, photo: object) =>
  tx.run({
    name: 'request_before',
    text: 'UPDATE request SET before_photo = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, JSON.stringify(photo)],
  })
