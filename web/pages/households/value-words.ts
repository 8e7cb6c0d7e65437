/** A kept value as people read it: chosen words in the reader's language, lines as they were written. */
import { CARE_NEEDS, HOLDS, SPEAKING, type FieldKey } from '#contracts/households.ts'
import { useText } from '#web/platform/i18n.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { marks } from '#web/texts/marks.ts'

export function useValueWords(): (field: FieldKey, value: string) => string {
  const { needs, speaking, holds } = useText(householdWords)
  const { list } = useText(marks)
  const chosen = <V extends string>(all: readonly V[], words: Record<V, string>, value: string) =>
    all
      .filter((one) => value.split(',').includes(one))
      .map((one) => words[one])
      .join(list)
  return (field, value) => {
    if (field === 'careNeed') return chosen(CARE_NEEDS, needs, value)
    if (field === 'speaking') return chosen(SPEAKING, speaking, value)
    if (field === 'holds') return chosen(HOLDS, holds, value)
    return value
  }
}
