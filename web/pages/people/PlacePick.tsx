/** Finding a place by a few letters: the answer is one of the list, never free words. */
import { useState } from 'react'
import { searchPlaces } from '#contracts/places.ts'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { kitText } from '#web/texts/kit.ts'
import { peopleText } from '#web/texts/people.ts'

export type PickedPlace = { id: string; name: string }
type PlacePickProps = {
  label: string
  value: PickedPlace | undefined
  onChange: (place: PickedPlace | undefined) => void
  hideLabel?: boolean
}

export function PlacePick({ label, value, onChange, hideLabel = false }: PlacePickProps) {
  const t = useText(peopleText)
  const kit = useText(kitText)
  const [q, setQ] = useState('')
  const found = useEndpoint(searchPlaces, { query: { q } }, { enabled: q.trim().length > 0 && !value, keepLast: true })
  if (value)
    return (
      <div className={hideLabel ? '' : 'pp-field'}>
        <span className={hideLabel ? 'vh' : ''}>{label}</span>
        <p className="pp-picked">
          <span>{value.name}</span>
          <button
            type="button"
            className="tb"
            aria-label={`${kit.close} ${value.name}`}
            onClick={() => onChange(undefined)}
          >
            <Icon name="close" size={16} />
          </button>
        </p>
      </div>
    )
  return (
    <div className="pp-pick">
      <TextField
        label={label}
        hideLabel={hideLabel}
        type="search"
        value={q}
        onChange={setQ}
        placeholder={t.placeHint}
        maxLength={40}
      />
      {q.trim() && found.data && (
        <ul>
          {found.data.length === 0 && <li className="panel-none">{t.none}</li>}
          {found.data.slice(0, 8).map(({ id, pathName }) => (
            <li key={id}>
              <button type="button" onClick={() => (onChange({ id, name: pathName }), setQ(''))}>
                {pathName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
