/** A masked value with its eye: opening it takes a reason, is written down, and shows the value here only. */
import { useState } from 'react'
import {
  REVEAL_REASONS,
  revealValue,
  type HouseholdFile,
  type Revealable,
  type RevealReason,
} from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { useValueWords } from './value-words.ts'

type RevealProps = { file: HouseholdFile; personId: string; name: string; field: Revealable; masked: string }

export function Reveal({ file: { homePlaceId, may }, personId, name, field, masked }: RevealProps) {
  const t = useText(householdsText)
  const words = useText(householdWords)
  const say = useProblem()
  const inWords = useValueWords()
  const [asking, ask] = useState(false)
  const [reason, setReason] = useState<RevealReason>()
  const [value, show] = useState<string>()
  const open = useCommand(revealValue, { onDone: (reply) => (show(reply.value), ask(false)) })
  if (value !== undefined)
    return (
      <span className="hh-opened" title={t.revealed}>
        {inWords(field, value)}
      </span>
    )
  const what = words.fields[field]
  return (
    <>
      <span className="hh-masked">
        {masked}
        {may.reveal && (
          <button type="button" className="text-btn" aria-label={t.revealTitle(what, name)} onClick={() => ask(true)}>
            <Icon name="eye" size={16} />
          </button>
        )}
      </span>
      {asking && (
        <Sheet
          open
          onClose={() => ask(false)}
          title={t.revealTitle(what, name)}
          footer={
            <Button
              kind="accent"
              busy={open.busy && t.saving}
              blocked={!reason && t.revealPick}
              onClick={() => reason && open.send({ params: { homePlaceId }, body: { personId, field, reason } })}
            >
              {t.revealDo}
            </Button>
          }
        >
          <Choice
            label={t.revealWhy}
            value={reason}
            onChange={setReason}
            options={REVEAL_REASONS.map((one) => ({ value: one, label: words.reasons[one] }))}
            hint={t.revealNote}
            error={open.error ? say(open.error) : undefined}
          />
        </Sheet>
      )}
    </>
  )
}
