/**
 * A map to draw on: areas over the ground with its houses. Tools: choose (a tap takes a house), lasso (a loop takes all houses
 * in it), line (parts what lies on one side), border (corners are dragged, and catch on houses and neighbours), draw (corner by
 * corner). Moving, pinching, wheel and keys are those of every map. Whatever it does can be done in the list beside it, too.
 */
import { useEffect, useMemo, useRef, type PointerEvent, type ReactNode } from 'react'
import type { Area } from '#contracts/grids.ts'
import type { MapShape } from '#contracts/places.ts'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { marks } from '#web/texts/marks.ts'
import { Icon } from '../Icon.tsx'
import { Ground, Labels, type Paint } from '../map-layers.tsx'
import { useMapMoves } from '../map-moves.ts'
import { linesOf, pathOf, sheetFor, viewOf, type Point } from '../map-view.ts'
import { ringsOf } from './map-editor-geometry.ts'
import { Drawing } from './MapEditorDrawing.tsx'
import { useDrawing, type DrawingCalls, type EditorArea, type MapTool } from './use-drawing.ts'
import '../PlaceMap.css'
import './MapEditor.css'

export type MapEditorProps = DrawingCalls & {
  /** Ground and houses; areas are drawn between. */
  shapes: readonly MapShape[]
  bounds: readonly number[]
  label: string
  areas: readonly EditorArea[]
  active: string | undefined
  tool: MapTool
  /** Houses that no area has. */
  loose?: ReadonlySet<string>
  /** Ground that no area covers. */
  holes?: readonly Area[]
  children?: ReactNode
}

export function MapEditor({
  shapes,
  bounds,
  label,
  areas,
  active,
  tool,
  loose,
  holes = [],
  children,
  ...calls
}: MapEditorProps) {
  const t = useText(kitText)
  const { fullStop } = useText(marks)
  const box = useRef<HTMLDivElement>(null)
  const tap = useRef((_x: number, _y: number): void => undefined)
  const sheet = useMemo(() => sheetFor(bounds), [bounds])
  const houses = useMemo(() => shapes.filter(({ kind, placeId }) => kind === 'building' && placeId), [shapes])
  const { view, size, zoom, handlers } = useMapMoves(
    box,
    (width, high) => viewOf(sheet, bounds, width, high),
    false,
    (x, y) => tap.current(x, y),
  )
  const [left, top] = [view.x - (size.width / 2) * view.scale, view.y - (size.height / 2) * view.scale]
  const toMetres = (x: number, y: number): Point => [left + x * view.scale, top + y * view.scale]
  const drawing = useDrawing({ sheet, houses, areas, active, tool, metresPerPixel: view.scale, ...calls })
  useEffect(() => {
    tap.current = (x, y) => drawing.onTap(toMetres(x, y))
  })

  const drawn = useMemo(
    () => [
      // The compound's own name would stand over the names of its areas.
      ...shapes
        .filter(({ kind }) => kind !== 'grid')
        .map((shape) => (shape.kind === 'compound' ? { ...shape, name: '' } : shape)),
      ...areas.flatMap(({ key, name, outline }): MapShape[] =>
        outline ? [{ placeId: key, kind: 'grid', name, geometry: outline }] : [],
      ),
    ],
    [shapes, areas],
  )
  const paint = useMemo(() => {
    const tints = new Map(areas.map(({ key, tint }) => [key, tint]))
    return ({ kind, placeId }: MapShape): Paint | undefined => {
      const tint = placeId ? tints.get(placeId) : undefined
      if (kind === 'grid') return tint ? { tint } : undefined
      return kind === 'building' && placeId && loose?.has(placeId) ? { mark: 'due' } : undefined
    }
  }, [areas, loose])
  const activeArea = areas.find(({ key }) => key === active)?.outline

  const at = (event: PointerEvent): Point => {
    const { left: x, top: y } = event.currentTarget.getBoundingClientRect()
    return toMetres(event.clientX - x, event.clientY - y)
  }
  return (
    <div className="map mape" data-tool={tool}>
      <div
        ref={box}
        className="map-sheet"
        role="application"
        aria-label={`${label}${fullStop}${t.mapKeys}`}
        tabIndex={0}
        {...handlers}
        onPointerDown={(event) => (drawing.onDown(at(event)) ? hold(event) : handlers.onPointerDown(event))}
        onPointerMove={(event) => (drawing.onMove(at(event)) ? undefined : handlers.onPointerMove(event))}
        onPointerUp={(event) => (drawing.onUp() ? undefined : handlers.onPointerUp(event))}
        onDoubleClick={(event) => {
          const { left: x, top: y } = event.currentTarget.getBoundingClientRect()
          drawing.onDouble(toMetres(event.clientX - x, event.clientY - y))
        }}
        onKeyDown={(event) => {
          if (drawing.onKey(event.key)) event.preventDefault()
          else handlers.onKeyDown(event)
        }}
      >
        <svg
          viewBox={`${left} ${top} ${size.width * view.scale || 1} ${size.height * view.scale || 1}`}
          aria-hidden="true"
        >
          <defs>
            <pattern
              id="mape-hatch"
              width={6 * view.scale}
              height={6 * view.scale}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="mape-hatch" width={2 * view.scale} height={6 * view.scale} />
            </pattern>
          </defs>
          <Ground shapes={drawn} sheet={sheet} paint={paint} />
          {holes.map((hole, number) => (
            <path key={number} className="mape-hole" d={pathOf(ringsOf(sheet, hole))} />
          ))}
          {activeArea && <path className="mape-active" d={pathOf(ringsOf(sheet, activeArea))} />}
          <g className="mape-houses">
            {houses.map((house) =>
              drawing.caught.has(house.placeId ?? '') ? (
                <path key={house.placeId} className="mape-caught" d={pathOf(linesOf(sheet, house))} />
              ) : null,
            )}
          </g>
          <Labels shapes={drawn} sheet={sheet} scale={view.scale} />
          <Drawing drawing={drawing} scale={view.scale} />
        </svg>
      </div>
      <div className="map-keys">
        <button type="button" aria-label={t.zoomIn} onClick={() => zoom(1.5)}>
          <Icon name="plus" size={20} />
        </button>
        <button type="button" aria-label={t.zoomOut} onClick={() => zoom(1 / 1.5)}>
          <Icon name="minus" size={20} />
        </button>
      </div>
      {children}
    </div>
  )
}

/** The rest of the stroke comes here, also from outside the map. */
const hold = (event: PointerEvent) => event.currentTarget.setPointerCapture(event.pointerId)
