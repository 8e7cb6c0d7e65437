/**
 * The home page: what waits for this person, most urgent first. Everything on it is a question with its own answer buttons.
 *
 * Read QUESTIONS as a table: which requests ask what of whom. Each is one indexed look at open requests, so the page costs
 * the same however many requests there are.
 */
import type { RequestAction, Waiting } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { FROM, ROW } from './queries/rows.ts'
import { answeringOrganisations, inMyHands, Params, workScope } from './scope.ts'
import { viewRow, type RowRecord } from './view.ts'

type Question = {
  question: Waiting['question']
  actions: RequestAction[]
  /** Condition on `request r`, or null when it can never concern this person. */
  where: (actor: Actor, params: Params, now: string) => string | null
  /** Lower comes first. */
  rank: number
}

const holds = (actor: Actor, ...kinds: string[]) => actor.capacities.some(({ kind }) => kinds.includes(kind))
const desk = (actor: Actor, params: Params) =>
  holds(actor, 'communityStaff', 'compoundSecretary') ? workScope(actor, params) : null

const QUESTIONS: readonly Question[] = [
  {
    question: 'urgentCall',
    actions: ['claim'],
    rank: 0,
    where: (actor, params) => {
      const paths = actor.capacities
        .filter(({ kind }) => ['dutyOfficer', 'buildingHead', 'areaLead', 'member', 'communityStaff'].includes(kind))
        .map(({ placePath }) => placePath)
      if (paths.length === 0) return null
      return `r.status = 'offered' AND r.kind = 'urgent' AND r.reporter_person_id IS DISTINCT FROM ${params.add(actor.personId)}
        AND EXISTS (SELECT 1 FROM unnest(${params.add(paths)}::text[]) AS p(path) WHERE r.place_path >= p.path AND r.place_path < p.path || '~')`
    },
  },
  {
    question: 'confirmDone',
    actions: ['confirm', 'notSatisfied'],
    rank: 1,
    where: (actor, params) => `r.status = 'finished' AND r.reporter_person_id = ${params.add(actor.personId)}`,
  },
  {
    question: 'answerQuestion',
    actions: ['answer'],
    rank: 1,
    where: (actor, params) => `r.status = 'waiting' AND r.reporter_person_id = ${params.add(actor.personId)}`,
  },
  {
    question: 'answerSupervision',
    actions: ['answerSupervision'],
    rank: 2,
    where: (actor, params) =>
      actor.capacities.length
        ? `r.supervision IS NOT NULL AND r.supervision->>'answeredAt' IS NULL AND ${inMyHands(actor, params)}`
        : null,
  },
  {
    question: 'takeOn',
    actions: ['takeOn', 'giveBack'],
    rank: 3,
    where: (actor, params) =>
      actor.capacities.length ? `r.status = 'dispatched' AND ${inMyHands(actor, params)}` : null,
  },
  {
    question: 'reportIn',
    actions: ['reportIn'],
    rank: 3,
    where: (actor, params) =>
      actor.capacities.length
        ? `r.id IN (SELECT a.request_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.part = 'co' AND a.state = 'called'
             AND (a.organisation_id = ANY(${params.add(answeringOrganisations(actor))}) OR a.post_id = ANY(${params.add(actor.capacities.map(({ postId }) => postId))})))`
        : null,
  },
  {
    question: 'decideAsk',
    actions: ['grant', 'refuse'],
    rank: 4,
    where: (actor, params) => and(`r.ask IS NOT NULL`, desk(actor, params)),
  },
  {
    question: 'ruleReturn',
    actions: ['dispatch', 'rule'],
    rank: 4,
    where: (actor, params) => and(`r.status = 'returned'`, desk(actor, params)),
  },
  {
    question: 'dispatchNew',
    actions: ['accept', 'dispatch', 'offer'],
    rank: 5,
    where: (actor, params) => and(`r.status IN ('submitted', 'accepted')`, desk(actor, params)),
  },
  {
    question: 'handleNow',
    actions: ['progress', 'finish'],
    rank: 5,
    where: (actor, params) => `r.status = 'handling' AND ${inMyHands(actor, params)}`,
  },
  {
    question: 'callBack',
    actions: ['callBack'],
    rank: 6,
    where: (actor, params) =>
      and(`r.status = 'finished'`, holds(actor, 'followUpStaff') ? workScope(actor, params) : null),
  },
  {
    question: 'reviewShelved',
    actions: ['resume'],
    rank: 6,
    where: (actor, params, now) =>
      and(
        `r.status IN ('shelved', 'paused') AND r.review_on <= (${now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`,
        desk(actor, params),
      ),
  },
  {
    question: 'rateJoined',
    actions: ['rate'],
    rank: 7,
    where: (actor, params) => {
      const me = params.add(actor.personId)
      return `r.status = 'finished' AND r.id IN (SELECT j.request_id FROM request_joiner j WHERE j.tenant_id = $1 AND j.person_id = ${me})
        AND NOT EXISTS (SELECT 1 FROM request_rating g WHERE g.tenant_id = $1 AND g.request_id = r.id AND g.round = r.round AND g.person_id = ${me})`
    },
  },
]
const EACH = 6 // a card each would drown the page; the rest is counted

/** The words under a card's question: what was last said in public by the other side. */
const WORDS = `(SELECT e.note FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = r.id AND NOT e.internal AND e.note IS NOT NULL
  AND e.action IN ('finish', 'askReporter', 'supervise', 'giveBack', 'askTime', 'askPause', 'askShelve', 'whistle', 'dispatch') ORDER BY e.seq DESC LIMIT 1) AS words`

export async function waitingFor(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<{ waiting: Waiting[]; waitingTotal: number }> {
  const params = new Params(tx.tenantId)
  const at = params.add(now)
  const asked = QUESTIONS.flatMap((one) => {
    const where = one.where(actor, params, at)
    return where ? [{ ...one, where }] : []
  })
  const parts = asked.map(
    ({ question, where }) =>
      `(SELECT '${question}' AS question, count(*) OVER ()::int AS of_question, ${WORDS}, ${ROW} ${FROM} AND r.closed_at IS NULL AND ${where} ORDER BY r.due_at, r.id LIMIT ${EACH})`,
  )
  type Found = RowRecord & { question: Waiting['question']; of_question: number; words: string | null }
  // `at` is bound even where no question compares with it
  const found = await tx.many<Found>({
    text: `SELECT * FROM (${parts.join(' UNION ALL ')}) all_of_them WHERE ${at}::timestamptz IS NOT NULL`,
    values: params.values,
  })

  const rank = new Map(asked.map(({ question, rank: order }) => [question, order]))
  const actions = new Map(asked.map(({ question, actions: verbs }) => [question, verbs]))
  const seen = new Set<string>()
  const waiting = found
    .map(({ question, words, of_question: _count, ...row }) => ({
      key: `${question}-${row.id}`,
      question,
      words,
      request: viewRow(row),
      actions: actions.get(question) ?? [],
    }))
    .sort(
      (a, b) =>
        (rank.get(a.question) ?? 9) - (rank.get(b.question) ?? 9) ||
        (a.request.dueAt ?? '9').localeCompare(b.request.dueAt ?? '9'),
    )
    .filter((one) => !seen.has(one.request.id) && seen.add(one.request.id))
  const totals = new Map(found.map(({ question, of_question }) => [question, of_question]))
  return { waiting, waitingTotal: [...totals.values()].reduce((sum, count) => sum + count, 0) }
}

const and = (condition: string, scope: string | null): string | null => (scope ? `${condition} AND ${scope}` : null)
