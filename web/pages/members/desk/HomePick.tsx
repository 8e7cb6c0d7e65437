/** Finding a home by its code or the name as people say it: 8-2-301. */
import { useState } from 'react'
import { searchPlaces } from '#contracts/places.ts'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import type { PickedPlace } from '#web/pages/people/PlacePick.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { kitText } from '#web/texts/kit.ts'
import { membersText } from '#web/texts/members.ts'
import '#web/pages/people/people.css'

type HomePickProps = {
  value: PickedPlace | undefined
  onChange: (place: PickedPlace | undefined) => void
  error: string | undefined
}
const MOST_SHOWN = 8

export function HomePick({ value, onChange, error }: HomePickProps) {
  const t = useText(membersText)
  const kit = useText(kitText)
  const [q, setQ] = useState('')
  const query = { q: q.trim(), level: 'home' } as const
  const found = useEndpoint(searchPlaces, { query }, { enabled: q.trim().length > 0 && !value, keepLast: true })
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
      <TextField
        label={t.homeOf}
        optional
        type="search"
        value={q}
        onChange={setQ}
        hint={t.homeHint}
        maxLength={40}
        error={error}
      />
      {q.trim() && found.data && (
        <ul>
          {found.data.length === 0 && <li className="panel-none">{t.none.homes}</li>}
          {found.data.slice(0, MOST_SHOWN).map(({ id, pathName }) => (
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
