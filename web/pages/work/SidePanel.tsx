/** The right column: where it is, and where it goes: to be dispatched, or the next steps that are mine to take. */
import type { AllowedAction, RequestAction, RequestView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { marks } from '#web/texts/marks.ts'
import { actionText } from '#web/texts/steps.ts'
import { workText } from '#web/texts/work.ts'
import { DispatchPanel } from './DispatchPanel.tsx'
import { waysOf } from './dispatch.ts'
import { NearMap } from './NearMap.tsx'
import { isFirst, isMain, STEP_KEYS } from './step-keys.ts'

export type SidePanelProps = {
  request: RequestView
  steps: readonly AllowedAction[]
  onStep: (action: RequestAction) => void
  onDone: () => void
  onBack: (id: string) => void
}

export function SidePanel({ request, steps, onStep, onDone, onBack }: SidePanelProps) {
  const ways = waysOf(request.allowedActions)
  return (
    <aside className="rt">
      <NearMap request={request} />
      {ways.length > 0 ? (
        <DispatchPanel request={request} ways={ways} steps={steps} onStep={onStep} onDone={onDone} onBack={onBack} />
      ) : (
        <NextSteps steps={steps} onStep={onStep} />
      )}
    </aside>
  )
}

function NextSteps({ steps, onStep }: Pick<SidePanelProps, 'steps' | 'onStep'>) {
  const t = useText(workText)
  const { comma } = useText(marks)
  const words = useText(actionText)
  const { dayTime } = useTime()
  const first = steps.filter(isFirst)
  const rest = steps.filter((step) => !isFirst(step))
  const blockedWords = ({ action, blocked, until }: AllowedAction) =>
    blocked !== null && `${words[action].verb}${until ? `${comma}${t.blockedUntil(dayTime(until))}` : ''}`
  const main = first.find((step) => isMain(step) && step.blocked === null)
  return (
    <div className="next">
      <h3 className="sec">{t.taken}</h3>
      {first.length === 0 && <p className="next-none">{t.nothingToDo}</p>}
      {first.map((step) => (
        <Button
          key={step.action}
          kind={step === main ? 'accent' : 'soft'}
          blocked={blockedWords(step)}
          onClick={() => onStep(step.action)}
        >
          {words[step.action].verb}
          <StepKey action={step.action} />
        </Button>
      ))}
      {rest.length > 0 && (
        <>
          <h3 className="sec">{t.allSteps}</h3>
          <div className="next-rest">
            {rest.map((step) => (
              <button
                key={step.action}
                type="button"
                aria-disabled={step.blocked !== null}
                onClick={() => step.blocked === null && onStep(step.action)}
              >
                {blockedWords(step) || words[step.action].verb}
                <StepKey action={step.action} />
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

function StepKey({ action }: { action: RequestAction }) {
  const keys = STEP_KEYS[action]
  return keys && <Kbd keys={keys} />
}
