/** A notice in words: which thing, and what happened to it, in the same sentences as its timeline. */
import { REQUEST_ACTIONS, type EventView } from '#contracts/requests.ts'
import type { NoticeView } from '#contracts/people.ts'
import type { Static } from 'typebox'
import { eventSentence } from '#web/components/request/event-sentence.ts'
import type { IconName } from '#web/components/icon-names.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { marks } from '#web/texts/marks.ts'
import { newsText } from '#web/texts/news.ts'
import { noticesText } from '#web/texts/notices.ts'

type Notice = Static<typeof NoticeView>
const ACTIONS = ['submit', 'join', 'merged', ...REQUEST_ACTIONS] as const
const ICONS: Partial<Record<EventView['action'], IconName>> = {
  finish: 'check-circle',
  askReporter: 'help',
  answer: 'message',
  urge: 'bolt',
  whistle: 'whistle',
  dispatch: 'send',
  supervise: 'flag',
  remindLate: 'clock',
  escalate: 'ladder',
  progress: 'message',
  submit: 'inbox',
}

/** `request.finish` → finish; undefined for what this page does not know yet. */
export const actionOf = (what: string): EventView['action'] | undefined =>
  ACTIONS.find((action) => what === `request.${action}`)

type Sentence = { title: string; text: string; icon: IconName; onPhone?: string; atDesk?: string }

export function useNoticeSentence({ what, facts }: Notice): Sentence {
  const t = useText(noticesText)
  const { fullStop } = useText(marks)
  const news = useText(newsText)
  const lang = useLang()
  const now = useNow()
  const action = actionOf(what)
  const title = String(facts['title'] ?? t.other)
  if (!action) return newsOf(what, facts, news) ?? { title, text: t.other, icon: 'bell' }
  const told = { action, capacity: String(facts['capacity'] ?? ''), mine: false, facts }
  const text =
    action === 'submit' ? t.submit(String(facts['place'] ?? '')) : eventSentence(told, { lang, now, own: true })
  const note = facts['note']
  return { title, text: note ? `${text}${fullStop}${note}` : text, icon: ICONS[action] ?? 'bell' }
}

/** Where news that are not about a request lead on the phone, and at the desk; the longest beginning of the key decides. */
const LEADS: readonly (readonly [string, IconName, string?, string?])[] = [
  ['members.claimed', 'people'],
  ['members.agreed', 'people'],
  ['members.card.sent', 'document'],
  ['members.', 'badge', '/member'],
  ['plates.', 'talk', '/questions'],
  ['household.', 'family', '/household'],
  ['pairing.', 'hand-heart', '/pairings'],
  ['selection.', 'ballot', '/selections'],
  ['post.takenOver', 'badge', '/me'],
  ['audit.revealAlarm', 'eye'],
  ['operations.', 'alert'],
  ['export.', 'download', undefined, '/exports'],
  ['figures.', 'chart', undefined, '/insight'],
]

type NewsWords = typeof newsText.zh

/** What is told beside requests: the sentence itself as the title, and the words that came with it. */
function newsOf(what: string, facts: Notice['facts'], words: NewsWords): Sentence | undefined {
  const known = (Object.keys(words.told) as (keyof NewsWords['told'])[]).find((key) => key === what)
  if (!known) return undefined
  const [, icon = 'bell', onPhone, atDesk] = LEADS.find(([begins]) => what.startsWith(begins)) ?? []
  return {
    title: words.told[known],
    text: noteOf(known, facts, words),
    icon,
    ...(onPhone && { onPhone }),
    ...(atDesk && { atDesk }),
  }
}

function noteOf(known: keyof NewsWords['told'], facts: Notice['facts'], { differed, sinceHours }: NewsWords): string {
  if (known === 'figures.differed') return differed(String(facts['day']), String(facts['count']))
  if (known === 'operations.backupOld' && facts['hours']) return sinceHours(Number(facts['hours']))
  return String(facts['note'] ?? facts['title'] ?? '')
}
