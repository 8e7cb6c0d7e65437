/** Choosing by chips: one of a few (`Choice`) or several (`Choices`). Native radios and checkboxes underneath. */
import { useId, type ReactNode } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { Icon, type IconName } from './Icon.tsx'
import './Field.css'

export type Option<V extends string> = { value: V; label: ReactNode; icon?: IconName }
type Common<V extends string> = {
  label: string
  options: readonly Option<V>[]
  hideLabel?: boolean
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
}

export type ChoiceProps<V extends string> = Common<V> & { value: V | undefined; onChange: (value: V) => void }
export function Choice<V extends string>({ value, onChange, options, ...frame }: ChoiceProps<V>) {
  const name = useId()
  return (
    <Frame {...frame}>
      {options.map((option) => (
        <Chip key={option.value} option={option}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
        </Chip>
      ))}
    </Frame>
  )
}

export type ChoicesProps<V extends string> = Common<V> & { values: readonly V[]; onChange: (values: V[]) => void }
export function Choices<V extends string>({ values, onChange, options, ...frame }: ChoicesProps<V>) {
  const toggle = (value: V) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <Frame {...frame}>
      {options.map((option) => (
        <Chip key={option.value} option={option}>
          <input type="checkbox" checked={values.includes(option.value)} onChange={() => toggle(option.value)} />
        </Chip>
      ))}
    </Frame>
  )
}

const Chip = ({ option: { label, icon }, children }: { option: Option<string>; children: ReactNode }) => (
  <label className="chip">
    {children}
    <Icon name="check" size={18} className="ic-on" />
    {icon && <Icon name={icon} size={18} className="ic-own" />}
    <span>{label}</span>
  </label>
)

function Frame({
  label,
  hideLabel,
  hint,
  error,
  optional,
  children,
}: Omit<Common<string>, 'options'> & { children: ReactNode }) {
  const t = useText(kitText)
  return (
    <fieldset className="choice">
      <legend className={hideLabel ? 'vh' : ''}>
        {label}
        {optional && <small>{t.optional}</small>}
      </legend>
      <div className="chips">{children}</div>
      {(error ?? hint) && (
        <p className={error ? 'field-error' : ''} role={error ? 'alert' : undefined}>
          {error && <Icon name="alert" size={16} />}
          {error ?? hint}
        </p>
      )}
    </fieldset>
  )
}
