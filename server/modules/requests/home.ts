/**
 * The home page: what waits for this person, most urgent first. Everything on it is a question with its own answer buttons.
 *
 * Read QUESTIONS as a table: which open requests ask what of whom. Where a person looks is LOOKS; each look reads an index
 * over open requests once, whatever the number of its questions, so the page costs the same however long the history is.
 */
import type { RequestAction, Waiting } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { allOf, FROM, prepared, ROW } from './queries/rows.ts'
import { answeringOrganisations, inMyHands, once, Params, workScope } from './scope.ts'
import { viewRow, type RowRecord } from './view.ts'

const holds = (actor: Actor, ...kinds: string[]) => actor.capacities.some(({ kind }) => kinds.includes(kind))
const posts = (actor: Actor) => actor.capacities.map(({ postId }) => postId)

/** Which requests a person looks through for questions: a condition on `request r`, or null when there can be none. */
const LOOKS = {
  alerted: (actor, params) => {
    const paths = actor.capacities
      .filter(({ kind }) => ['dutyOfficer', 'buildingHead', 'areaLead', 'member', 'communityStaff'].includes(kind))
      .map(({ placePath }) => placePath)
    if (paths.length === 0) return null
    return `r.status = 'offered' AND r.kind = 'urgent' AND r.reporter_person_id IS DISTINCT FROM ${params.add(actor.personId)}
      AND EXISTS (SELECT 1 FROM unnest(${params.add(paths)}::text[]) AS p(path) WHERE r.place_path >= p.path AND r.place_path < p.path || '~')`
  },
  reported: (actor, params) => `r.reporter_person_id = ${params.add(actor.personId)}`,
  inHands: (actor, params) => inMyHands(actor, params),
  called: (actor, params) =>
    actor.capacities.length
      ? `r.id IN (SELECT a.request_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.part = 'co' AND a.state = 'called'
           AND (a.organisation_id = ANY(${params.add(answeringOrganisations(actor))}) OR a.post_id = ANY(${params.add(posts(actor))})))`
      : null,
  atDesk: (actor, params) => (holds(actor, 'communityStaff', 'compoundSecretary') ? workScope(actor, params) : null),
  toCallBack: (actor, params) => (holds(actor, 'followUpStaff') ? workScope(actor, params) : null),
  joined: (actor, params) => {
    const me = params.add(actor.personId)
    return `r.id IN (SELECT j.request_id FROM request_joiner j WHERE j.tenant_id = $1 AND j.person_id = ${me})
      AND NOT EXISTS (SELECT 1 FROM request_rating g WHERE g.tenant_id = $1 AND g.request_id = r.id AND g.round = r.round AND g.person_id = ${me})`
  },
} satisfies Record<string, (actor: Actor, params: Params) => string | null>

type Question = {
  question: Waiting['question']
  actions: RequestAction[]
  look: keyof typeof LOOKS
  /** Condition on `request r`. In one look the first question that fits a request is the one it asks. */
  where: (now: () => string) => string
  /** Lower comes first. */
  rank: number
}

// prettier-ignore
const QUESTIONS: readonly Question[] = [
  { rank: 0, question: 'urgentCall', look: 'alerted', actions: ['claim'], where: () => 'true' },
  { rank: 1, question: 'confirmDone', look: 'reported', actions: ['confirm', 'notSatisfied'], where: () => `r.status = 'finished'` },
  { rank: 1, question: 'answerQuestion', look: 'reported', actions: ['answer'], where: () => `r.status = 'waiting'` },
  { rank: 2, question: 'answerSupervision', look: 'inHands', actions: ['answerSupervision'], where: () => `r.supervision IS NOT NULL AND r.supervision->>'answeredAt' IS NULL` },
  { rank: 3, question: 'takeOn', look: 'inHands', actions: ['takeOn', 'giveBack'], where: () => `r.status = 'dispatched'` },
  { rank: 3, question: 'reportIn', look: 'called', actions: ['reportIn'], where: () => 'true' },
  { rank: 4, question: 'decideAsk', look: 'atDesk', actions: ['grant', 'refuse'], where: () => `r.ask IS NOT NULL` },
  { rank: 4, question: 'ruleReturn', look: 'atDesk', actions: ['dispatch', 'rule'], where: () => `r.status = 'returned'` },
  { rank: 5, question: 'dispatchNew', look: 'atDesk', actions: ['accept', 'dispatch', 'offer'], where: () => `r.status IN ('submitted', 'accepted')` },
  { rank: 5, question: 'handleNow', look: 'inHands', actions: ['progress', 'finish'], where: () => `r.status = 'handling'` },
  { rank: 6, question: 'callBack', look: 'toCallBack', actions: ['callBack'], where: () => `r.status = 'finished'` },
  { rank: 6, question: 'reviewShelved', look: 'atDesk', actions: ['resume'], where: (now) => `r.status IN ('shelved', 'paused') AND r.review_on <= (${now()}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date` },
  { rank: 7, question: 'rateJoined', look: 'joined', actions: ['rate'], where: () => `r.status = 'finished'` },
]
const EACH = 6 // a card each would drown the page; the rest is counted

/** The words under a card's question: what was last said in public by the other side. */
const WORDS = `(SELECT e.note FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = r.id AND NOT e.internal AND e.note IS NOT NULL
  AND e.action IN ('finish', 'askReporter', 'supervise', 'giveBack', 'askTime', 'askPause', 'askShelve', 'whistle', 'dispatch') ORDER BY e.seq DESC LIMIT 1) AS words`

const casesOf = (look: Question['look'], now: () => string) =>
  QUESTIONS.filter((one) => one.look === look)
    .map((one) => `WHEN ${one.where(now)} THEN '${one.question}'`)
    .join(' ')
const unionOf = (looks: readonly string[]) => looks.join(' UNION ALL ')

export async function waitingFor(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<{ waiting: Waiting[]; waitingTotal: number }> {
  const params = new Params(tx.tenantId)
  const at = once(() => params.add(now))
  const looks = (Object.keys(LOOKS) as Question['look'][]).flatMap((look) => {
    const scope = LOOKS[look](actor, params)
    if (!scope) return []
    return [
      `SELECT CASE ${casesOf(look, at)} END AS question, r.id, r.due_at ${FROM} AND r.closed_at IS NULL AND ${allOf([scope])}`,
    ]
  })
  type Found = RowRecord & { question: Waiting['question']; of_question: number; words: string | null }
  const text = `
    WITH asked AS (
      SELECT question, id, count(*) OVER (PARTITION BY question)::int AS of_question,
             row_number() OVER (PARTITION BY question ORDER BY due_at, id) AS nth
        FROM (${unionOf(looks)}) looked_at WHERE question IS NOT NULL)
    SELECT asked.question, asked.of_question, ${WORDS}, ${ROW}
      FROM asked JOIN request r ON r.tenant_id = $1 AND r.id = asked.id WHERE asked.nth <= ${EACH}`
  const found = await tx.many<Found>(prepared(text, params.values))

  const rank = new Map(QUESTIONS.map(({ question, rank: order }) => [question, order]))
  const actions = new Map(QUESTIONS.map(({ question, actions: verbs }) => [question, verbs]))
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
