/** Marks that join words a page puts together: full width in Chinese, half width with its spaces in English. */
import { texts } from '#web/platform/i18n.ts'

export const marks = texts({
  zh: {
    comma: '，',
    colon: '：',
    list: '、',
    semicolon: '；',
    fullStop: '。',
    bracketed: (words: string) => `（${words}）`,
  },
  en: {
    comma: ', ',
    colon: ': ',
    list: ', ',
    semicolon: '; ',
    fullStop: '. ',
    bracketed: (words: string) => ` (${words})`,
  },
})
