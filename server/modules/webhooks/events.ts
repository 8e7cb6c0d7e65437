/** Which step of the loop is told as which event. Steps that stand in no row are nobody else's business. */
import type { EventView } from '#contracts/requests.ts'
import type { WebhookEvent } from '#contracts/webhooks.ts'

const EVENT_OF: Partial<Record<EventView['action'], WebhookEvent>> = {
  submit: 'request.received',
  accept: 'request.accepted',
  offer: 'request.offered',
  release: 'request.offered',
  dispatch: 'request.dispatched',
  whistle: 'request.dispatched',
  rule: 'request.dispatched',
  takeOn: 'request.takenOn',
  claim: 'request.takenOn',
  giveBack: 'request.returned',
  dispute: 'request.returned',
  askReporter: 'request.waiting',
  escalate: 'request.escalated',
  finish: 'request.finished',
  reopen: 'request.reopened',
  notSatisfied: 'request.reopened',
}

/** Whatever closes it, by whatever word, is its closing; a call-back that finds it unsolved opens it again. */
export function eventOf({ action, closes, again }: { action: EventView['action']; closes: boolean; again: boolean }) {
  return closes ? 'request.closed' : again ? 'request.reopened' : EVENT_OF[action]
}
