/** What happened, as one sentence and its mark on the timeline. Shared by phone and desk; words are in texts/request.ts. */
import type { EventView } from '#contracts/requests.ts'
import { inLang } from '#web/platform/i18n.ts'
import type { Lang } from '#web/platform/settings.ts'
import { sentenceText, whoText, type Said } from '#web/texts/request.ts'
import { day, dayTime } from '#web/texts/time.ts'
import type { TimelineStep } from '../Timeline.tsx'

export type SentenceFor = {
  lang: Lang
  now: Date
  /** The reader reported it. */
  own?: boolean
  /** How many follow it, for the first sentence: 您和另外 9 人报的. */
  joiners?: number
}

/** As the server writes capacities (server/modules/requests/capacity.ts): these two are no name of a post or team. */
const RESIDENT = '居民'
const SYSTEM = '系统'

/** Actions of the reporter's side: somebody without a post who took one is the reporter, else a neighbour. */
const NEIGHBOURLY: readonly EventView['action'][] = ['join', 'rate', 'urge', 'supplement']

/** What of an event its sentence needs; a notice carries the same. */
export type Told = Pick<EventView, 'action' | 'capacity' | 'mine' | 'facts'>

export function eventSentence(event: Told, { lang, now, own = false, joiners = 0 }: SentenceFor): string {
  const { facts } = event
  const said: Said = {
    who: whoDid(event, lang),
    mine: event.mine,
    own,
    joiners,
    fact: (key) => (typeof facts[key] === 'string' ? facts[key] : ''),
    is: (key) => facts[key] === true,
    has: (key) => facts[key] !== undefined,
    count: (key) => (typeof facts[key] === 'number' ? facts[key] : 0),
    list: (key) => (Array.isArray(facts[key]) ? facts[key] : []),
    when: (key) => momentWords(String(facts[key] ?? ''), now, lang),
  }
  return inLang(sentenceText, lang)[event.action](said)
}

function whoDid({ capacity, mine, action }: Told, lang: Lang): string {
  const words = whoText[lang]
  if (mine) return words.you
  if (capacity === SYSTEM) return words.system
  if (capacity !== RESIDENT) return capacity
  return NEIGHBOURLY.includes(action) ? words.resident : words.reporter
}

const DAY_LENGTH = '2026-11-25'.length

/** 明天 9:30 for an instant, 12 月 3 日 for a calendar date. */
export const momentWords = (at: string, now: Date, lang: Lang): string =>
  at === '' ? '' : at.length === DAY_LENGTH ? day(at, now, lang) : dayTime(at, now, lang)

// prettier-ignore
const MARKS: Partial<Record<EventView['action'], TimelineStep['mark']>> = {
  supplement: 'note', answer: 'note', urge: 'note', join: 'note', rate: 'note', merged: 'note', setCategory: 'note', limitView: 'note',
  noteInside: 'note', contact: 'note', refuse: 'note', liftSupervision: 'note', askTime: 'note', askPause: 'note', closeSilently: 'note',
  withdraw: 'note', remindLate: 'late', supervise: 'late', finish: 'claim', confirm: 'good',
}

/** A step that changes who has it is accent, a note grey, late red, the handler's claim a hollow ring. */
export function markOf({ action, facts }: EventView): NonNullable<TimelineStep['mark']> {
  if (action === 'callBack') return facts['solved'] === true ? 'good' : 'note'
  return MARKS[action] ?? 'move'
}

export const newestFirst = (events: readonly EventView[]): EventView[] => [...events].sort((a, b) => b.seq - a.seq)
