/** The drawn map of the compound (else the community) that holds a point; of one's own compound, or of one's post, where there is no point. */
import { useMemo } from 'react'
import { findPlace, mapShapes, type MapShape } from '#contracts/places.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'

export type Point = { lon: number; lat: number }

export function usePlaceMap(point: Point | undefined) {
  const me = useMe().data
  const found = useEndpoint(
    findPlace,
    { query: point ?? { lon: 0, lat: 0 } },
    { enabled: point !== undefined, keepLast: true },
  )
  const holding =
    found.data?.find(({ level }) => level === 'compound') ?? found.data?.find(({ level }) => level === 'community')
  const id = holding?.id ?? me?.home?.compoundId ?? me?.capacities[0]?.placeId
  const map = useEndpoint(mapShapes, { params: { id: id ?? '' } }, { enabled: id !== undefined, keepLast: true })
  return useMemo(() => map.data && { ...map.data, shapes: map.data.shapes.flatMap(forFinding) }, [map.data])
}

/** Who says where something is looks for houses and roads: grids are left out, and the names of areas with them. */
function forFinding(shape: MapShape): MapShape[] {
  if (shape.kind === 'grid') return []
  return [shape.kind === 'compound' || shape.kind === 'community' ? { ...shape, name: '' } : shape]
}
