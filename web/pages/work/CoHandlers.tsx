/** Those who join a whistle: each with a task of its own and the hour by which it reports in. */
import { useEffect, useRef } from 'react'
import { Select, type RefSelectProps } from 'antd'
import { Icon } from '#web/components/Icon.tsx'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { instantOf, localOf } from '#web/components/request/step-form.ts'
import { useText } from '#web/platform/i18n.ts'
import { dispatchText } from '#web/texts/dispatch.ts'
import { keyOfHandler, type CoHandler, type Handler } from './dispatch.ts'

const MOST = 8 // contracts/requests.ts, coHandlers

type Props = {
  handlers: readonly Handler[]
  lead: Handler | undefined
  helpers: readonly CoHandler[]
  onChange: (helpers: readonly CoHandler[]) => void
  adding: boolean
  onAdding: (adding: boolean) => void
  tried: boolean
}

export function CoHandlers({ handlers, lead, helpers, onChange, adding, onAdding, tried }: Props) {
  const t = useText(dispatchText)
  const picker = useRef<RefSelectProps>(null)
  useEffect(() => {
    if (adding) picker.current?.focus()
  }, [adding])
  const taken = new Set([...helpers.map(({ handler }) => keyOfHandler(handler)), ...(lead ? [keyOfHandler(lead)] : [])])
  const free = handlers.filter((one) => !taken.has(keyOfHandler(one)))
  const change = (changed: CoHandler, what: Partial<CoHandler>) =>
    onChange(helpers.map((one) => (one === changed ? { ...one, ...what } : one)))
  const add = (key: string) => {
    const handler = free.find((one) => keyOfHandler(one) === key)
    if (handler) onChange([...helpers, { handler, task: '' }])
    onAdding(false)
  }
  return (
    <fieldset className="hl">
      <legend>{t.co}</legend>
      {helpers.map((one) => {
        const { handler, task, dueAt } = one
        return (
          <div key={keyOfHandler(handler)} className="un un-co">
            <b>{handler.name}</b>
            <button
              type="button"
              className="tb"
              aria-label={t.removeCo(handler.name)}
              onClick={() => onChange(helpers.filter((other) => other !== one))}
            >
              <Icon name="close" size={16} />
            </button>
            <input
              autoFocus
              value={task}
              maxLength={200}
              aria-label={t.task(handler.name)}
              aria-invalid={tried && !task.trim()}
              placeholder={t.taskHint}
              onChange={(event) => change(one, { task: event.target.value })}
            />
            <span>{t.byWhen}</span>
            <input
              type="datetime-local"
              value={localOf(dueAt)}
              aria-label={t.by(handler.name)}
              onChange={(event) => change(one, { dueAt: instantOf(event.target.value) || undefined })}
            />
          </div>
        )
      })}
      {adding ? (
        <Select
          ref={picker}
          className="un-pick"
          showSearch={{ optionFilterProp: 'label' }}
          autoFocus
          defaultOpen
          placeholder={t.pickCo}
          aria-label={t.pickCo}
          options={free.map((one) => ({ value: keyOfHandler(one), label: one.name }))}
          onSelect={add}
          onBlur={() => onAdding(false)}
        />
      ) : (
        helpers.length < MOST &&
        free.length > 0 && (
          <button type="button" className="un un-add" onClick={() => onAdding(true)}>
            <Icon name="plus" size={16} />
            {t.addCo}
            <Kbd keys="c" />
          </button>
        )
      )}
    </fieldset>
  )
}
