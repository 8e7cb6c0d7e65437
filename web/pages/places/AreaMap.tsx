/** The map of a place: areas in their tints, buildings to step into, with what is open there and where nobody answers. */
import { useCallback, useMemo } from 'react'
import { mapShapes, type MapShape } from '#contracts/places.ts'
import { mapWork, type RequestRow } from '#contracts/requests.ts'
import { readCheckup } from '#contracts/standards.ts'
import { Button } from '#web/components/Button.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PlaceMap, type MapPin, type Paint } from '#web/components/PlaceMap.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { registerText } from '#web/texts/register.ts'
import { tintOf } from './tints.ts'
import { standingOf } from '#web/pages/requests/standing.ts'
import type { PlaceData } from './place-data.ts'

export function AreaMap({
  data: { place, counts, mayManage },
  onShow,
}: {
  data: PlaceData
  onShow: (id: string) => void
}) {
  const t = useText(registerText)
  const { now } = useTime()
  const isNear = place.level === 'compound' || place.level === 'grid'
  const mayWork = useRight('requests.work') && isNear
  const mayCheck = useRight('standards.view') && isNear
  const ground = useEndpoint(mapShapes, { params: { id: place.id } })
  const work = useEndpoint(mapWork, { query: { placeId: place.id } }, { enabled: mayWork })
  const heads = useEndpoint(
    readCheckup,
    { query: { placeId: place.id, standard: 'building.head' } },
    { enabled: mayCheck },
  )
  const shapes = useMemo(
    () =>
      (ground.data?.shapes ?? [])
        .filter(({ placeId }) => placeId !== place.id)
        .map((shape) => (isNear && shape.kind === 'grid' ? { ...shape, name: '' } : shape)), // named by the table
    [ground.data, place.id, isNear],
  )
  const without = useMemo(
    () =>
      new Set(
        (heads.data?.findings ?? []).flatMap(({ state, subjects }) =>
          state === 'gap' ? subjects.map(({ id }) => id) : [],
        ),
      ),
    [heads.data],
  )
  const paint = useCallback(
    ({ kind, placeId }: MapShape): Paint | undefined => {
      if (kind === 'grid' && isNear) return { tint: tintOf(shapes, placeId) }
      return kind === 'building' && placeId && without.has(placeId) ? { mark: 'due' } : undefined
    },
    [shapes, without, isNear],
  )
  const pins = useMemo(() => pinsOf(work.data?.rows ?? [], now), [work.data, now])
  return (
    <section className="pmap" aria-label={t.map}>
      <Loaded query={ground}>
        {({ bounds, shapes: all }) =>
          all.some(({ placeId }) => placeId) ? (
            <PlaceMap
              shapes={shapes}
              bounds={bounds}
              height="100%"
              label={t.mapOf(place.name)}
              paint={paint}
              onPlace={onShow}
              pins={pins.map((pin) => ({ ...pin, title: t.pin(pin.title, pin.open, pin.late) }))}
            >
              {isNear && (without.size > 0 || pins.length > 0) && (
                <p className="mapp-legend pmap-legend">
                  {without.size > 0 && <span data-look="vacant">{t.legend.vacant}</span>}
                  {pins.length > 0 && <span data-look="open">{t.legend.open}</span>}
                  {pins.some(({ late }) => late > 0) && <span data-look="late">{t.legend.late}</span>}
                </p>
              )}
            </PlaceMap>
          ) : (
            <Empty
              mood="quiet"
              icon="map"
              title={t.notDrawn}
              {...(mayManage &&
                place.level === 'compound' && {
                  action: (
                    <Button kind="quiet" to={`/register/${place.id}/grids`}>
                      {t.drawIt}
                    </Button>
                  ),
                })}
            />
          )
        }
      </Loaded>
      {counts.undrawn > 0 && isNear && <p className="pmap-note">{t.undrawn(counts.undrawn)}</p>}
    </section>
  )
}

type Pin = MapPin & { open: number; late: number }

/** One pin for each spot that something is open at, with how many. */
function pinsOf(rows: readonly RequestRow[], now: Date): Pin[] {
  const pins = new Map<string, Pin>()
  for (const row of rows) {
    const { lon, lat, placeName } = row
    if (lon === null || lat === null) continue
    const pin = pins.get(placeName) ?? { id: placeName, lon, lat, title: placeName, open: 0, late: 0 }
    const late = pin.late + (standingOf(row, now).tone === 'late' ? 1 : 0)
    pins.set(placeName, {
      ...pin,
      open: pin.open + 1,
      late,
      label: String(pin.open + 1),
      tone: late > 0 ? 'late' : 'accent',
    })
  }
  return [...pins.values()]
}
