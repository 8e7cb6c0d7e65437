/** The same things as the list, on the map of my compound (or of the place my post is for), under the same numbers. */
import { useNavigate } from '@tanstack/react-router'
import { mapShapes } from '#contracts/places.ts'
import { listPool } from '#contracts/requests.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { PlaceMap } from '#web/components/PlaceMap.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import type { usePosition } from '#web/platform/position.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { poolText } from '#web/texts/pool.ts'
import { around } from './around.ts'

type Offered = ReplyOf<typeof listPool>['offered']
type PoolMapProps = { offered: Offered; here: ReturnType<typeof usePosition> }

export function PoolMap({ offered, here }: PoolMapProps) {
  const t = useText(poolText)
  const navigate = useNavigate()
  const me = useMe().data
  const placeId = me?.home?.compoundId ?? me?.capacities[0]?.placeId
  const { data } = useEndpoint(mapShapes, { params: { id: placeId ?? '' } }, { enabled: placeId !== undefined })
  if (!data) return <div className="pool-map pool-map-wait" />
  const pins = offered.flatMap(({ id, lon, lat, title, urgent }, at) =>
    lon === null || lat === null
      ? []
      : [
          {
            id,
            lon,
            lat,
            title: `${at + 1} ${title}`,
            label: String(at + 1),
            tone: urgent ? ('late' as const) : ('accent' as const),
          },
        ],
  )
  return (
    <div className="pool-map">
      <PlaceMap
        shapes={data.shapes}
        bounds={around(pins, data.bounds)}
        label={t.map}
        height={168}
        pins={pins}
        onPin={(id) => void navigate({ to: `/requests/${id}` })}
        onLocate={here.ask}
        {...(here.position && { me: here.position })}
      />
      {here.state === 'refused' && (
        <p className="pool-note" role="status">
          {t.noPlace}
        </p>
      )}
    </div>
  )
}
