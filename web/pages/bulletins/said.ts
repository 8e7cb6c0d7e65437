/** The words that a bulletin shares with its PDF, in the language of the page. */
import type { Said } from '#contracts/bulletin-words.ts'
import { useLang } from '#web/platform/i18n.ts'

export const useSaid = () => {
  const lang = useLang()
  return (words: Said) => (lang === 'en' ? words.en : words.zh)
}
