/**
 * The town at night. Houses, river and roads are still; a grid warms up with the lamps lit in it today; each lamp is one
 * thing solved and confirmed. Only a lamp that came since the last look is lit with a motion.
 */
import { memo, useMemo, useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { MapShape } from '#contracts/places.ts'
import type { screenBoard } from '#contracts/requests.ts'
import type { Point } from '#web/components/map-view.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { marks } from '#web/texts/marks.ts'
import { screenText } from '#web/texts/screen.ts'
import { midnightBefore } from '#web/texts/time.ts'
import { placeCallouts } from './callouts.ts'
import { CITY, planCity, type CityPlan } from './city-plan.ts'
import './City.css'

type Board = ReplyOf<typeof screenBoard>
type Lamp = Board['lamps'][number]
const CALLOUTS = 3
/** Lamps that stand on the same spot are fanned out, this far from each other. */
const FAN = 13

export function City({
  board,
  shapes,
  bounds,
}: {
  board: Board
  shapes: readonly MapShape[]
  bounds: readonly number[]
}) {
  const t = useText(screenText)
  const { comma } = useText(marks)
  const { now, duration } = useTime()
  const plan = useMemo(() => planCity(shapes, bounds), [shapes, bounds])
  const lit = useMemo(() => new Map(board.grids.map(({ id, solvedToday }) => [id, solvedToday])), [board.grids])
  const placed = useMemo(() => placeLamps(board.lamps, plan), [board.lamps, plan])
  const midnight = midnightBefore(now)
  const lamps = placed.filter(({ lamp }) => new Date(lamp.closedAt) >= midnight)
  const earlier = placed.filter(({ lamp }) => new Date(lamp.closedAt) < midnight)
  const isNew = useNewKeys(lamps.map(({ key }) => key))
  const callouts = placeCallouts(
    lamps.flatMap(({ key, at, lamp }) => {
      const ms = now.getTime() - new Date(lamp.closedAt).getTime()
      const note = ms < 60_000 ? t.justNow : t.ago(duration(ms))
      return lamp.title ? [{ key, lamp: at, title: lamp.title, note }] : []
    }),
    CALLOUTS,
  )
  const named = board.grids.filter(({ solvedToday }) => solvedToday > 0)
  const words = t.mapText(lamps.length, named.map(({ name, solvedToday }) => t.gridLine(name, solvedToday)).join(comma))
  return (
    <svg className="city" viewBox={`0 0 ${CITY.width} ${CITY.height}`} role="img" aria-label={words}>
      <defs>
        <radialGradient id="glow">
          <stop offset="0" stopColor="#ffe3b0" stopOpacity=".95" />
          <stop offset=".18" stopColor="#ffc977" stopOpacity=".6" />
          <stop offset=".5" stopColor="#ff9f3d" stopOpacity=".16" />
          <stop offset="1" stopColor="#ff9f3d" stopOpacity="0" />
        </radialGradient>
        <filter id="haze">
          <feGaussianBlur stdDeviation="22" />
        </filter>
      </defs>
      <Ground plan={plan} />
      <g filter="url(#haze)" opacity=".55">
        {lamps.map(({ key, at: [x, y] }) => (
          <circle key={key} cx={x} cy={y} r={46} fill="#ffb65c" opacity=".1" />
        ))}
      </g>
      <g className="city-lit">
        {plan.grids.map(({ id, d }) => (
          <path key={id} d={d} data-lit={Math.min(4, lit.get(id) ?? 0)} />
        ))}
      </g>
      <Houses plan={plan} />
      <g className="city-counts">
        {plan.grids.map(({ id, top: [x, y] }) => {
          const count = lit.get(id) ?? 0
          return (
            count > 0 && (
              <text key={id} x={x} y={y}>
                {count}
              </text>
            )
          )
        })}
      </g>
      <g className="city-earlier">
        {earlier.map(({ key, at: [x, y] }) => (
          <g key={key}>
            <circle cx={x} cy={y} r={13} fill="url(#glow)" />
            <circle cx={x} cy={y} r={2} fill="#ffdfa6" />
          </g>
        ))}
      </g>
      {lamps.map(({ key, at: [x, y] }, nth) => (
        <g
          key={key}
          className={isNew(key) ? 'lamp lamp-new' : 'lamp'}
          style={{ animationDelay: `${Math.min(nth, 20) * 80}ms` }}
        >
          <circle cx={x} cy={y} r={24} fill="url(#glow)" />
          <circle cx={x} cy={y} r={3.2} fill="#fff3d8" />
        </g>
      ))}
      <g className="city-words">
        {callouts.map(({ key, lamp, at, side, title, note }) => (
          <g key={key} textAnchor={side}>
            <path d={`M${lamp[0]} ${lamp[1]}L${at[0]} ${at[1] + 10}`} />
            <circle cx={lamp[0]} cy={lamp[1]} r={38} fill="url(#glow)" />
            <circle cx={lamp[0]} cy={lamp[1]} r={4.2} fill="#fff6e2" />
            <text x={at[0]} y={at[1]}>
              {title}
            </text>
            <text x={at[0]} y={at[1] + 24} className="city-note">
              {note}
            </text>
          </g>
        ))}
      </g>
    </svg>
  )
}

/** What never changes is drawn once. */
const Ground = memo(function Ground({ plan }: { plan: CityPlan }) {
  return (
    <>
      <g className="city-grids">
        {plan.grids.map(({ id, d }) => (
          <path key={id} d={d} />
        ))}
      </g>
      <g className="city-ground">
        {plan.ground.map(({ id, d, kind }) => (
          <path key={id} d={d} data-kind={kind} />
        ))}
      </g>
    </>
  )
})

const Houses = memo(function Houses({ plan }: { plan: CityPlan }) {
  return (
    <>
      <g className="city-roads">
        {plan.roads.map(({ id, d }) => (
          <path key={id} d={d} />
        ))}
      </g>
      <g className="city-water">
        {plan.ground
          .filter(({ kind }) => kind === 'water')
          .map(({ id, d }) => (
            <path key={id} d={d} />
          ))}
      </g>
      <g className="city-houses">
        {plan.buildings.map(({ id, d }) => (
          <path key={id} d={d} />
        ))}
      </g>
      <g fill="#ffd694">
        {plan.windows.map(({ x, y, r, light }, at) => (
          <circle key={at} cx={x} cy={y} r={r} opacity={light} />
        ))}
      </g>
    </>
  )
})

type Placed = { key: string; at: Point; lamp: Lamp }

/** Lamps of one building stand in a fan, so that each is seen. */
function placeLamps(lamps: readonly Lamp[], plan: CityPlan): Placed[] {
  const taken = new Map<string, number>()
  return lamps.map((lamp) => {
    const spot = `${lamp.lon},${lamp.lat}`
    const nth = taken.get(spot) ?? 0
    taken.set(spot, nth + 1)
    const [x, y] = plan.at(lamp.lon, lamp.lat)
    const turn = nth * 2.4 // the golden angle: no two in line
    const away = FAN * Math.sqrt(nth)
    return { key: `${spot} ${lamp.closedAt} ${nth}`, at: [x + away * Math.cos(turn), y + away * Math.sin(turn)], lamp }
  })
}

type Seen = { signature: string; before: ReadonlySet<string>; now: ReadonlySet<string> }

/** Which keys were not there at the look before; at the first look all are lit one after another. */
function useNewKeys(keys: readonly string[]): (key: string) => boolean {
  const signature = keys.join('|')
  const [seen, see] = useState<Seen>({ signature, before: new Set(), now: new Set(keys) })
  if (seen.signature !== signature) see({ signature, before: seen.now, now: new Set(keys) })
  const { before } = seen
  return (key) => !before.has(key)
}
