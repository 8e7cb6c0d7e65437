/** Finding a place of the district, or with `level` one of that level only: a home by its code, as people say it. */
import { useState } from 'react'
import { searchPlaces, type PlaceLevel } from '#contracts/places.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { deskText } from '#web/texts/desk.ts'
import { PickField, type PickProps } from './PickField.tsx'

export type PickedPlace = { id: string; name: string }
type PlacePickProps = PickProps & {
  value: PickedPlace | undefined
  onChange: (place: PickedPlace | undefined) => void
  level?: PlaceLevel
}

export function PlacePick({ value, onChange, level, ...field }: PlacePickProps) {
  const t = useText(deskText)
  const [q, setQ] = useState('')
  const query = { q: q.trim(), ...(level && { level }) }
  const found = useEndpoint(searchPlaces, { query }, { enabled: query.q.length > 0 && !value, keepLast: true })
  return (
    <PickField
      {...field}
      placeholder={field.hint ? undefined : t.pick.place}
      picked={value?.name}
      q={q}
      onSearch={setQ}
      found={found.data?.map(({ id, pathName }) => ({ id, name: pathName }))}
      onPick={onChange}
    />
  )
}
