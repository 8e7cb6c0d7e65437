/**
 * Who does it: those who answer for the place, the likely one first, each with what it has in hand. A whistle has one lead
 * and several who join, each with a task of its own.
 */
import { useState } from 'react'
import { listHandlers } from '#contracts/requests.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { stepText } from '#web/texts/steps.ts'
import { Choices } from '../Choice.tsx'
import { TextField } from '../Field.tsx'
import { Icon } from '../Icon.tsx'
import { instantOf, localOf, type StepValues } from './step-form.ts'
import type { StepForm } from './use-step.ts'

type Handler = ReplyOf<typeof listHandlers>[number]
type CoHandler = NonNullable<StepValues['coHandlers']>[number]
type Props = { form: StepForm; request: { id: string } }

/** More than these are found by typing. */
const FIRST = 5

const keyOf = ({ organisationId, postId }: { organisationId?: string | null; postId?: string | null }) =>
  organisationId ?? postId ?? ''
const refOf = ({ organisationId, postId }: Handler) => (organisationId ? { organisationId } : postId ? { postId } : {})

const useHandlers = (id: string) => useEndpoint(listHandlers, { params: { id } }, { topics: ['people'] }).data ?? []

export function HandlerField({ form, request }: Props) {
  const t = useText(stepText)
  const handlers = useHandlers(request.id)
  const [typed, setTyped] = useState('')
  const chosen = keyOf(form.values.handler ?? {})
  const found = handlers.filter((one) => one.name.includes(typed.trim()))
  const shown = typed.trim() ? found : found.filter((one, at) => at < FIRST || keyOf(one) === chosen)
  const error = form.errorOf('handler')
  return (
    <fieldset className="choice handlers">
      <legend>{form.allowed.action === 'whistle' ? t.lead : t.handler}</legend>
      {handlers.length > FIRST && (
        <TextField
          type="search"
          label={t.filter}
          hideLabel
          placeholder={t.filter}
          value={typed}
          onChange={setTyped}
          end={<Icon name="search" size={20} />}
        />
      )}
      {shown.map((one) => (
        <label key={keyOf(one)} className="handler" data-on={keyOf(one) === chosen}>
          <input
            type="radio"
            name={`handler-${request.id}`}
            checked={keyOf(one) === chosen}
            onChange={() => form.set({ handler: refOf(one) })}
          />
          <span>
            <b>{one.name}</b>
            <small>{t.load(one.openCount, one.sameKindDone)}</small>
          </span>
          {one.suggested && <em>{t.suggested}</em>}
        </label>
      ))}
      {error && (
        <p className="field-error" role="alert">
          <Icon name="alert" size={16} />
          {error}
        </p>
      )}
    </fieldset>
  )
}

export function CoHandlersField({ form, request }: Props) {
  const t = useText(stepText)
  const handlers = useHandlers(request.id)
  const lead = keyOf(form.values.handler ?? {})
  const called = form.values.coHandlers ?? []
  const choose = (keys: string[]) =>
    form.set({
      coHandlers: keys.flatMap((key): CoHandler[] => {
        const before = called.find((one) => keyOf(one) === key)
        const fresh = handlers.find((one) => keyOf(one) === key)
        return before ? [before] : fresh ? [{ ...refOf(fresh), task: '' }] : []
      }),
    })
  const change = (key: string, what: { task?: string; dueAt?: string }) =>
    form.set({ coHandlers: called.map((one) => (keyOf(one) === key ? { ...one, ...what } : one)) })
  return (
    <>
      <Choices
        label={t.helpers}
        error={form.errorOf('coHandlers')}
        values={called.map(keyOf)}
        onChange={choose}
        options={handlers.filter((one) => keyOf(one) !== lead).map((one) => ({ value: keyOf(one), label: one.name }))}
      />
      {called.map((one) => {
        const key = keyOf(one)
        const name = handlers.find((handler) => keyOf(handler) === key)?.name ?? ''
        return (
          <div key={key} className="co-task">
            <TextField
              label={t.task(name)}
              maxLength={200}
              value={one.task}
              onChange={(task) => change(key, { task })}
            />
            <TextField
              type="datetime-local"
              label={t.taskBy}
              optional
              value={localOf(one.dueAt)}
              onChange={(local) => change(key, { dueAt: instantOf(local) || undefined })}
            />
          </div>
        )
      })}
    </>
  )
}
