/** The rows of the work list: pages of fifty that follow one another, filtered at once while the server still looks. */
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query'
import { listWork, type RequestRow } from '#contracts/requests.ts'
import { call } from '#web/platform/api.ts'
import { queryOf, type Filter, type View } from './filter.ts'

const PAGE = 50

export function useWork(filter: Filter, fallback: View, enabled: boolean) {
  const query = { ...queryOf(filter, fallback), limit: PAGE }
  const pages = useInfiniteQuery({
    queryKey: [listWork.path, query, 'pages'] as const,
    queryFn: ({ pageParam, signal }) =>
      call(listWork, { query: { ...query, ...(pageParam && { after: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  })
  const loaded = pages.data?.pages.flatMap(({ rows }) => rows) ?? []
  // Until the answer to the new words is there, those of the old rows that match are shown.
  const rows = pages.isPlaceholderData && filter.q ? loaded.filter((row) => matches(row, filter.q ?? '')) : loaded
  return { pages, rows: onlyOnce(rows), complete: !pages.hasNextPage && !pages.isPlaceholderData }
}

/** The fields that the server looks at too and that a row carries. */
const matches = ({ title, placeName, number, handlerName, categoryName }: RequestRow, q: string) =>
  [title, placeName, number, handlerName ?? '', categoryName ?? ''].some((field) => field.includes(q))

/** A row whose clock moved while the next page was loaded would stand on both. */
const onlyOnce = (rows: readonly RequestRow[]): RequestRow[] => [...new Map(rows.map((row) => [row.id, row])).values()]
