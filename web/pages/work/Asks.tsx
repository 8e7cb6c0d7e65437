/** What waits for an answer inside: an ask of the handler's, an order of the supervisor's, or that it went into another one. */
import { Link } from '@tanstack/react-router'
import type { RequestAction, RequestView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { momentWords } from '#web/components/request/event-sentence.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { actionText } from '#web/texts/steps.ts'
import { workText } from '#web/texts/work.ts'

type Props = { request: RequestView; onStep: (action: RequestAction) => void }

export function Asks({ request: { askDetail, supervision, mergedInto, allowedActions }, onStep }: Props) {
  const t = useText(workText)
  const words = useText(actionText)
  const lang = useLang()
  const { now, dayTime } = useTime()
  const offered = (actions: readonly RequestAction[]) =>
    actions
      .filter((action) => allowedActions.some((one) => one.action === action && one.blocked === null))
      .map((action) => (
        <Button key={action} kind={action === 'refuse' ? 'plain' : 'soft'} onClick={() => onStep(action)}>
          {words[action].verb}
        </Button>
      ))
  return (
    <>
      {askDetail && (
        <div className="pane-ask">
          <p>
            <b>{t.ask[askDetail.kind]}</b>
            <span>{t.askUntil(askDetail.by, momentWords(askDetail.until, now, lang))}</span>
            {askDetail.reason}
          </p>
          {offered(['grant', 'refuse'])}
        </div>
      )}
      {supervision && (
        <div className="pane-ask">
          <p>
            <b>{t.supervision}</b>
            <span>
              {supervision.answeredAt
                ? t.supervisionAnswered
                : t.supervisionDue(supervision.by, dayTime(supervision.dueAt))}
            </span>
            {supervision.reason}
          </p>
          {offered(['answerSupervision', 'liftSupervision'])}
        </div>
      )}
      {mergedInto && (
        <div className="pane-ask">
          <p>
            <b>{t.mergedInto(mergedInto.number)}</b>
            <Link to="/requests/$id" params={{ id: mergedInto.id }} className="link">
              {mergedInto.title}
            </Link>
          </p>
        </div>
      )}
    </>
  )
}
