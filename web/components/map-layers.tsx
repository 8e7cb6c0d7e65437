/** The drawn layers of PlaceMap: the ground with its buildings, and the names that fit at the present scale. */
import { memo, useMemo } from 'react'
import type { MapShape } from '#contracts/places.ts'
import { linesOf, middleOf, pathOf, sidePathOf, widthOf, type Sheet } from './map-view.ts'
import { toneClass, type Tone } from './tone.ts'

/** How a place is coloured: tint says which area, heat how much, mark what state, current where one is. */
export type Paint = { tint?: 1 | 2 | 3 | 4 | 5; heat?: 0 | 1 | 2 | 3 | 4; mark?: Tone; current?: boolean }
/** How far a building's side shows under its roof. */
const SIDE_METRES = 2.6
/** A name is drawn where its building is at least about this wide. */
const LABEL_PX = 44

type LayerProps = { shapes: readonly MapShape[]; sheet: Sheet }
type GroundProps = LayerProps & { paint?: (shape: MapShape) => Paint | undefined; onPlace?: (placeId: string) => void }

/** Drawn once per set of shapes: moving the map only moves the viewBox. */
export const Ground = memo(function Ground({ shapes, sheet, paint, onPlace }: GroundProps) {
  const drawn = useMemo(
    () =>
      shapes
        .map((shape) => ({ shape, lines: linesOf(sheet, shape) }))
        .sort((a, b) => ORDER.indexOf(a.shape.kind) - ORDER.indexOf(b.shape.kind)),
    [shapes, sheet],
  )
  return drawn.map(({ shape, lines }, at) => {
    const { tint, heat, mark, current } = paint?.(shape) ?? {}
    const isLine = shape.geometry.type === 'LineString'
    const look = `map-${shape.kind} ${isLine ? 'map-line' : ''} ${tint ? `map-tint-${tint}` : ''} ${heat !== undefined ? `map-heat-${heat}` : ''} ${current ? 'map-current' : ''}`
    const tap =
      onPlace && shape.placeId ? { onClick: () => shape.placeId && onPlace(shape.placeId), cursor: 'pointer' } : {}
    return (
      <g key={shape.placeId ?? at} {...tap}>
        {shape.kind === 'building' && (
          <path className="map-side" d={lines.map((ring) => sidePathOf(ring, SIDE_METRES)).join('')} />
        )}
        <path className={look} d={pathOf(lines, !isLine)} />
        {mark && <path className={`map-mark ${toneClass(mark)}`} d={pathOf(lines)} />}
      </g>
    )
  })
})

export const Labels = memo(function Labels({ shapes, sheet, scale }: LayerProps & { scale: number }) {
  const named = useMemo(
    () =>
      shapes.flatMap((shape) => {
        const ring = linesOf(sheet, shape)[0]
        return shape.name && ring
          ? [
              {
                shape,
                at:
                  shape.kind === 'road' && shape.geometry.type === 'LineString'
                    ? (ring[Math.floor(ring.length / 2)] ?? middleOf(ring))
                    : middleOf(ring),
                metres: widthOf(ring),
              },
            ]
          : []
      }),
    [shapes, sheet],
  )
  return fitting(named, scale).map(({ shape, at: [x, y] }) => (
    <text
      key={shape.placeId ?? `${shape.name}${x}`}
      className={`map-label map-label-${shape.kind}`}
      x={x}
      y={y}
      fontSize={letterPx(shape) * scale}
      dy={4 * scale}
    >
      {shape.name}
    </text>
  ))
})

type Named = { shape: MapShape; at: readonly [number, number]; metres: number }

const isArea = (shape: MapShape) => AREAS.includes(shape.kind)
const letterPx = (shape: MapShape) => (isArea(shape) ? 14 : 12)

/** The names that have room at this scale: the larger place first, and none over another. */
export function fitting(named: readonly Named[], scale: number): Named[] {
  const taken: { left: number; right: number; y: number }[] = []
  return [...named]
    .sort((a, b) => Number(isArea(b.shape)) - Number(isArea(a.shape)) || b.metres - a.metres)
    .filter(({ shape, at: [x, y], metres }) => {
      const px = metres / scale
      if (isArea(shape) ? px < 90 || px > 1400 : px < LABEL_PX * (shape.kind === 'building' ? 0.9 : 1.4)) return false
      const half = ([...shape.name].length * letterPx(shape) * scale) / 2
      const lineMetres = 16 * scale
      const meets = taken.some((one) => x - half < one.right && x + half > one.left && Math.abs(y - one.y) < lineMetres)
      if (!meets) taken.push({ left: x - half, right: x + half, y })
      return !meets
    })
}

const AREAS: readonly MapShape['kind'][] = ['district', 'subdistrict', 'community', 'compound', 'grid']
/** What lies under what. */
const ORDER: readonly MapShape['kind'][] = [...AREAS, 'green', 'water', 'road', 'building']
