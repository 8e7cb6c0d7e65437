/** What came of the call. A call that was not answered is counted and leaves the request where it is. */
import { useState } from 'react'
import { takeStep, type RequestView, type StepBody } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { TextArea } from '#web/components/Field.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { followUpText } from '#web/texts/followUp.ts'

type Answer = 'yes' | 'no'

export function CallForm({ request, onNext }: { request: RequestView; onNext: () => void }) {
  const t = useText(followUpText)
  const say = useProblem()
  const [reached, setReached] = useState<Answer>()
  const [solved, setSolved] = useState<Answer>()
  const [satisfied, setSatisfied] = useState<Answer>()
  const [note, setNote] = useState('')
  const step = useCommand(takeStep, {
    onDone: () => {
      toast(reached === 'no' ? t.savedMissed : solved === 'yes' ? t.savedSolved : t.savedNot)
      onNext()
    },
  })
  const allowed = request.allowedActions.some(({ action, blocked }) => action === 'callBack' && !blocked)
  const body = stepOf({ reached, solved, satisfied, note, seq: request.seq })
  const send = () => body && !step.busy && step.send({ params: { id: request.id }, body })
  useShortcuts(
    allowed
      ? [
          { keys: '1', words: t.goReached, group: 'request', hint: t.goReached, run: () => setReached('yes') },
          { keys: '2', words: t.goMissed, group: 'request', hint: t.goMissed, run: () => setReached('no') },
          { keys: 'mod+Enter', words: t.save, group: 'request', hint: t.save, always: true, run: () => void send() },
        ]
      : [],
  )
  if (!allowed) return <p className="panel-none">{t.cannot}</p>
  return (
    <form
      className="fu-form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <YesNo label={t.reached} yes={t.reachedYes} no={t.reachedNo} value={reached} onChange={setReached} />
      {reached === 'yes' && (
        <>
          <YesNo label={t.solved} yes={t.solvedYes} no={t.solvedNo} value={solved} onChange={setSolved} />
          <YesNo
            label={t.satisfied}
            yes={t.satisfiedYes}
            no={t.satisfiedNo}
            value={satisfied}
            onChange={setSatisfied}
          />
        </>
      )}
      {reached && (
        <TextArea
          label={t.words}
          optional
          hint={t.wordsHint}
          value={note}
          onChange={setNote}
          maxLength={2000}
          error={step.error ? say(step.error) : undefined}
        />
      )}
      {body && (
        <p className="fu-after">{reached === 'no' ? t.afterMissed : solved === 'yes' ? t.afterSolved : t.afterNot}</p>
      )}
      <Button type="submit" kind="accent" busy={step.busy && t.saving} blocked={!body && t.choose}>
        {t.save}
      </Button>
    </form>
  )
}

type Filled = {
  reached: Answer | undefined
  solved: Answer | undefined
  satisfied: Answer | undefined
  note: string
  seq: number
}

/** The step, once everything that it needs was chosen. */
function stepOf({ reached, solved, satisfied, note, seq }: Filled): StepBody | undefined {
  const words = note.trim() ? { note: note.trim() } : {}
  if (reached === 'no') return { action: 'callBack', seq, reached: false, ...words }
  if (!reached || !solved || !satisfied) return undefined
  return { action: 'callBack', seq, reached: true, solved: solved === 'yes', satisfied: satisfied === 'yes', ...words }
}

type YesNoProps = {
  label: string
  yes: string
  no: string
  value: Answer | undefined
  onChange: (value: Answer) => void
}
const YesNo = ({ label, yes, no, value, onChange }: YesNoProps) => (
  <Choice
    label={label}
    value={value}
    onChange={onChange}
    options={[
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]}
  />
)
