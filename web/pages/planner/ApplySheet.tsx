/** Applying a proposal: from which day, why, and what it will mean. */
import { useState } from 'react'
import { applyPlan, type PlanView } from '#contracts/planner.ts'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { dayInShanghai } from '#web/pages/people/day.ts'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plannerText } from '#web/texts/planner.ts'

const CHANGES = ['plans', 'pairings', 'places', 'grids', 'register', 'notices']

export function ApplyButton({ plan, blocked }: { plan: PlanView; blocked?: string | false }) {
  const t = useText(plannerText)
  const [open, setOpen] = useState(false)
  if (!plan.allowedActions.includes('apply')) return null
  return (
    <>
      <Button kind="accent" icon="check" {...(blocked && { blocked })} onClick={() => setOpen(true)}>
        {t.apply}
      </Button>
      {open && <ApplySheet plan={plan} onClose={() => setOpen(false)} />}
    </>
  )
}

function ApplySheet({ plan: { id, seq, kind }, onClose }: { plan: PlanView; onClose: () => void }) {
  const t = useText(plannerText)
  const say = useProblem()
  const { now } = useTime()
  const [reason, setReason] = useState('')
  const [effectiveOn, setDay] = useState(() => dayInShanghai(now))
  const apply = useCommand(applyPlan, { changes: CHANGES, onDone: () => (toast(t.applied), onClose()) })
  const body = { seq, reason: reason.trim(), ...(kind === 'grids' && { effectiveOn }) }
  const inField = apply.error?.field === 'effectiveOn'
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.applyTitle}
      footer={
        <Button
          kind="accent"
          busy={apply.busy && t.applying}
          blocked={!reason.trim() && t.reason}
          onClick={() => apply.send({ params: { id }, body })}
        >
          {t.apply}
        </Button>
      }
    >
      <p className="sheet-text">{kind === 'grids' ? t.applyGridsAfter : t.applyPairsAfter}</p>
      {kind === 'grids' && (
        <TextField
          label={t.effectiveOn}
          type="date"
          value={effectiveOn}
          onChange={setDay}
          error={fieldError(apply.error, 'effectiveOn', say)}
        />
      )}
      <TextField
        label={t.reason}
        value={reason}
        onChange={setReason}
        maxLength={200}
        hint={t.reasonHint}
        error={apply.error && !inField ? say(apply.error) : undefined}
      />
    </Sheet>
  )
}
