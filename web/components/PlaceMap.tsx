/**
 * Our own map: the shapes of a place (contract `mapShapes`) on a quiet ground, and on it only what matters. No outside map
 * service is asked. Drag, pinch, wheel, arrow keys and +/-. For those who cannot use a map the page shows the same things
 * as a list beside it.
 */
import { useMemo, useRef, type ReactNode } from 'react'
import type { MapShape } from '#contracts/places.ts'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { marks } from '#web/texts/marks.ts'
import { Icon } from './Icon.tsx'
import { useMapMoves } from './map-moves.ts'
import { Ground, Labels, type Paint } from './map-layers.tsx'
import { fromSheet, pathOf, sheetFor, toSheet, viewOf } from './map-view.ts'
import { toneClass, type Tone } from './tone.ts'
import './PlaceMap.css'

export type MapPin = {
  id: string
  lon: number
  lat: number
  /** Read aloud. */
  title: string
  /** A number in the pin; without it a plain dot, or a drop where `drop` is set. */
  label?: string
  tone?: Tone | 'accent'
  drop?: boolean
}
export type { Paint } from './map-layers.tsx'
export type Place = { lon: number; lat: number }
export type PlaceMapProps = {
  shapes: readonly MapShape[]
  /** west, south, east, north: what is shown first. */
  bounds: readonly number[]
  label: string
  height?: number | string
  pins?: readonly MapPin[]
  onPin?: (id: string) => void
  /** A tap on a place (building, grid …), or anywhere. */
  onPlace?: (placeId: string) => void
  onPick?: (place: Place) => void
  paint?: (shape: MapShape) => Paint | undefined
  me?: Place & { accuracyMetres?: number }
  onLocate?: () => void
  /** A dotted way to walk. */
  route?: readonly Place[]
  /** Does not move: a small picture in a card. */
  still?: boolean
  /** Legend or switches over the map. */
  children?: ReactNode
}

export function PlaceMap(props: PlaceMapProps) {
  const {
    shapes,
    bounds,
    label,
    height = 240,
    pins = [],
    onPin,
    onPick,
    me,
    onLocate,
    route,
    still = false,
    children,
  } = props
  const t = useText(kitText)
  const { fullStop } = useText(marks)
  const box = useRef<HTMLDivElement>(null)
  const sheet = useMemo(() => sheetFor(bounds), [bounds])
  const { view, size, zoom, handlers } = useMapMoves(
    box,
    (width, high) => viewOf(sheet, bounds, width, high),
    still,
    (x, y) =>
      onPick?.(
        fromSheet(sheet, [view.x + (x - size.width / 2) * view.scale, view.y + (y - size.height / 2) * view.scale]),
      ),
  )
  const [left, top] = [view.x - (size.width / 2) * view.scale, view.y - (size.height / 2) * view.scale]
  const toPixels = ({ lon, lat }: Place) => {
    const [x, y] = toSheet(sheet, lon, lat)
    return { left: (x - left) / view.scale, top: (y - top) / view.scale }
  }
  return (
    <div className="map" style={{ height }} data-still={still}>
      <div
        ref={box}
        className="map-sheet"
        role="application"
        aria-label={still ? label : `${label}${fullStop}${t.mapKeys}`}
        tabIndex={still ? -1 : 0}
        {...handlers}
      >
        <svg
          viewBox={`${left} ${top} ${size.width * view.scale || 1} ${size.height * view.scale || 1}`}
          aria-hidden="true"
        >
          <Ground
            shapes={shapes}
            sheet={sheet}
            {...(props.paint && { paint: props.paint })}
            {...(props.onPlace && { onPlace: props.onPlace })}
          />
          <Labels shapes={shapes} sheet={sheet} scale={view.scale} />
          {route && (
            <path
              className="map-route"
              d={pathOf([route.map(({ lon, lat }) => toSheet(sheet, lon, lat))], false)}
              style={{ strokeWidth: 4 * view.scale, strokeDasharray: `0 ${9 * view.scale}` }}
            />
          )}
        </svg>
        {me && (
          <span className="map-me" style={toPixels(me)} role="img" aria-label={t.mapMe}>
            <i
              style={{
                width: Math.max(48, (2 * (me.accuracyMetres ?? 0)) / view.scale),
                height: Math.max(48, (2 * (me.accuracyMetres ?? 0)) / view.scale),
              }}
            />
          </span>
        )}
        {pins.map((pin) => (
          <button
            key={pin.id}
            type="button"
            className={`map-pin ${pin.tone && pin.tone !== 'accent' ? toneClass(pin.tone) : ''}`}
            data-look={pin.drop ? 'drop' : pin.label ? 'number' : 'dot'}
            style={toPixels(pin)}
            aria-label={pin.title}
            tabIndex={onPin ? 0 : -1}
            onClick={() => onPin?.(pin.id)}
          >
            {pin.drop ? (
              <svg width="30" height="38" viewBox="0 0 30 38" aria-hidden="true">
                <path d="M15 36.500C23.500 28 28 21.600 28 15A13 13 0 0 0 2 15c0 6.600 4.500 13 13 21.500z" />
                <circle cx="15" cy="15" r="5" />
              </svg>
            ) : (
              <i>{pin.label}</i>
            )}
          </button>
        ))}
      </div>
      {!still && (
        <div className="map-keys">
          {onLocate && (
            <button type="button" aria-label={t.locate} onClick={onLocate}>
              <Icon name="locate" size={22} />
            </button>
          )}
          <button type="button" aria-label={t.zoomIn} onClick={() => zoom(1.5)}>
            <Icon name="plus" size={20} />
          </button>
          <button type="button" aria-label={t.zoomOut} onClick={() => zoom(1 / 1.5)}>
            <Icon name="minus" size={20} />
          </button>
        </div>
      )}
      {children && <div className="map-over">{children}</div>}
    </div>
  )
}
