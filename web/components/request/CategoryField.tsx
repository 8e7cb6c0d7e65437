/** The category: what was proposed from the words first, then all of them in a native list, grouped. */
import { listCategories } from '#contracts/requests.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { stepText } from '#web/texts/steps.ts'
import { Choice } from '../Choice.tsx'
import type { StepRequest } from './step-form.ts'
import { SelectField } from './SelectField.tsx'
import type { StepForm } from './use-step.ts'

export function CategoryField({ form, request }: { form: StepForm; request: StepRequest }) {
  const t = useText(stepText)
  const english = useLang() === 'en'
  const { data = [] } = useEndpoint(listCategories, {})
  const nameOf = (one: { name: string; nameEn: string }) => (english ? one.nameEn : one.name)
  const usable = data.filter(({ active, elsewhere }) => active && !elsewhere)
  const groups = usable.filter(({ parentCode }) => parentCode === null)
  const likely = request.categoryProposals.flatMap(({ code }) => usable.find((one) => one.code === code) ?? [])
  const choose = (categoryCode: string) => form.set({ categoryCode })
  const value = form.values.categoryCode
  return (
    <>
      {likely.length > 0 && (
        <Choice
          label={t.likely}
          value={value}
          onChange={choose}
          options={likely.map((one) => ({ value: one.code, label: nameOf(one) }))}
        />
      )}
      <SelectField
        label={likely.length > 0 ? t.other : t.category}
        error={form.errorOf('categoryCode')}
        value={value ?? ''}
        placeholder={t.chooseOne}
        onChange={choose}
        groups={groups.map((group) => ({
          label: nameOf(group),
          options: usable
            .filter(({ parentCode }) => parentCode === group.code)
            .map((one) => ({ value: one.code, label: nameOf(one) })),
        }))}
      />
    </>
  )
}
