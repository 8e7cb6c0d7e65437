/**
 * Which of the open actions stand on the bar and which under 更多. Read FIRST as a list: the earliest that is open is what
 * the page is about now. `AGAINST` is its other answer, which stands beside it.
 */
import type { AllowedAction, RequestAction } from '#contracts/requests.ts'

const FIRST: readonly RequestAction[] = [
  'claim', 'confirm', 'answer', 'rule', 'takeOn', 'reportIn', 'grant', 'answerSupervision', 'finish', 'partDone', 'callBack', 'dispatch',
  'bringBack', 'resume', 'rate', 'reopen', 'supplement',
] // prettier-ignore
const AGAINST: Partial<Record<RequestAction, RequestAction>> = {
  confirm: 'notSatisfied',
  takeOn: 'giveBack',
  grant: 'refuse',
  finish: 'progress',
  dispatch: 'offer',
}

export type Bar = {
  main: AllowedAction | undefined
  against: AllowedAction | undefined
  urge: AllowedAction | undefined
  more: AllowedAction[]
}

export function barOf(allowed: readonly AllowedAction[]): Bar {
  const find = (action: RequestAction | undefined) => allowed.find((one) => one.action === action)
  const main = FIRST.map(find).find((one) => one && !one.blocked)
  const against = find(main && AGAINST[main.action])
  const urge = find('urge')
  const onBar = [main, against, urge]
  return { main, against, urge, more: allowed.filter((one) => !onBar.includes(one)) }
}

/** One tap is enough: nothing is needed, nothing is lost, and more words can follow. */
export const AT_ONCE: readonly RequestAction[] = ['claim', 'takeOn', 'reportIn', 'urge', 'accept']
