/** Buildings as a list: those of one's own compound first, others by searching. */
import { useState } from 'react'
import { listPlaces, searchPlaces } from '#contracts/places.ts'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { reportText } from '#web/texts/report.ts'

type Props = { picked: string | undefined; onPick: (place: { id: string; name: string }) => void }

export function PlaceList({ picked, onPick }: Props) {
  const t = useText(reportText)
  const home = useMe().data?.home
  const [q, setQ] = useState('')
  const asked = q.trim()
  const searching = asked !== '' || !home
  const near = useEndpoint(
    listPlaces,
    { query: { ...(home && { parentId: home.compoundId }) } },
    { enabled: !searching },
  )
  const found = useEndpoint(searchPlaces, { query: { q: asked } }, { enabled: asked !== '', keepLast: true })
  const query = asked !== '' ? found : near

  const places = (query.data ?? []).filter(({ level }) => level !== 'home' && level !== 'entrance')
  const named = places.map((place) => ({
    id: place.id,
    name: 'pathName' in place && typeof place.pathName === 'string' ? place.pathName : place.name,
  }))
  return (
    <>
      <TextField
        label={t.search}
        type="search"
        value={q}
        onChange={setQ}
        placeholder={t.searchPlaceholder}
        maxLength={40}
      />
      {(asked !== '' || home) && (
        <Loaded query={query} skeleton={<Skeleton />}>
          {() =>
            named.length === 0 ? (
              <p role="status">{t.nothingFound}</p>
            ) : (
              <Choice
                label={t.byList}
                hideLabel
                value={picked}
                onChange={(id) => onPick(named.find((one) => one.id === id) ?? { id, name: '' })}
                options={named.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )
          }
        </Loaded>
      )}
    </>
  )
}
