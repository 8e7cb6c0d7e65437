/** Where it is, drawn from our own shapes, with what else is open within a hundred metres. */
import { useNavigate } from '@tanstack/react-router'
import { mapShapes } from '#contracts/places.ts'
import { mapWork, type RequestRow, type RequestView } from '#contracts/requests.ts'
import { ringOf } from '#web/components/request/state.ts'
import { PlaceMap, type MapPin } from '#web/components/PlaceMap.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useNow } from '#web/platform/now.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { workText } from '#web/texts/work.ts'
import { boxAround, metresBetween } from './distance.ts'

const NEAR_METRES = 100
const SHOWN_METRES = 70 // from the middle to the upper and lower edge
const HEIGHT_PX = 206

export function NearMap({ request }: { request: RequestView }) {
  const { lon, lat, gridId } = request
  return (
    lon !== null && lat !== null && gridId !== null && <Drawn request={request} lon={lon} lat={lat} gridId={gridId} />
  )
}

function Drawn({ request, lon, lat, gridId }: { request: RequestView; lon: number; lat: number; gridId: string }) {
  const t = useText(workText)
  const { colon } = useText(marks)
  const now = useNow()
  const navigate = useNavigate()
  const { data: ground } = useEndpoint(mapShapes, { params: { id: gridId } }, { keepLast: true })
  const works = useRight('requests.work') // whoever came from the figures may see this one and no work list
  const { data: open } = useEndpoint(mapWork, { query: { placeId: gridId } }, { keepLast: true, enabled: works })
  const others = (open?.rows ?? []).filter(
    (row) =>
      row.id !== request.id &&
      row.lon !== null &&
      row.lat !== null &&
      metresBetween({ lon, lat }, { lon: row.lon, lat: row.lat }) <= NEAR_METRES,
  )
  const pins: MapPin[] = [
    ...others.flatMap((row) => pinOf(row, now)),
    {
      id: request.id,
      lon,
      lat,
      title: `${t.here}${colon}${request.title}`,
      drop: true,
      tone: ringOf(request, now).tone === 'late' ? 'late' : 'accent',
    },
  ]
  if (!ground) return <div className="near" style={{ height: HEIGHT_PX }} />
  return (
    <div className="near">
      <PlaceMap
        key={request.id}
        shapes={ground.shapes}
        bounds={boxAround({ lon, lat }, SHOWN_METRES)}
        label={t.map(request.placeName)}
        height={HEIGHT_PX}
        pins={pins}
        onPin={(id) => id !== request.id && void navigate({ to: '/requests/$id', params: { id } })}
      />
      {open && <span className="near-note">{others.length > 0 ? t.near(others.length) : t.nearNone}</span>}
    </div>
  )
}

const pinOf = (row: RequestRow, now: Date): MapPin[] =>
  row.lon === null || row.lat === null
    ? []
    : [{ id: row.id, lon: row.lon, lat: row.lat, title: row.title, tone: ringOf(row, now).tone }]
