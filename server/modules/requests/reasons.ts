/** The controlled lists that steps choose from, and the words that a step keeps of them. */
import type { Outcome, StepBody } from '#contracts/requests.ts'
import { AppError } from '#platform/errors.ts'
import { CAUSES, CLOSE_REASONS, DECLINE_REASONS, RETURN_REASONS } from './categories/rule-pack.ts'
import { signpostOf } from './categories/store.ts'

type Listed = {
  list: 'decline' | 'return' | 'close' | 'cause'
  code: string
  words: string
  wordsEn: string
  signpost: string | null
  source: string | null
  outcome: Outcome | null
}

const row = (
  list: Listed['list'],
  reason: { code: string; zh: string; en: string; source?: string },
  more: Partial<Listed> = {},
): Listed => ({
  list,
  code: reason.code,
  words: reason.zh,
  wordsEn: reason.en,
  signpost: null,
  source: reason.source ?? null,
  outcome: null,
  ...more,
})

export const REASONS: readonly Listed[] = [
  ...DECLINE_REASONS.map((reason) => {
    const posts = reason.signposts.flatMap((code) => signpostOf(code) ?? [])
    return row('decline', reason, {
      signpost: posts.length ? posts.map(({ words }) => words).join('') : null,
      outcome: posts.length ? 'notOurs' : 'explained',
    })
  }),
  ...RETURN_REASONS.map((reason) => row('return', reason)),
  ...Object.entries(CLOSE_REASONS).flatMap(
    ([outcome, reasons]) => reasons.map((reason) => row('close', reason, { outcome: outcome as Outcome })), // keys of CLOSE_REASONS are outcomes
  ),
  ...CAUSES.map((cause) => row('cause', cause)),
]

const LIST_OF: Partial<Record<StepBody['action'], Listed['list']>> = {
  decline: 'decline',
  giveBack: 'return',
  close: 'close',
  askShelve: 'close',
}

/** @throws reason_not_listed */
export function reasonOf({ action, reasonCode, outcome }: StepBody) {
  const list = LIST_OF[action]
  if (!list || reasonCode === undefined) return undefined
  const wanted = action === 'askShelve' ? 'shelved' : list === 'close' ? outcome : undefined
  const found = REASONS.find(
    (one) => one.list === list && one.code === reasonCode && (wanted === undefined || one.outcome === wanted),
  )
  if (!found) throw new AppError('reason_not_listed', { field: 'reasonCode' })
  return found
}

/** @throws reason_not_listed */
export function causeWords({ action, cause }: StepBody): string | undefined {
  if (action !== 'finish' || cause === undefined) return undefined
  const found = REASONS.find((one) => one.list === 'cause' && one.code === cause)
  if (!found) throw new AppError('reason_not_listed', { field: 'cause' })
  return found.words
}
