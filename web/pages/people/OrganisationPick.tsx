/** Finding an organisation by a part of its name: the answer is one of the list. */
import { useState } from 'react'
import { listOrganisations, type OrganisationView } from '#contracts/organisations.ts'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { kitText } from '#web/texts/kit.ts'
import { organisationsText } from '#web/texts/organisations.ts'

const MOST_SHOWN = 8

type OrganisationPickProps = {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  /** Which of them may be chosen; all when left out. */
  among?: (one: OrganisationView) => boolean
  hint?: string
  error?: string | undefined
}

export function OrganisationPick({ label, value, onChange, among = () => true, hint, error }: OrganisationPickProps) {
  const t = useText(organisationsText)
  const kit = useText(kitText)
  const all = useEndpoint(listOrganisations, {})
  const [q, setQ] = useState('')
  const picked = all.data?.find(({ id }) => id === value)
  const found = all.data?.filter((one) => one.name.includes(q.trim()) && among(one)) ?? []
  if (picked)
    return (
      <div className="pp-field">
        {label}
        <p className="pp-picked">
          <span>{picked.name}</span>
          <button
            type="button"
            className="tb"
            aria-label={`${kit.close} ${picked.name}`}
            onClick={() => onChange(null)}
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
        type="search"
        value={q}
        onChange={setQ}
        placeholder={t.findUnit}
        hint={hint}
        maxLength={40}
        error={error}
      />
      {q.trim() && (
        <ul>
          {found.length === 0 && <li className="panel-none">{t.none}</li>}
          {found.slice(0, MOST_SHOWN).map(({ id, name, placeName }) => (
            <li key={id}>
              <button type="button" onClick={() => (onChange(id), setQ(''))}>
                {name} <small>{placeName}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
