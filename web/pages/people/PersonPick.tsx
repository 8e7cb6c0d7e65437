/** Finding a person by name or number, shown masked: the answer is one of the list. */
import { useState } from 'react'
import { listPeople } from '#contracts/people.ts'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { peopleText } from '#web/texts/people.ts'

const MOST_SHOWN = 8

type PersonPickProps = {
  label: string
  value: string | undefined
  onChange: (personId: string) => void
  error?: string | undefined
}

export function PersonPick({ label, value, onChange, error }: PersonPickProps) {
  const t = useText(peopleText)
  const [q, setQ] = useState('')
  const people = useEndpoint(listPeople, { query: { q: q.trim() } }, { enabled: q.trim().length > 0, keepLast: true })
  return (
    <>
      <TextField label={label} type="search" value={q} onChange={setQ} hint={t.whomHint} maxLength={40} error={error} />
      {q.trim() && people.data && (
        <Choice
          label={label}
          hideLabel
          value={value}
          onChange={onChange}
          {...(people.data.rows.length === 0 && { hint: t.none })}
          options={people.data.rows.slice(0, MOST_SHOWN).map(({ id, name, phoneMasked, homeName }) => ({
            value: id,
            label: [name, phoneMasked, homeName].filter(Boolean).join(' ').replaceAll('*', '＊'),
          }))}
        />
      )}
    </>
  )
}
