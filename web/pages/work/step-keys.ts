/** The key of a step at the desk. 1 2 3 (dispatch), R (note) and C (one more helper) belong to their panels. */
import type { AllowedAction, RequestAction } from '#contracts/requests.ts'

// prettier-ignore
export const STEP_KEYS: Partial<Record<RequestAction, string>> = {
  accept: 'a', decline: 'd', merge: 'm', escalate: 'l', bringBack: 'l', finish: 'e', takeOn: 't', claim: 't', giveBack: 'b', dispute: 'b',
  setCategory: 'f', askReporter: 'q', contact: 'o', reportIn: 'i', partDone: 'i', grant: 'y', refuse: 'u', callBack: 'v', supervise: 's',
  askTime: 'z', resume: 'w', close: 'h',
}

/** Taken in the dispatch panel, or as a note: no form of their own at the desk. */
const ELSEWHERE: readonly RequestAction[] = ['dispatch', 'offer', 'whistle', 'noteInside']

export const stepsOf = (allowed: readonly AllowedAction[]) =>
  allowed.filter(
    ({ action, needs }) => !ELSEWHERE.includes(action) && !(action === 'rule' && needs.includes('handler')),
  )

/** What one looks for first when it is one's turn; the others are under 更多. */
// prettier-ignore
const FIRST: readonly RequestAction[] = [
  'grant', 'refuse', 'takeOn', 'claim', 'reportIn', 'partDone', 'finish', 'callBack', 'answerSupervision', 'bringBack', 'resume', 'accept',
]
export const isFirst = ({ action }: AllowedAction) => FIRST.includes(action)
/** Among the first: the one that most likely comes next gets the accent. */
export const isMain = ({ action }: AllowedAction) => FIRST.includes(action) && action !== 'refuse'
