/** What leaves the house of a request: what is needed to work on it. No name, no number of a person. */
import type { Outcome, RequestStatus } from '#contracts/requests.ts'
import { withoutNumbers } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'

export type OutgoingRequest = {
  number: string
  title: string
  text: string
  categoryCode: string | null
  placeName: string
  lon: number | null
  lat: number | null
  photoIds: string[]
}

/** Undefined when it may not leave any more: its view was limited meanwhile. */
export async function loadOutgoing(tx: Tx, requestId: string): Promise<OutgoingRequest | undefined> {
  const row = await tx.one<OutgoingRequest & { said: string[] }>({
    name: 'exchange_request',
    text: `SELECT r.number, r.title, r.text, r.category_code AS "categoryCode", r.place_name AS "placeName", r.lon, r.lat,
                  ARRAY(SELECT p.id FROM photo p WHERE p.tenant_id = $1 AND p.request_id = r.id AND p.role = 'before' AND NOT p.internal ORDER BY p.id LIMIT 9) AS "photoIds",
                  ARRAY(SELECT e.note FROM request_event e
                         WHERE e.tenant_id = $1 AND e.request_id = r.id AND e.action IN ('supplement', 'answer') AND e.note IS NOT NULL
                           AND e.seq < (SELECT max(d.seq) FROM request_event d WHERE d.tenant_id = $1 AND d.request_id = r.id AND d.action IN ('dispatch', 'whistle', 'rule'))
                         ORDER BY e.seq) AS said
             FROM request r WHERE r.tenant_id = $1 AND r.id = $2 AND NOT r.limited`,
    values: [tx.tenantId, requestId],
  })
  if (!row) return undefined
  const { said, ...request } = row
  const text = [request.text, ...said].join('\n')
  return { ...request, title: withoutNumbers(request.title), text: withoutNumbers(text) }
}

type Step = {
  number: string
  action: string
  status: RequestStatus
  outcome: Outcome | null
  at: string
  words: string
}

/** One step with the words that are fit to be sent; without any, or once its view is limited, what was done is said plainly. */
export async function loadStep(tx: Tx, requestId: string, seq: number): Promise<Step | undefined> {
  const row = await tx.one<Omit<Step, 'words'> & { note: string | null; capacity: string }>({
    name: 'exchange_step',
    text: `SELECT r.number, e.action, e.status, e.at, CASE WHEN NOT r.limited THEN e.note END AS note, e.capacity, CASE WHEN e.status = 'closed' THEN r.outcome END AS outcome
             FROM request r JOIN request_event e ON e.tenant_id = $1 AND e.request_id = r.id AND e.seq = $3
            WHERE r.tenant_id = $1 AND r.id = $2 AND NOT e.internal`,
    values: [tx.tenantId, requestId, seq],
  })
  if (!row) return undefined
  const { note, capacity, ...step } = row
  return { ...step, words: withoutNumbers(note?.trim() || `${capacity}：${SAID[row.action] ?? '有进展'}`) }
}

/** Snapshots in history are Chinese, and so is what is sent where nobody wrote anything. */
const SAID: Record<string, string> = {
  accept: '已受理', dispatch: '已派单', offer: '已放入接单池', whistle: '已派单', rule: '已裁定', takeOn: '已接单', claim: '已认领', release: '已放回接单池',
  giveBack: '已退回', finish: '已办结，待确认', confirm: '报件人已确认', notSatisfied: '报件人不满意，重新办理', reopen: '重新办理', withdraw: '报件人已撤回', close: '已结案',
  decline: '不予受理', merge: '已并案', closeSilently: '到期无异议，已结案', urge: '催办', escalate: '已上会', resume: '恢复办理',
} // prettier-ignore
