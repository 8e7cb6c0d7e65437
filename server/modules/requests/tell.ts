/**
 * Who is told of a step: posts through whoever holds them, the reporter and joiners as persons. In-app first; a text message
 * where somebody waits for it, and only in duty hours unless it is an urgent call.
 *
 * A step enqueues one job in its transaction; the job works out the recipients, so that the step itself stays short.
 */
import type { RequestAction } from '#contracts/requests.ts'
import { tellAll, type NewNotice } from '#modules/notices/index.ts'
import { holdersOf, postsCovering, postsOfOrganisations } from '#modules/people/index.ts'
import { nextDutyMoment } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import type { PostKind } from '#contracts/rights.ts'
import { CALENDAR } from './calendar.ts'
import type { Audience } from './lifecycle.ts'
import { ALERTED } from './policy.ts'
import { sendText, type TextPayload } from './text-message.ts'

export type Announcement = {
  requestId: string
  seq: number
  action: RequestAction | 'submit' | 'join'
  audiences: readonly Audience[]
  /** Nobody is told of what they did themselves. */
  exceptPersonId: string | null
}

type Subject = {
  number: string
  title: string
  kind: string
  place_name: string
  place_path: string
  reporter_person_id: string | null
  lead_organisation_id: string | null
  lead_post_id: string | null
  handler_person_id: string | null
  facts: Record<string, unknown>
  note: string | null
  capacity: string
  internal: boolean
}

/** Others who follow every step, in the transaction of its announcement: app.ts names them. */
export type Follower = (tx: Tx, step: { requestId: string; seq: number }, now: Date) => Promise<void>

const ANNOUNCE: Pick<Job<Announcement>, 'name'> = { name: 'requests.announce' }

export async function announce(tx: Tx, announcement: Announcement, now: Date): Promise<void> {
  // The row wakes open pages too, also when nobody in particular is told.
  await enqueue(tx, ANNOUNCE, announcement, { now })
}

/** Steps that the reporter waits for on the phone, also without the page open. */
const TEXTED: readonly string[] = ['askReporter', 'finish', 'decline', 'close', 'merge', 'closeSilently']

export const announceJob = (followers: readonly Follower[]) =>
  job<Announcement>(ANNOUNCE.name, async (tx, announcement, { now }) => {
    await tell(tx, announcement, now)
    for (const follow of followers) await follow(tx, announcement, now)
  })

async function tell(tx: Tx, announcement: Announcement, now: Date): Promise<void> {
  const subject = await subjectOf(tx, announcement)
  if (!subject) return
  const told = await recipients(tx, subject, announcement, now)
  const facts = {
    title: subject.title,
    number: subject.number,
    place: subject.place_name,
    capacity: subject.capacity,
    ...plain(subject.facts),
    ...(subject.note && { note: [...subject.note].slice(0, 100).join('') }), // whole characters: half of one is no JSON
  }
  const common = {
    what: `request.${announcement.action}`,
    facts,
    requestId: announcement.requestId,
    at: now.toISOString(),
  }
  const notices: NewNotice[] = [
    ...[...told.postIds].map((postId) => ({ ...common, postId })),
    ...[...told.personIds]
      .filter((id) => id !== announcement.exceptPersonId)
      .map((personId) => ({ ...common, personId })),
  ]
  await tellAll(tx, notices)

  const urgent = subject.kind === 'urgent' && ['submit', 'urge'].includes(announcement.action)
  const text = (personIds: readonly string[]) =>
    texts(tx, { personIds, urgent, action: announcement.action, subject, requestId: announcement.requestId, now })
  if (urgent) await text(await holdersOf(tx, { postIds: [...told.postIds], now }))
  else if (
    TEXTED.includes(announcement.action) &&
    subject.reporter_person_id &&
    subject.reporter_person_id !== announcement.exceptPersonId
  )
    await text([subject.reporter_person_id])
}

const subjectOf = (tx: Tx, { requestId, seq }: Announcement) =>
  tx.one<Subject>({
    name: 'request_announced',
    text: `SELECT r.number, r.title, r.kind, r.place_name, r.place_path, r.reporter_person_id, r.lead_organisation_id, r.lead_post_id, r.handler_person_id,
                  e.facts, e.note, e.capacity, e.internal
           FROM request r JOIN request_event e ON e.tenant_id = $1 AND e.request_id = r.id AND e.seq = $3
           WHERE r.tenant_id = $1 AND r.id = $2`,
    values: [tx.tenantId, requestId, seq],
  })

async function recipients(tx: Tx, subject: Subject, { requestId, audiences }: Announcement, now: Date) {
  const postIds = new Set<string>()
  const personIds = new Set<string>()
  const nearest = async (kinds: readonly PostKind[], count: number) => {
    for (const post of (await postsCovering(tx, { path: subject.place_path, kinds, now })).slice(0, count))
      postIds.add(post.postId)
  }
  for (const audience of new Set(audiences)) {
    if (audience === 'reporter' && subject.reporter_person_id) personIds.add(subject.reporter_person_id)
    if (audience === 'joiners') for (const id of await joinersOf(tx, requestId)) personIds.add(id)
    if (audience === 'handlers') {
      if (await stillAnswers(tx, subject, now)) personIds.add(subject.handler_person_id ?? '')
      else if (subject.lead_post_id) postIds.add(subject.lead_post_id)
      if (subject.lead_organisation_id)
        for (const id of await postsOfOrganisations(tx, [subject.lead_organisation_id])) postIds.add(id)
    }
    if (audience === 'coHandlers') for (const id of await coPostsOf(tx, requestId)) postIds.add(id)
    if (audience === 'coordinators') await nearest(['communityStaff', 'compoundSecretary'], 3)
    if (audience === 'supervisors') await nearest(['subdistrictSupervisor'], 2)
    if (audience === 'followUp') await nearest(['followUpStaff'], 2)
    if (audience === 'duty') await nearest(ALERTED, 20)
    // The pool itself is the message to candidates: it shows up on their page as soon as it is offered.
  }
  return { postIds, personIds }
}

/** Who took it on hears of it, as long as they hold the post; afterwards the post does. */
async function stillAnswers(tx: Tx, subject: Subject, now: Date): Promise<boolean> {
  if (!subject.handler_person_id) return false
  const postIds = subject.lead_post_id ? [subject.lead_post_id] : []
  const organisationIds = subject.lead_organisation_id ? [subject.lead_organisation_id] : []
  return (await holdersOf(tx, { postIds, organisationIds, now })).includes(subject.handler_person_id)
}

const joinersOf = async (tx: Tx, requestId: string) =>
  (
    await tx.many<{ person_id: string }>({
      name: 'request_joiners',
      text: 'SELECT person_id FROM request_joiner WHERE tenant_id = $1 AND request_id = $2',
      values: [tx.tenantId, requestId],
    })
  ).map(({ person_id }) => person_id)

async function coPostsOf(tx: Tx, requestId: string): Promise<string[]> {
  const called = await tx.many<{ organisation_id: string | null; post_id: string | null }>({
    name: 'request_co_called',
    text: `SELECT organisation_id, post_id FROM request_assignment WHERE tenant_id = $1 AND request_id = $2 AND part = 'co' AND state <> 'ended'`,
    values: [tx.tenantId, requestId],
  })
  const organisations = called.flatMap((one) => one.organisation_id ?? [])
  return [
    ...called.flatMap((one) => one.post_id ?? []),
    ...(organisations.length ? await postsOfOrganisations(tx, organisations) : []),
  ]
}

async function texts(
  tx: Tx,
  {
    personIds,
    urgent,
    action,
    subject,
    requestId,
    now,
  }: { personIds: readonly string[]; urgent: boolean; action: string; subject: Subject; requestId: string; now: Date },
) {
  for (const personId of new Set(personIds)) {
    const payload: TextPayload = {
      personId,
      urgent,
      action,
      title: subject.title,
      place: subject.place_name,
      requestId,
    }
    await enqueue(tx, sendText, payload, { now, runAt: urgent ? now : nextDutyMoment(now, CALENDAR) })
  }
}

const plain = (facts: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[key, value]]
        : Array.isArray(value)
          ? [[key, value.join('、')]]
          : [],
    ),
  )
