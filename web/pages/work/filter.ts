/** What the work list shows, as it stands in the address: it can be sent to a colleague, reloaded and saved under a name. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { QueryOf } from '#contracts/endpoint.ts'
import type { listWork } from '#contracts/requests.ts'
import type { Right } from '#contracts/rights.ts'

type Query = QueryOf<typeof listWork>
export type View = NonNullable<Query['view']>
export type Filter = Pick<Query, 'view' | 'placeId' | 'categoryCode' | 'kind' | 'channel' | 'status' | 'q' | 'sort'> & {
  /** Only for the chip: the names need not be asked again. */
  placeName?: string
  categoryName?: string
}

// prettier-ignore
const FIELDS = ['view', 'placeId', 'placeName', 'categoryCode', 'categoryName', 'kind', 'channel', 'status', 'q', 'sort'] as const satisfies readonly (keyof Filter)[]

/** The filter in the address, and the way to change it; fields set to undefined leave it. */
export function useFilter(): readonly [Filter, (change: Filter | ((now: Filter) => Filter)) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const filter = readFilter(search)
  const set = (change: Filter | ((now: Filter) => Filter)) =>
    void navigate({
      to: '/',
      search: readFilter(typeof change === 'function' ? change(filter) : change),
      replace: true,
    })
  return [filter, set]
}

/** Only known fields, only words; the server checks what they say. */
export const readFilter = (from: { readonly [name: string]: unknown }): Filter =>
  Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = from[name]
      return value === undefined || value === null || value === '' ? [] : [[name, String(value)]]
    }),
  )

/** What the server is asked for. */
export function queryOf({ placeName: _place, categoryName: _category, ...query }: Filter, fallback: View): Query {
  return { ...query, ...(!query.status && { view: query.view ?? fallback }) }
}

/** What a desk opens to: that which waits for itself, for call-back, or simply what is open. */
export function firstView(rights: readonly Right[]): View {
  if (rights.includes('requests.bulk') || rights.includes('requests.supervise')) return 'mine'
  return rights.includes('requests.followUp') ? 'followUp' : 'open'
}

/** Closed ones are not counted; everything else has its number. */
export const countedView = (view: View) => (view === 'closed' ? 'open' : view)
