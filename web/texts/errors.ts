/**
 * What to say when something did not work: `const say = useProblem()` … `say(error)`. Refusals of the server have their
 * sentences in refusals.ts, which is fetched once something is shown that could be refused; the two that only a browser
 * can notice are here, because without a signal nothing can be fetched.
 */
import { useSyncExternalStore } from 'react'
import { inLang, useLang } from '#web/platform/i18n.ts'
import type { Lang } from '#web/platform/settings.ts'
import type { Details, Sentence, Words } from './sentence.ts'

type Problem = { code: string; details?: Details }

// prettier-ignore
export const NOTICED_HERE = {
  offline: { zh: '没连上。写的都还在，有网再试。', en: 'No connection. What you wrote is still here; try again when you are back online.' },
  unexpected: { zh: '没办成，写的都还在。请过一会儿再试。', en: 'That did not work. What you wrote is still here; please try again in a while.' },
} satisfies Record<string, Words>

let sentences: Readonly<Record<string, Sentence>> = NOTICED_HERE

/** The sentence for a problem, in the person's language. */
export function useProblem(): (problem: Problem) => string {
  const lang = useLang()
  useSyncExternalStore(
    subscribe,
    () => sentences,
    () => sentences,
  )
  return (problem) => problemText(problem, lang)
}

/** A code without a sentence, because the server is newer or the sentences have not come yet, is said in general words. */
export function problemText({ code, details = {} }: Problem, lang: Lang): string {
  const sentence = sentences[code] ?? NOTICED_HERE.unexpected
  return inLang(typeof sentence === 'function' ? sentence(details) : sentence, lang)
}

let coming: Promise<void> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  void loadRefusals()
  return () => void listeners.delete(listener)
}

/** Once; after a lost connection again, with the next thing shown. */
export function loadRefusals(): Promise<void> {
  coming ??= import('./refusals.ts').then(
    ({ SENTENCES }) => {
      sentences = { ...SENTENCES, ...NOTICED_HERE }
      for (const tell of listeners) tell()
    },
    () => void (coming = undefined),
  )
  return coming
}
