/** Which request this one is the same as: found by number or words among the open ones. */
import { useDeferredValue, useState } from 'react'
import { listWork } from '#contracts/requests.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { stepText } from '#web/texts/steps.ts'
import { Choice } from '../Choice.tsx'
import { TextField } from '../Field.tsx'
import { Icon } from '../Icon.tsx'
import type { StepRequest } from './step-form.ts'
import type { StepForm } from './use-step.ts'

const SHOWN = 6

export function MergeField({ form, request }: { form: StepForm; request: StepRequest }) {
  const t = useText(stepText)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const near = { view: 'open' as const, limit: SHOWN + 1, ...(request.gridId && { gridId: request.gridId }) }
  const { data } = useEndpoint(
    listWork,
    { query: q ? { view: 'open', q, limit: SHOWN + 1 } : near },
    { keepLast: true },
  )
  const rows = data?.rows.filter(({ id }) => id !== request.id).slice(0, SHOWN) ?? []
  return (
    <>
      <TextField
        type="search"
        label={t.into}
        placeholder={t.intoSearch}
        value={typed}
        onChange={setTyped}
        end={<Icon name="search" size={20} />}
      />
      {data && rows.length === 0 ? (
        <p role="status">{t.intoNone}</p>
      ) : (
        <Choice
          label={t.into}
          hideLabel
          error={form.errorOf('intoId')}
          value={form.values.intoId}
          onChange={(intoId) => form.set({ intoId })}
          options={rows.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        />
      )}
    </>
  )
}
