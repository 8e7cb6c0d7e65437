/**
 * Every visible word, in two languages. Each module keeps its words in one file, web/texts/<module>.ts:
 *
 *   export const poolText = texts({
 *     zh: { title: '接单', left: (count: number) => `还有 ${count} 件` },
 *     en: { title: 'Jobs', left: (count: number) => `${count} left` },
 *   })
 *   const t = useText(poolText)   →   t.title, t.left(3)
 *
 * The compiler demands the same keys, and the same arguments, of both languages.
 */
import { useSettings, type Lang } from './settings.ts'

type Leaf = string | ((...values: never[]) => string)
type Tree = { readonly [key: string]: Leaf | Tree }
/** The same tree with any words in its leaves. */
type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : Same<T[K]>
}

export function texts<const T extends Tree>(both: { zh: T; en: Same<T> }): { zh: Same<T>; en: Same<T> } {
  return both as unknown as { zh: Same<T>; en: Same<T> } // sound: each leaf of a T is a string or a function to one
}

/** For code outside React. */
export const inLang = <T>(both: { zh: T; en: T }, lang: Lang): T => (lang === 'en' ? both.en : both.zh)

export const useLang = (): Lang => useSettings().lang

/** The words in the person's language. */
export const useText = <T>(both: { zh: T; en: T }): T => inLang(both, useLang())
