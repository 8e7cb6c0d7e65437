/** The word for what was opened: a field of the registry, or of the time before it. */
import { FIELD_KEYS } from '#contracts/households.ts'
import { useText } from '#web/platform/i18n.ts'
import { householdWords } from '#web/texts/householdWords.ts'

export function useFieldWord(): (field: string | null) => string {
  const { fields, exported } = useText(householdWords)
  return (field) => {
    if (field === 'export') return exported
    const key = FIELD_KEYS.find((one) => one === (field === 'address' ? 'home' : field))
    return key ? fields[key] : ''
  }
}
