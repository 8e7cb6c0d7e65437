/** Finding an organisation by a part of its name. */
import { useState } from 'react'
import { listOrganisations, type OrganisationView } from '#contracts/organisations.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { deskText } from '#web/texts/desk.ts'
import { PickField, type PickProps } from './PickField.tsx'

type OrganisationPickProps = PickProps & {
  value: string | null
  onChange: (id: string | null) => void
  /** Which of them may be chosen; all when left out. */
  among?: (one: OrganisationView) => boolean
}

export function OrganisationPick({ value, onChange, among = () => true, ...field }: OrganisationPickProps) {
  const t = useText(deskText)
  const all = useEndpoint(listOrganisations, {})
  const [q, setQ] = useState('')
  const found = all.data?.filter((one) => one.name.includes(q.trim()) && among(one))
  return (
    <PickField
      {...field}
      placeholder={t.pick.organisation}
      picked={all.data?.find(({ id }) => id === value)?.name}
      q={q}
      onSearch={setQ}
      found={found?.map(({ id, name, placeName }) => ({ id, name, where: placeName }))}
      onPick={(one) => onChange(one?.id ?? null)}
    />
  )
}
