/**
 * Every question of the home page with its answers. Read QUESTIONS as a table: which step an answer takes, and how.
 *   undo   at once, may be taken back for five seconds: only where nothing is lost by it
 *   now    at once and for good, because others are waiting for it or it is a race
 *   write  asks for words or a photo first
 *   open   needs more than a card can hold: the request's own page
 * The server says which cards there are (contract `home`); what an answer may do is decided there again.
 */
import type { StepBody, Waiting } from '#contracts/requests.ts'
import type { IconName } from '#web/components/icon-names.ts'
import type { homeText } from '#web/texts/home.ts'

export type Words = keyof typeof homeText.zh.answer
export type Answer = {
  words: Words
  /** For what is no problem to be repaired but a wish or a matter. */
  wordsOther?: Words
  accent?: true
} & (
  | { way: 'undo' | 'now'; step: Pick<StepBody, 'action' | 'solved'> }
  | { way: 'write'; step: Pick<StepBody, 'action'> }
  | { way: 'open' }
)

const open = (words: Words): Answer => ({ words, way: 'open' })
const openAccent = (words: Words): Answer => ({ words, way: 'open', accent: true })

// prettier-ignore
export const QUESTIONS: Record<Waiting['question'], { icon: IconName; answers: readonly Answer[] }> = {
  confirmDone: { icon: 'check-circle', answers: [
    { words: 'notFixed', wordsOther: 'notFixedOther', way: 'write', step: { action: 'notSatisfied' } },
    { words: 'confirmed', wordsOther: 'confirmedOther', way: 'undo', step: { action: 'confirm' }, accent: true } ] },
  rateJoined: { icon: 'star', answers: [
    { words: 'notFixed', wordsOther: 'notFixedOther', way: 'undo', step: { action: 'rate', solved: false } },
    { words: 'confirmed', wordsOther: 'confirmedOther', way: 'undo', step: { action: 'rate', solved: true }, accent: true } ] },
  answerQuestion: { icon: 'message', answers: [open('look'), { words: 'reply', way: 'write', step: { action: 'answer' }, accent: true }] },
  takeOn:         { icon: 'inbox', answers: [open('giveBack'), { words: 'takeOn', way: 'undo', step: { action: 'takeOn' }, accent: true }] },
  reportIn:       { icon: 'whistle', answers: [open('look'), { words: 'reportIn', way: 'undo', step: { action: 'reportIn' }, accent: true }] },
  handleNow:      { icon: 'tool', answers: [{ words: 'progress', way: 'write', step: { action: 'progress' } }, openAccent('finish')] },
  decideAsk:      { icon: 'clock', answers: [openAccent('look')] },
  dispatchNew:    { icon: 'inbox', answers: [{ words: 'accept', way: 'undo', step: { action: 'accept' } }, openAccent('dispatch')] },
  ruleReturn:     { icon: 'undo', answers: [openAccent('look')] },
  callBack:       { icon: 'phone', answers: [openAccent('look')] },
  urgentCall:     { icon: 'alert', answers: [open('look'), { words: 'claim', way: 'now', step: { action: 'claim' }, accent: true }] },
  answerSupervision: { icon: 'flag', answers: [open('look'), { words: 'reply', way: 'write', step: { action: 'answerSupervision' }, accent: true }] },
  reviewShelved:  { icon: 'calendar', answers: [open('look'), { words: 'resume', way: 'undo', step: { action: 'resume' }, accent: true }] },
}
