/** A long list to choose one from: the native list of the device, grouped. */
import { useId } from 'react'
import { Icon } from '../Icon.tsx'
import '../Field.css'
import './StepFields.css'

export type SelectGroup = { label: string; options: readonly { value: string; label: string }[] }
type SelectProps = {
  label: string
  value: string
  onChange: (value: string) => void
  groups: readonly SelectGroup[]
  placeholder: string
  error?: string | undefined
}

export function SelectField({ label, value, onChange, groups, placeholder, error }: SelectProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="in in-select" data-error={Boolean(error)}>
        <select
          id={id}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          {...(error && { 'aria-invalid': true, 'aria-describedby': `${id}-under` })}
        >
          <option value="" disabled>
            {placeholder}
          </option>
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" size={20} />
      </span>
      {error && (
        <p id={`${id}-under`} className="field-error" role="alert">
          <Icon name="alert" size={16} />
          {error}
        </p>
      )}
    </div>
  )
}
