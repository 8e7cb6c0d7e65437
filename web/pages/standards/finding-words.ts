/** A finding in words: what falls short and where, since when, and what it means for whoever lives there. */
import type { FindingView } from '#contracts/standards.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { standardsText } from '#web/texts/standards.ts'

/** More names than this make no sentence. */
const MOST_NAMES = 3

export function useFindingWords() {
  const t = useText(standardsText)
  const { day } = useTime()
  return ({ standard, state, subjects, subjectCount, sinceOn }: FindingView): { title: string; note: string } => {
    const [first] = subjects
    const facts = { ...first?.counted, ...first?.gap }
    if (state === 'conflict')
      return { title: facts['product'] ? t.cannotCut(facts) : t.cannotGrid(facts), note: t.since(day(sinceOn)) }
    const some = subjects.slice(0, MOST_NAMES).map(({ name }) => name)
    const names = subjectCount > MOST_NAMES ? t.names(some.join(t.separator), subjectCount) : some.join(t.separator)
    const title = t.gaps[standard]({ names, count: subjectCount, facts })
    const households = subjects.reduce((sum, { counted }) => sum + Number(counted['households'] ?? 0), 0)
    if (standard !== 'building.head' || households === 0) return { title, note: t.since(day(sinceOn)) }
    const vacant = facts['vacantSince']
    return { title, note: vacant ? t.vacant(day(String(vacant)), households) : t.unattended(households) }
  }
}
