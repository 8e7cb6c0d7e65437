/** What is being drawn: the loop, the line, the corners of a border, the ring so far. */
import { pathOf, type Point } from '../map-view.ts'
import type { DrawingState } from './use-drawing.ts'

const CORNER_PX = 5.5
const BETWEEN_PX = 3.5

export function Drawing({ drawing, scale }: { drawing: DrawingState; scale: number }) {
  const { stroke, corners, handles, shown } = drawing
  return (
    <g className="mape-drawing">
      {shown && <path className="mape-moved" d={pathOf(shown)} />}
      {handles.map((ring, number) => (
        <g key={number}>
          {ring.slice(1).map((to, at) => (
            <circle
              key={`b${at}`}
              className="mape-between"
              {...spot(halfway(ring[at] ?? to, to), BETWEEN_PX * scale)}
            />
          ))}
          {ring.slice(1).map((corner, at) => (
            <circle key={at} className="mape-corner" {...spot(corner, CORNER_PX * scale)} />
          ))}
        </g>
      ))}
      {stroke?.kind === 'loop' && <path className="mape-loop" d={pathOf([stroke.points])} />}
      {stroke?.kind === 'line' && <path className="mape-line" d={pathOf([stroke.points], false)} />}
      {corners.length > 0 && (
        <>
          <path className="mape-line" d={pathOf([corners], false)} />
          {corners.map((corner, at) => (
            <circle key={at} className="mape-corner" data-first={at === 0} {...spot(corner, CORNER_PX * scale)} />
          ))}
        </>
      )}
    </g>
  )
}

const spot = ([cx, cy]: Point, r: number) => ({ cx, cy, r })
const halfway = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2]
