/** Finding a place of the register by its name, or a door however it is written. */
import { useState } from 'react'
import { searchPlaces, type PlaceView } from '#contracts/places.ts'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { registerText } from '#web/texts/register.ts'
import './tree.css'

/** Anything with a number in it may be a door as well. */
const MAY_BE_DOOR = /[\d一二三四五六七八九十]/

export function TreeSearch({ onSelect }: { onSelect: (place: PlaceView) => void }) {
  const t = useText(registerText)
  const [q, setQ] = useState('')
  const asked = q.trim()
  const places = useEndpoint(searchPlaces, { query: { q: asked } }, { enabled: asked.length > 0, keepLast: true })
  const doors = useEndpoint(
    searchPlaces,
    { query: { q: asked, level: 'home' } },
    { enabled: asked.length > 1 && MAY_BE_DOOR.test(asked), keepLast: true },
  )
  const found = [...(places.data ?? []).slice(0, 8), ...(doors.data ?? []).slice(0, 8)]
  return (
    <div className="preg-find">
      <TextField label={t.find} hideLabel type="search" value={q} onChange={setQ} placeholder={t.find} maxLength={40} />
      {asked && places.data && (
        <ul>
          {found.length === 0 && <li className="panel-none">{t.findNone}</li>}
          {found.map((place) => (
            <li key={place.id}>
              <button type="button" onClick={() => (onSelect(place), setQ(''))}>
                {place.pathName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
