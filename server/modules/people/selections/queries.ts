/** SQL of selections, their candidates and what was found at each vetting step. Vetting steps are only ever added. */
import type { OrganisationKind } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import type { Channel, SelectionStatus } from '#contracts/selections.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

type Seat = { postId: string; seats: number }
export type SelectionFound = {
  id: string
  title: string
  organisationId: string
  organisationName: string
  organisationKind: OrganisationKind
  placeId: string
  placeName: string
  placePath: string
  status: SelectionStatus
  seats: (Seat & { title: string; kind: PostKind })[]
  vettingSteps: string[]
  fromOn: string
  nominateUntil: string
  termUntil: string | null
  resultNote: string | null
  closedAt: string | null
}

const SELECTIONS = `
  SELECT s.id, s.title, s.organisation_id AS "organisationId", g.name AS "organisationName", g.kind AS "organisationKind",
         s.place_id AS "placeId", l.full_name AS "placeName", l.path AS "placePath", s.status,
         (SELECT coalesce(json_agg(json_build_object('postId', o.id, 'title', o.title, 'kind', o.kind, 'seats', w.seats) ORDER BY o.title, o.id), '[]')
            FROM jsonb_to_recordset(s.seats) AS w ("postId" uuid, seats int)
            JOIN post o ON o.tenant_id = $1 AND o.id = w."postId") AS seats,
         s.vetting_steps AS "vettingSteps", s.from_on AS "fromOn", s.nominate_until AS "nominateUntil", s.term_until AS "termUntil",
         s.result_note AS "resultNote", s.closed_at AS "closedAt"
    FROM selection s
    JOIN organisation g ON g.tenant_id = $1 AND g.id = s.organisation_id
    JOIN place l ON l.tenant_id = $1 AND l.id = s.place_id
   WHERE s.tenant_id = $1`

type Reader = { personId: string; homePath: string | null; reach: { whole: boolean; paths: readonly string[] } }
const MOST_LISTED = 200

/** Those one runs, those around one's home, those one is a candidate in; newest first. */
export const listFor = (tx: Tx, { personId, homePath, reach }: Reader) =>
  tx.many<SelectionFound>({
    name: 'selection_list',
    text: `${SELECTIONS}
             AND ($2::boolean OR EXISTS (SELECT 1 FROM unnest($3::text[]) AS r (path) WHERE l.path >= r.path AND l.path < r.path || '~')
                  OR ($4::text >= l.path AND $4::text < l.path || '~')
                  OR EXISTS (SELECT 1 FROM candidate c WHERE c.tenant_id = $1 AND c.selection_id = s.id AND c.person_id = $5))
           ORDER BY s.created_at DESC, s.id DESC LIMIT $6`,
    values: [tx.tenantId, reach.whole, reach.paths, homePath, personId, MOST_LISTED],
  })

export const findSelection = (tx: Tx, id: string) =>
  tx.one<SelectionFound>({ name: 'selection_find', text: `${SELECTIONS} AND s.id = $2`, values: [tx.tenantId, id] })

/** Locked, so that steps of one selection come one after the other. */
export const lockSelection = (tx: Tx, id: string) =>
  tx.one<SelectionFound>({
    name: 'selection_lock',
    text: `${SELECTIONS} AND s.id = $2 FOR UPDATE OF s`,
    values: [tx.tenantId, id],
  })

type NewSelection = {
  title: string
  organisationId: string
  placeId: string
  seats: readonly Seat[]
  vettingSteps: readonly string[]
  fromOn: string
  nominateUntil: string
  termUntil?: string
}

export async function insertSelection(tx: Tx, one: NewSelection, now: Date): Promise<string> {
  const id = newId()
  await tx.run({
    name: 'selection_insert',
    text: `INSERT INTO selection (tenant_id, id, title, organisation_id, place_id, seats, vetting_steps, status, from_on, nominate_until, term_until, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'nominating', $8, $9, $10, $11)`,
    values: [
      tx.tenantId, id, one.title, one.organisationId, one.placeId, JSON.stringify(one.seats), one.vettingSteps, one.fromOn,
      one.nominateUntil, one.termUntil ?? null, now,
    ], // prettier-ignore
  })
  return id
}

type Outcome = { status: SelectionStatus; resultNote: string | null; closedAt: Date | null }

export async function saveStatus(tx: Tx, id: string, { status, resultNote, closedAt }: Outcome): Promise<void> {
  await tx.run({
    name: 'selection_save',
    text: `UPDATE selection SET status = $3, result_note = coalesce($4, result_note), closed_at = $5 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, status, resultNote, closedAt],
  })
}

export type CandidateFound = {
  id: string
  selectionId: string
  personId: string
  name: string
  channel: Channel
  statement: string
  supporters: number
  agreedAt: string | null
  withdrawnAt: string | null
  electedTo: string | null
  steps: { step: string; passed: boolean; reason: string; by: string; at: string }[]
}

/** In the order in which they came onto the list. */
export const candidatesOf = (tx: Tx, selectionIds: readonly string[]) =>
  tx.many<CandidateFound>({
    name: 'candidates_of',
    text: `SELECT c.id, c.selection_id AS "selectionId", c.person_id AS "personId", p.name_masked AS name, c.channel, c.statement, c.supporters,
                  c.agreed_at AS "agreedAt", c.withdrawn_at AS "withdrawnAt", o.title AS "electedTo",
                  (SELECT coalesce(json_agg(json_build_object('step', v.step, 'passed', v.passed, 'reason', v.reason, 'by', v.capacity,
                                                              'at', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY v.id), '[]')
                     FROM vetting_step v WHERE v.tenant_id = $1 AND v.candidate_id = c.id) AS steps
             FROM candidate c
             JOIN person p ON p.tenant_id = $1 AND p.id = c.person_id
             LEFT JOIN post o ON o.tenant_id = $1 AND o.id = c.elected_to
            WHERE c.tenant_id = $1 AND c.selection_id = ANY ($2::uuid[]) ORDER BY c.created_at, c.id`,
    values: [tx.tenantId, selectionIds],
  })

type NewCandidate = {
  selectionId: string
  personId: string
  channel: Channel
  statement: string
  supporters: number
  nominatedBy: string
  agreedAt: Date | null
}

/** False when the person is on the list already. */
export async function insertCandidate(tx: Tx, one: NewCandidate, now: Date): Promise<boolean> {
  const rows = await tx.run({
    name: 'candidate_insert',
    text: `INSERT INTO candidate (tenant_id, id, selection_id, person_id, channel, statement, supporters, nominated_by, agreed_at, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (tenant_id, selection_id, person_id) DO NOTHING`,
    values: [
      tx.tenantId, newId(), one.selectionId, one.personId, one.channel, one.statement, one.supporters, one.nominatedBy, one.agreedAt, now,
    ], // prettier-ignore
  })
  return rows === 1
}

export async function saveAnswer(tx: Tx, id: string, answer: 'agree' | 'withdraw', now: Date): Promise<void> {
  await tx.run({
    name: 'candidate_answer',
    text: `UPDATE candidate SET agreed_at = CASE WHEN $3 THEN $4 ELSE agreed_at END, withdrawn_at = CASE WHEN $3 THEN NULL ELSE $4::timestamptz END
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, answer === 'agree', now],
  })
}

export async function saveElected(tx: Tx, id: string, postId: string): Promise<void> {
  const text = `UPDATE candidate SET elected_to = $3 WHERE tenant_id = $1 AND id = $2`
  await tx.run({ name: 'candidate_elected', text, values: [tx.tenantId, id, postId] })
}

type NewStep = {
  candidateId: string
  step: string
  passed: boolean
  reason: string
  actorPersonId: string
  capacity: string
  at: Date
}

export async function insertVettingStep(tx: Tx, one: NewStep): Promise<void> {
  await tx.run({
    name: 'vetting_insert',
    text: `INSERT INTO vetting_step (tenant_id, id, candidate_id, step, passed, reason, actor_person_id, capacity, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      tx.tenantId,
      newId(),
      one.candidateId,
      one.step,
      one.passed,
      one.reason,
      one.actorPersonId,
      one.capacity,
      one.at,
    ],
  })
}
