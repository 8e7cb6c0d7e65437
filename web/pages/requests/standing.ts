/** How a request stands as ring, colour and word, for lists and maps; the rule is components/request/state.ts. */
import { ringOf, wordOf, type Ring, type Standing as Facts, type StandingWord } from '#web/components/request/state.ts'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { standingText } from '#web/texts/standing.ts'

export type Standing = Ring & { word: StandingWord }

export const standingOf = (facts: Omit<Facts, 'level'>, now: Date): Standing => ({
  ...ringOf(facts, now),
  word: wordOf(facts),
})

/** Step, tone and the word in the person's language. */
export function useStanding(request: Omit<Facts, 'level'>) {
  const t = useText(standingText)
  const standing = standingOf(request, useNow())
  return { ...standing, words: t[standing.word] }
}
