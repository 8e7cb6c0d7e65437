/**
 * What is filled in, with its name above, and under it a hint or, in amber, what to correct. The server's field errors go
 * straight in: `error={fieldError(command.error, 'phone', say)}`.
 */
import { useId, type ReactNode } from 'react'
import type { ApiError } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { Icon } from './Icon.tsx'
import './Field.css'

type Common = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  /** The label is read aloud but not shown (a search box). */
  hideLabel?: boolean
}
export type TextFieldProps = Common & {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  type?: 'text' | 'tel' | 'password' | 'search' | 'date' | 'time' | 'datetime-local'
  inputMode?: 'text' | 'numeric' | 'tel' | 'decimal'
  autoComplete?: string
  maxLength?: number
  autoFocus?: boolean
  /** A button or a unit at the end, inside the edge. */
  end?: ReactNode
}
export type TextAreaProps = Common & {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  rows?: number
  maxLength?: number
  end?: ReactNode
}

/** The sentence for `field`, when the refusal was about it. */
export const fieldError = (error: ApiError | null, field: string, say: (error: ApiError) => string) =>
  error?.field === field ? say(error) : undefined

export function TextField({
  value,
  onChange,
  end,
  type = 'text',
  label,
  hint,
  error,
  optional,
  hideLabel,
  ...input
}: TextFieldProps) {
  return (
    <Frame {...{ label, hint, error, optional, hideLabel }}>
      {(ids) => (
        <span className="in" data-error={Boolean(error)}>
          <input type={type} value={value} onChange={(event) => onChange(event.target.value)} {...input} {...ids} />
          {end}
        </span>
      )}
    </Frame>
  )
}

/** Grows with what is written. */
export function TextArea({
  value,
  onChange,
  end,
  rows = 2,
  label,
  hint,
  error,
  optional,
  hideLabel,
  ...area
}: TextAreaProps) {
  return (
    <Frame {...{ label, hint, error, optional, hideLabel }}>
      {(ids) => (
        <span className="in in-area" data-error={Boolean(error)}>
          <textarea rows={rows} value={value} onChange={(event) => onChange(event.target.value)} {...area} {...ids} />
          {end}
        </span>
      )}
    </Frame>
  )
}

type Ids = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }
function Frame({ label, hint, error, optional, hideLabel, children }: Common & { children: (ids: Ids) => ReactNode }) {
  const t = useText(kitText)
  const id = useId()
  const under = error ?? hint
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'vh' : ''}>
        {label}
        {optional && <small>{t.optional}</small>}
      </label>
      {children({ id, ...(under && { 'aria-describedby': `${id}-under` }), ...(error && { 'aria-invalid': true }) })}
      {under && (
        <p id={`${id}-under`} className={error ? 'field-error' : ''} role={error ? 'alert' : undefined}>
          {error && <Icon name="alert" size={16} />}
          {under}
        </p>
      )}
    </div>
  )
}
