/** Where it is, drawn and in words, with where that was taken from and the way to change it. */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { proposeIntake } from '#contracts/requests.ts'
import { Card, Facts } from '#web/components/Card.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { PlaceMap } from '#web/components/PlaceMap.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useOnline } from '#web/platform/offline.ts'
import { useTime } from '#web/platform/time.ts'
import { marks } from '#web/texts/marks.ts'
import { reportText } from '#web/texts/report.ts'
import { PlaceSheet } from './PlaceSheet.tsx'
import type { Report } from './report.ts'
import { usePlaceMap } from './use-place-map.ts'
import { usePosition, type Position } from './use-position.ts'

const AROUND_DEGREES = { lon: 0.0006, lat: 0.00045 } // some 55 m each way: the house and its neighbours

type Props = {
  location: Report['location']
  /** As the server found it. */
  place: ReplyOf<typeof proposeIntake>['place'] | undefined
  onChange: (location: Report['location']) => void
  error: string | undefined
}

export function PlaceCard({ location, place, onChange, error }: Props) {
  const t = useText(reportText)
  const { comma } = useText(marks)
  const { distance } = useTime()
  const online = useOnline()
  const [choosing, setChoosing] = useState(false)
  const [accuracyMetres, setAccuracy] = useState<number>()
  const position = usePosition(({ lon, lat, accuracyMetres: metres }: Position) => {
    setAccuracy(metres)
    if (!location.source || location.source === 'device') onChange({ lon, lat, source: 'device', system: 'wgs84' })
  })
  const point = pointOf(place) ?? pointOf(location)
  const map = usePlaceMap(point)
  const { source } = location
  const known = place ?? (point || location.placeId ? { name: t.placeTitle } : null)
  const waits = online && place === undefined && position.state !== 'failed'
  return (
    <Card className="place" label={t.where}>
      <span className="place-map" aria-hidden="true">
        {map && (
          <PlaceMap
            key={point ? `${point.lon} ${point.lat}` : 'all'}
            shapes={map.shapes}
            bounds={point ? around(point) : map.bounds}
            label=""
            height="100%"
            still
            pins={point ? [{ id: 'here', ...point, title: '', drop: true }] : []}
          />
        )}
      </span>
      <div className="place-words">
        <b>
          {known
            ? location.words
              ? `${known.name}${comma}${location.words}`
              : known.name
            : waits
              ? t.looking
              : t.nowhere}
        </b>
        <span>
          {known ? (
            <Facts
              items={[
                t.from[source ?? 'home'],
                source === 'device' && accuracyMetres !== undefined && t.within(distance(accuracyMetres)),
              ]}
            />
          ) : (
            !waits && t.nowhereNote
          )}
        </span>
        {(error ?? (position.state === 'failed' && !source && t.noPosition)) && (
          <span className="place-error" role="alert">
            {error ?? t.noPosition}
          </span>
        )}
        <span className="place-ways">
          <button type="button" className="link" onClick={() => setChoosing(true)}>
            {known ? t.change : t.choose}
          </button>
          {position.ask && source !== 'device' && source !== 'photo' && (
            <button type="button" className="link" onClick={position.ask} aria-busy={position.state === 'asking'}>
              <Icon name="locate" size={18} />
              {position.state === 'asking' ? t.locating : t.useDevice}
            </button>
          )}
        </span>
      </div>
      {choosing && (
        <PlaceSheet
          location={location}
          point={point}
          onClose={() => setChoosing(false)}
          onTake={(next) => (onChange(next), setChoosing(false))}
        />
      )}
    </Card>
  )
}

const around = ({ lon, lat }: { lon: number; lat: number }) => [
  lon - AROUND_DEGREES.lon,
  lat - AROUND_DEGREES.lat,
  lon + AROUND_DEGREES.lon,
  lat + AROUND_DEGREES.lat,
]

const pointOf = (one: { lon?: number | null; lat?: number | null } | null | undefined) =>
  one && typeof one.lon === 'number' && typeof one.lat === 'number' ? { lon: one.lon, lat: one.lat } : undefined
