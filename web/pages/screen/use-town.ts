/** The shapes of the area down to its houses. A large area's own map has none, so those of its communities are put together. */
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { mapShapes, type MapShape } from '#contracts/places.ts'
import { call } from '#web/platform/api.ts'
import { keyOf, useEndpoint } from '#web/platform/query.ts'

/** Beyond this the houses would be dust: the grids alone are drawn. */
const MOST_COMMUNITIES = 24

export function useTown(placeId: string | undefined) {
  const whole = useEndpoint(mapShapes, { params: { id: placeId ?? '' } }, { enabled: placeId !== undefined })
  const shapes = whole.data?.shapes
  const communities =
    shapes && !shapes.some(({ kind }) => kind === 'building')
      ? shapes.flatMap(({ kind, placeId }) => (kind === 'community' && placeId ? [placeId] : []))
      : []
  const wanted = communities.length <= MOST_COMMUNITIES ? communities : []
  const houses = useQueries({
    queries: wanted.map((id) => {
      const input = { params: { id } }
      return { queryKey: keyOf(mapShapes, input), queryFn: () => call(mapShapes, input), staleTime: Infinity }
    }),
    combine: (results) => ({
      shapes: results.flatMap(({ data }) => data?.shapes.filter(({ kind }) => kind === 'building') ?? []),
      ready: results.every(({ isPending }) => !isPending),
    }),
  })
  const all = useMemo((): MapShape[] => [...(shapes ?? []), ...houses.shapes], [shapes, houses.shapes])
  return {
    shapes: all,
    bounds: whole.data?.bounds,
    ready: whole.data !== undefined && houses.ready,
    error: whole.error,
  }
}
