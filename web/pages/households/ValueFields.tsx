/** What is written for one kept field: chips where the words are a list, a line elsewhere. */
import { CARE_NEEDS, SPEAKING, type ValueField } from '#contracts/households.ts'
import { Choices } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { householdWords } from '#web/texts/householdWords.ts'

type ValueInputProps = {
  field: ValueField
  value: string
  onChange: (value: string) => void
  hint: string
  error: string | undefined
}

export function ValueInput({ field, value, onChange, hint, error }: ValueInputProps) {
  const { needs, speaking, fields } = useText(householdWords)
  const values = value ? value.split(',') : []
  const frame = { label: fields[field], hint, error }
  if (field === 'careNeed')
    return (
      <Choices
        {...frame}
        values={CARE_NEEDS.filter((one) => values.includes(one))}
        onChange={(next) => onChange(next.join(','))}
        options={CARE_NEEDS.map((one) => ({ value: one, label: needs[one] }))}
      />
    )
  if (field === 'speaking')
    return (
      <Choices
        {...frame}
        values={SPEAKING.filter((one) => values.includes(one))}
        onChange={(next) => onChange(next.join(','))}
        options={SPEAKING.map((one) => ({ value: one, label: speaking[one] }))}
      />
    )
  return <TextField {...frame} value={value} onChange={onChange} maxLength={120} autoComplete="off" />
}
