/** One to five stars, as radios: arrow keys move, and what is chosen is read aloud as a number of stars. */
import { useId } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { stepText } from '#web/texts/steps.ts'
import { Icon } from '../Icon.tsx'
import './StepFields.css'

const STARS = [1, 2, 3, 4, 5] as const
type StarsProps = { label: string; optional?: boolean; value: number | undefined; onChange: (stars: number) => void }

export function StarsField({ label, optional = false, value, onChange }: StarsProps) {
  const t = useText(stepText)
  const kit = useText(kitText)
  const name = useId()
  return (
    <fieldset className="choice stars">
      <legend>
        {label}
        {optional && <small>{kit.optional}</small>}
      </legend>
      <div>
        {STARS.map((star) => (
          <label key={star} data-lit={star <= (value ?? 0)}>
            <input type="radio" className="vh" name={name} checked={star === value} onChange={() => onChange(star)} />
            <Icon name={star <= (value ?? 0) ? 'star-full' : 'star'} size={32} />
            <span className="vh">{t.star(star)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
