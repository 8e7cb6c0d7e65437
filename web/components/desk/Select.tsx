/** One of a fixed list of words, with its name above. */
import { useId } from 'react'

type SelectProps<V extends string> = {
  label: string
  value: V | ''
  options: readonly { value: V; label: string }[]
  onChange: (value: V | '') => void
  /** What stands for nothing chosen; left out when something must be. */
  empty?: string
  hideLabel?: boolean
}

export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  empty,
  hideLabel = false,
}: SelectProps<V>) {
  const id = useId()
  return (
    <div className={hideLabel ? '' : 'labelled'}>
      <label htmlFor={id} className={hideLabel ? 'vh' : ''}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={({ target }) => onChange(options.find((one) => one.value === target.value)?.value ?? '')}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Words by key as options, in the order of the keys. */
export const optionsOf = <V extends string>(keys: readonly V[], words: Record<V, string>) =>
  keys.map((value) => ({ value, label: words[value] }))
