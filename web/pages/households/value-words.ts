/** A kept value as people read it: chosen words in the reader's language, lines as they were written. */
import { CARE_NEEDS, SPEAKING, type FieldKey } from '#contracts/households.ts'
import { useText } from '#web/platform/i18n.ts'
import { householdWords } from '#web/texts/householdWords.ts'

export function useValueWords(): (field: FieldKey, value: string) => string {
  const { needs, speaking, holds } = useText(householdWords)
  const chosen = <V extends string>(list: readonly V[], words: Record<V, string>, value: string) =>
    list
      .filter((one) => value.split(',').includes(one))
      .map((one) => words[one])
      .join('、')
  return (field, value) => {
    if (field === 'careNeed') return chosen(CARE_NEEDS, needs, value)
    if (field === 'speaking') return chosen(SPEAKING, speaking, value)
    if (field === 'holds') return chosen(['owner', 'tenant', 'unknown'] as const, holds, value)
    return value
  }
}
