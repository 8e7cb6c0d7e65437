/** One answer of the district's pack, in the reader's language. */
import type { Choice } from '#contracts/members.ts'
import { useLang } from '#web/platform/i18n.ts'

export function useChoiceWords(): (choice: Choice) => string {
  const lang = useLang()
  return ({ name, nameEn }) => (lang === 'en' ? nameEn : name)
}
