/**
 * What is looked at, as it stands in the address: place, period and at most one cut. It can be sent to a colleague, reloaded,
 * and every figure takes it along to its rows.
 */
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useNow } from '#web/platform/now.ts'
import { periodOf, todayIn, type Period } from './period.ts'

export const CUTS = ['categoryCode', 'channel', 'organisationId'] as const
export type CutName = (typeof CUTS)[number]
export type Look = Period & { placeId?: string } & { [cut in CutName]?: string }
/** Whether it is of one category, channel or organisation alone. */
export const isCut = (look: Look) => CUTS.some((name) => look[name] !== undefined)
type Change = { [name in 'placeId' | 'from' | 'to' | CutName]?: string | undefined }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Only known fields; this month where no period is given or it is none. */
export function readLook(search: { readonly [name: string]: unknown }, today: string): Look {
  const word = (name: string) => (search[name] === undefined || search[name] === '' ? undefined : String(search[name]))
  const [from, to, placeId] = [word('from'), word('to'), word('placeId')]
  const period = from && to && DAY.test(from) && DAY.test(to) ? { from, to } : periodOf('month', today)
  const cut = CUTS.map((name) => [name, word(name)] as const).find(([, value]) => value !== undefined)
  return { ...period, ...(placeId && { placeId }), ...(cut && { [cut[0]]: cut[1] }) }
}

export function useLook() {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const to = useRouterState({ select: ({ location }) => location.pathname })
  const today = todayIn(useNow())
  const look = readLook(search, today)
  const change = (by: Change) => void navigate({ to, search: searchOf({ ...search, ...by }), replace: true })
  return { look, today, change }
}

/** Fields without a value leave the address. */
export const searchOf = (fields: { readonly [name: string]: unknown }): { [name: string]: string } =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    ),
  )
