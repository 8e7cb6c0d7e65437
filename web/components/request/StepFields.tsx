/**
 * The fields of any step, drawn from what the server says it needs. Says nothing about where it stands: a sheet on the
 * phone, a panel at the desk.
 *
 *   const form = useStep(request, allowed, { onDone })
 *   <StepFields form={form} request={request} />
 *   <Button kind="accent" busy={form.busy && t.sending} onClick={() => form.send()}>…</Button>
 */
import { useEffect, useRef, type ReactNode } from 'react'
import { LADDER, type LadderLevel } from '#contracts/requests.ts'
import { inLang, useLang, useText } from '#web/platform/i18n.ts'
import { ladderText } from '#web/texts/standing.ts'
import { actionText, stepText } from '#web/texts/steps.ts'
import { Choice } from '../Choice.tsx'
import { TextArea, TextField } from '../Field.tsx'
import { PhotoPicker } from '../PhotoPicker.tsx'
import { CategoryField } from './CategoryField.tsx'
import { CoHandlersField, HandlerField } from './HandlerFields.tsx'
import { MergeField } from './MergeField.tsx'
import { CauseField, ReasonField } from './ReasonFields.tsx'
import { StarsField } from './StarsField.tsx'
import { instantOf, localOf, type AskedField, type StepField, type StepRequest } from './step-form.ts'
import type { StepForm } from './use-step.ts'
import './StepFields.css'

type FieldProps = { form: StepForm; request: StepRequest; asked: AskedField; words: Words }
type Words = ReturnType<typeof useWords>

export function StepFields({ form, request }: { form: StepForm; request: StepRequest }) {
  const words = useWords(form)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.attempts > 0) box.current?.querySelector('.field-error')?.scrollIntoView({ block: 'center' })
  }, [form.attempts])
  return (
    <div ref={box} className="step-fields">
      {form.fields.map((asked) => (
        <div key={asked.field}>{DRAWN[asked.field]({ form, request, asked, words })}</div>
      ))}
    </div>
  )
}

function useWords({ allowed }: StepForm) {
  const lang = useLang()
  const t = useText(stepText)
  const ladder = useText(ladderText)
  return { t, ladder, note: inLang(actionText, lang)[allowed.action].note ?? t.note }
}

const yesNo = (field: 'reached' | 'solved' | 'satisfied') =>
  function YesNo({ form, asked, words: { t } }: FieldProps) {
    const value = form.values[field]
    return (
      <Choice
        label={t[field]}
        optional={!asked.required}
        error={form.errorOf(field)}
        value={value === undefined ? undefined : value ? 'yes' : 'no'}
        onChange={(answer) => form.set({ [field]: answer === 'yes' })}
        options={[
          { value: 'yes', label: t[`${field}Yes`] },
          { value: 'no', label: t[`${field}No`] },
        ]}
      />
    )
  }

/** One way of drawing for each field; a new need of the lifecycle makes the compiler ask for one more. */
const DRAWN: Record<StepField, (props: FieldProps) => ReactNode> = {
  reached: yesNo('reached'),
  solved: yesNo('solved'),
  satisfied: yesNo('satisfied'),
  stars: ({ form, asked, words: { t } }) => (
    <StarsField
      label={t.stars}
      optional={!asked.required}
      value={form.values.stars}
      onChange={(stars) => form.set({ stars })}
    />
  ),
  level: ({ form, request, words: { t, ladder } }) => (
    <Choice<LadderLevel>
      label={t.level}
      error={form.errorOf('level')}
      value={form.values.level}
      onChange={(level) => form.set({ level })}
      options={LADDER.slice(request.level ? LADDER.indexOf(request.level) + 1 : 0).map((level) => ({
        value: level,
        label: ladder[level],
      }))}
    />
  ),
  outcome: ({ form, asked, words: { t } }) => {
    const closing = form.allowed.action === 'close'
    const outcomes = closing ? (['explained', 'notOurs'] as const) : (['solved', 'explained', 'notOurs'] as const)
    return (
      <Choice
        label={t.outcome}
        error={form.errorOf('outcome')}
        value={form.values.outcome ?? (asked.required ? undefined : 'solved')}
        onChange={(outcome) => form.set({ outcome, ...(closing && { reasonCode: undefined }) })}
        options={outcomes.map((value) => ({ value, label: t.outcomes[value] }))}
      />
    )
  },
  reasonCode: ({ form }) => <ReasonField form={form} />,
  cause: ({ form }) => <CauseField form={form} />,
  categoryCode: ({ form, request }) => <CategoryField form={form} request={request} />,
  intoId: ({ form, request }) => <MergeField form={form} request={request} />,
  handler: ({ form, request }) => <HandlerField form={form} request={request} />,
  coHandlers: ({ form, request }) => <CoHandlersField form={form} request={request} />,
  until: ({ form, words: { t } }) => (
    <TextField
      type="datetime-local"
      label={t.until}
      error={form.errorOf('until')}
      value={localOf(form.values.until)}
      onChange={(local) => form.set({ until: instantOf(local) })}
    />
  ),
  reviewOn: ({ form, words: { t } }) => (
    <TextField
      type="date"
      label={t.reviewOn}
      error={form.errorOf('reviewOn')}
      value={form.values.reviewOn ?? ''}
      onChange={(reviewOn) => form.set({ reviewOn })}
    />
  ),
  publicWords: ({ form, words: { t } }) => (
    <TextField
      label={t.publicWords}
      hint={t.publicHint}
      optional
      maxLength={300}
      value={form.values.publicWords ?? ''}
      onChange={(publicWords) => form.set({ publicWords })}
    />
  ),
  evidence: ({ form, asked, words: { t, note } }) => (
    <>
      <TextArea
        label={note}
        {...(asked.required && { hint: t.photoOrWords })}
        error={form.errorOf('evidence')}
        maxLength={2000}
        value={form.values.note ?? ''}
        onChange={(words) => form.set({ note: words })}
      />
      <PhotoPicker photos={form.photos} label={t.photos} look="row" />
    </>
  ),
  note: ({ form, asked, words: { note } }) => (
    <TextArea
      label={note}
      optional={!asked.required}
      error={form.errorOf('note')}
      maxLength={2000}
      value={form.values.note ?? ''}
      onChange={(words) => form.set({ note: words })}
    />
  ),
}
