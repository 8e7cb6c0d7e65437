/** Everything else that can be done, one under another; what cannot be done now says why. */
import type { AllowedAction, RequestAction } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { inLang, useLang, useText } from '#web/platform/i18n.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { requestText } from '#web/texts/request.ts'
import { actionText } from '#web/texts/steps.ts'

type MoreProps = {
  open: boolean
  actions: readonly AllowedAction[]
  joinable: boolean
  onClose: () => void
  onChoose: (action: RequestAction | 'join') => void
}

export function MoreSheet({ open, actions, joinable, onClose, onChoose }: MoreProps) {
  const t = useText(requestText)
  const { colon } = useText(marks)
  const words = inLang(actionText, useLang())
  const say = useProblem()
  return (
    <Sheet open={open} onClose={onClose} title={t.moreTitle}>
      <div className="request-more">
        {joinable && <Button onClick={() => onChoose('join')}>{t.join}</Button>}
        {actions.map(({ action, blocked, until }) => (
          <Button
            key={action}
            blocked={blocked && `${words[action].verb}${colon}${say({ code: blocked, details: { until } })}`}
            onClick={() => onChoose(action)}
          >
            {words[action].verb}
          </Button>
        ))}
      </div>
    </Sheet>
  )
}
