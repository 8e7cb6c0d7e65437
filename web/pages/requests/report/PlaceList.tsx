/** Buildings as a list: those of the map first, others by searching. */
import { useState } from 'react'
import { searchPlaces, type MapShape, type PlaceView } from '#contracts/places.ts'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { reportText } from '#web/texts/report.ts'

type Place = { id: string; name: string }
type Props = {
  /** What the map draws. */
  shapes: readonly MapShape[]
  picked: string | undefined
  onPick: (place: Place) => void
}

export function PlaceList({ shapes, picked, onPick }: Props) {
  const t = useText(reportText)
  const [q, setQ] = useState('')
  const asked = q.trim()
  const found = useEndpoint(searchPlaces, { query: { q: asked } }, { enabled: asked !== '', keepLast: true })
  const named: Place[] =
    asked === ''
      ? shapes.flatMap(({ kind, placeId, name }) => (kind === 'building' && placeId ? [{ id: placeId, name }] : []))
      : (found.data ?? []).filter(isOutdoors).map(({ id, pathName }) => ({ id, name: pathName }))
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
      {asked !== '' && found.data && named.length === 0 && <p role="status">{t.nothingFound}</p>}
      {named.length > 0 && (
        <Choice
          label={t.byList}
          hideLabel
          value={picked}
          onChange={(id) => onPick(named.find((one) => one.id === id) ?? { id, name: '' })}
          options={named.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  )
}

/** A request never says behind which door somebody lives. */
const isOutdoors = ({ level }: PlaceView) => level !== 'home' && level !== 'entrance'
