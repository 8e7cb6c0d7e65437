/** Asks what a bulk entry would make once somebody pauses writing. */
import { useEffect, useState } from 'react'
import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { previewBulk, type BulkPlaces, type BulkReply } from '#contracts/places.ts'
import { call, type ApiError } from '#web/platform/api.ts'

const PAUSE_MS = 250

export function useBulkPreview(placeId: string, bulk: BulkPlaces | undefined) {
  const wanted = bulk && JSON.stringify(bulk)
  const [settled, settle] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => settle(wanted), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  return useQuery<BulkReply, ApiError>({
    queryKey: [previewBulk.path, placeId, settled],
    queryFn: ({ signal }) =>
      call(previewBulk, { params: { id: placeId }, body: JSON.parse(settled ?? '{}') as BulkPlaces }, { signal }), // what was written into it above
    enabled: settled !== undefined,
    retry: false,
    placeholderData: keepPreviousData,
  })
}
