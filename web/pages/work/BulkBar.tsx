/** Many at once: the same step on all that are selected, its progress, and which were refused and why. */
import { useState } from 'react'
import { Progress, Select } from 'antd'
import { bulkDispatch, bulkProgress, listHandlers, type RequestRow, type StepBody } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { dispatchText } from '#web/texts/dispatch.ts'
import { useProblem } from '#web/texts/errors.ts'
import { workText } from '#web/texts/work.ts'
import { keepBulk, useBulkId } from './bulk-run.ts'
import { keyOfHandler } from './dispatch.ts'
import './BulkBar.css'

const STEPS = ['dispatch', 'offer', 'accept'] as const
type Step = (typeof STEPS)[number]
const LOOK_MS = 700

type Props = {
  selected: ReadonlySet<string>
  onSelected: (selected: ReadonlySet<string>) => void
  rows: readonly RequestRow[]
}

export function BulkBar({ selected, onSelected, rows }: Props) {
  const may = useRight('requests.bulk')
  const running = useBulkId()
  const [first] = rows.filter(({ id }) => selected.has(id))
  if (!may) return null
  return (
    <>
      {running && <Running key={running} bulkId={running} />}
      {first && <Choose first={first} selected={selected} onSelected={onSelected} />}
    </>
  )
}

function Choose({ first, selected, onSelected }: Omit<Props, 'rows'> & { first: RequestRow }) {
  const t = useText(dispatchText)
  const work = useText(workText)
  const say = useProblem()
  const [step, setStep] = useState<Step>('dispatch')
  const [to, setTo] = useState<string>()
  // Those who answer for the place of the first one; the server checks each request by its own rules.
  const { data: handlers = [] } = useEndpoint(listHandlers, { params: { id: first.id } }, { keepLast: true })
  const chosen = handlers.find((one) => keyOfHandler(one) === to) ?? handlers.find(({ suggested }) => suggested)
  const starting = useCommand(bulkDispatch, {
    changes: [],
    onDone: ({ bulkId }) => {
      keepBulk(bulkId)
      onSelected(new Set())
    },
  })
  const names: Record<Step, string> = { dispatch: t.bulkDispatch, offer: t.bulkOffer, accept: t.bulkAccept }
  const go = () => {
    if (step === 'dispatch' && !chosen) return
    const handler =
      chosen && (chosen.organisationId ? { organisationId: chosen.organisationId } : { postId: chosen.postId ?? '' })
    const body: StepBody = { action: step, ...(step === 'dispatch' && handler && { handler }) }
    starting.send({ body: { requestIds: [...selected], step: body } })
  }
  return (
    <section className="bulk" aria-label={t.bulk(selected.size)}>
      <p>
        <b>{t.bulk(selected.size)}</b>
        <button type="button" className="link" onClick={() => onSelected(new Set())}>
          {work.unselect}
        </button>
      </p>
      <div className="bulk-row">
        <Select
          aria-label={t.bulkStep}
          value={step}
          onChange={setStep}
          options={STEPS.map((value) => ({ value, label: names[value] }))}
        />
        {step === 'dispatch' && (
          <Select
            aria-label={t.bulkTo}
            placeholder={t.bulkTo}
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen && keyOfHandler(chosen)}
            onChange={setTo}
            options={handlers.map((one) => ({ value: keyOfHandler(one), label: one.name }))}
          />
        )}
        <Button kind="accent" onClick={go} busy={starting.busy && t.bulkStarting}>
          {t.bulkGo(selected.size)}
        </Button>
      </div>
      {starting.error && <p role="alert">{say(starting.error)}</p>}
    </section>
  )
}

function Running({ bulkId }: { bulkId: string }) {
  const t = useText(dispatchText)
  const say = useProblem()
  const [finished, setFinished] = useState(false)
  const { data, error } = useEndpoint(
    bulkProgress,
    { params: { id: bulkId } },
    { ...(!finished && { refetchInterval: LOOK_MS }) },
  )
  if (data?.finishedAt && !finished) setFinished(true)
  if (error) {
    return (
      <section className="bulk" aria-label={t.bulkProgress}>
        <p role="alert">{say(error)}</p>
        <Button onClick={() => keepBulk(null)}>{t.bulkSeen}</Button>
      </section>
    )
  }
  if (!data) return null
  const { total, done, refused } = data
  return (
    <section className="bulk" aria-label={t.bulkProgress}>
      <Progress percent={Math.round((done / total) * 100)} showInfo={false} size="small" aria-label={t.bulkProgress} />
      <p role="status">
        <b>{finished ? t.bulkDone(done - refused.length) : t.bulkRunning(done, total)}</b>
        {refused.length > 0 ? t.bulkRefused(refused.length) : !finished && t.bulkLeave}
        {finished && (
          <button type="button" className="link" onClick={() => keepBulk(null)}>
            {t.bulkSeen}
          </button>
        )}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ requestId, number, code }) => (
            <li key={requestId}>
              <span>{number}</span>
              {say({ code })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
