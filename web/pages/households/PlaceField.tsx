/** Which area a page looks at: found by a few letters, let go by a tap. */
import { useState } from 'react'
import { searchPlaces } from '#contracts/places.ts'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { kitText } from '#web/texts/kit.ts'
import { householdsText } from '#web/texts/households.ts'
import '#web/pages/people/people.css'

export type Picked = { id: string; name: string }
type PlaceFieldProps = { label: string; value: Picked | undefined; onChange: (place: Picked | undefined) => void }

export function PlaceField({ label, value, onChange }: PlaceFieldProps) {
  const t = useText(householdsText)
  const kit = useText(kitText)
  const [q, setQ] = useState('')
  const found = useEndpoint(searchPlaces, { query: { q } }, { enabled: q.trim().length > 0 && !value, keepLast: true })
  if (value)
    return (
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
    )
  return (
    <div className="pp-pick">
      <TextField label={label} hideLabel type="search" value={q} onChange={setQ} placeholder={label} maxLength={40} />
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
