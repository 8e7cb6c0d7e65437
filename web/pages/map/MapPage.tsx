/**
 * What is open, where it is: our own shapes with a pin for each request in the colour of its clock, or the grids tinted by
 * how many are late. Everything on the map stands in the list beside it, for those who cannot use a map.
 */
import { useCallback, useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { listPlaces, mapShapes, type MapShape } from '#contracts/places.ts'
import { mapWork } from '#contracts/requests.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PlaceMap, type Paint } from '#web/components/PlaceMap.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { mapText } from '#web/texts/map.ts'
import { standingText } from '#web/texts/standing.ts'
import { FILTERS, gridsOf, heatOf, namedFor, passes, pinOf, type FilterName } from './map-work.ts'
import { GridTable } from './GridTable.tsx'
import { Legend } from './Legend.tsx'
import { MapList } from './MapList.tsx'
import './MapPage.css'

export function MapPage() {
  const t = useText(mapText)
  return (
    <Allowed right="requests.work" title={t.title}>
      <MyMap />
    </Allowed>
  )
}

function MyMap() {
  const { data: me } = useMe()
  const home = me?.capacities.find(({ kind }) => kind !== 'member' && kind !== 'volunteer') ?? me?.capacities[0]
  return home ? <AreaMap key={home.placeId} homeId={home.placeId} homeName={home.placeName} /> : null
}

function AreaMap({ homeId, homeName }: { homeId: string; homeName: string }) {
  const t = useText(mapText)
  const words = useText(standingText)
  const { now } = useTime()
  const navigate = useNavigate()
  const [area, setArea] = useState(homeId)
  const [look, setLook] = useState<'pins' | 'heat'>('pins')
  const [filter, setFilter] = useState<FilterName>('all')
  const [pointed, point] = useState<string>()
  const below = useEndpoint(listPlaces, { query: { parentId: homeId } })
  const ground = useEndpoint(mapShapes, { params: { id: area } }, { keepLast: true })
  const work = useEndpoint(
    mapWork,
    { query: area === homeId ? {} : { placeId: area } },
    { keepLast: true, refetchInterval: 60_000 },
  )

  const shapes = useMemo(() => namedFor(ground.data?.shapes ?? [], look), [ground.data, look])
  const all = work.data?.rows ?? []
  const rows = all.filter((row) => passes(row, filter, now))
  const grids = gridsOf(all, ground.data?.shapes ?? [], now)
  const lateOf = grids.map(({ id, late }) => `${id}:${late}`).join()
  const paint = useCallback(
    ({ kind, placeId }: MapShape): Paint | undefined => {
      const found = kind === 'grid' && placeId ? new RegExp(`${placeId}:(\\d+)`).exec(lateOf) : null
      return kind === 'grid' ? { heat: heatOf(Number(found?.[1] ?? 0)) } : undefined
    },
    [lateOf],
  )
  const open = (id: string) => void navigate({ to: '/requests/$id', params: { id } })
  const areas = (below.data ?? []).filter(({ level }) => level !== 'entrance' && level !== 'home')

  return (
    <Page
      whole
      title={t.title}
      note={work.data && (work.data.cut ? t.cut(all.length) : t.note(all.length))}
      tools={
        <>
          <Segments
            label={t.look}
            value={look}
            onChange={setLook}
            segments={[
              { value: 'pins', label: t.pins },
              { value: 'heat', label: t.heat },
            ]}
          />
          <select className="select" aria-label={t.area} value={area} onChange={(event) => setArea(event.target.value)}>
            <option value={homeId}>{t.whole(homeName)}</option>
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </>
      }
    >
      <div className="mapp">
        <div className="mapp-map" data-look={look}>
          <Loaded query={ground}>
            {({ bounds, place }) => (
              <PlaceMap
                key={place.id}
                shapes={shapes}
                bounds={bounds}
                height="100%"
                label={t.mapLabel(place.name)}
                pins={
                  look === 'pins'
                    ? rows.flatMap((row) => pinOf(row, now, pointed, (title, word) => t.pin(title, words[word])))
                    : []
                }
                onPin={open}
                {...(look === 'heat' && { paint })}
              >
                <Legend look={look} />
              </PlaceMap>
            )}
          </Loaded>
        </div>
        <aside className="mapp-side" aria-label={t.list}>
          {look === 'pins' ? (
            <>
              <Segments
                label={t.filter}
                value={filter}
                onChange={setFilter}
                segments={FILTERS.map((value) => ({ value, label: t.filters[value] }))}
              />
              <Loaded query={work}>{() => <MapList rows={rows} onPoint={point} />}</Loaded>
            </>
          ) : (
            <GridTable grids={grids} />
          )}
        </aside>
      </div>
    </Page>
  )
}
