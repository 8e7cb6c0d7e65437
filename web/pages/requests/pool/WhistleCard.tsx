/** 吹哨: the community calls us together. What is asked of us, until when, how many came, and 报到. */
import { Link } from '@tanstack/react-router'
import { listPool, takeStep } from '#contracts/requests.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { Facts } from '#web/components/Card.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { poolText } from '#web/texts/pool.ts'

type Whistle = ReplyOf<typeof listPool>['whistles'][number]

export function WhistleCard({ whistle }: { whistle: Whistle }) {
  const t = useText(poolText)
  const say = useProblem()
  const { clockText } = useTime()
  const step = useCommand(takeStep, { onDone: () => toast(t.reported) })
  const { id, title, task, callDueAt, calledCount, reportedInCount, here } = whistle
  const reportIn = () => step.send({ params: { id }, body: { action: 'reportIn' } })
  return (
    <section className="whistle">
      <Icon name="whistle" size={28} />
      <div>
        <Link to={`/requests/${id}`}>
          <b>{t.whistle(title)}</b>
        </Link>
        <p>{t.task(task)}</p>
        <p>
          <Facts items={[callDueAt && clockText(callDueAt), t.need(calledCount, reportedInCount)]} />
        </p>
        {step.error && <p role="alert">{say(step.error)}</p>}
      </div>
      {here ? (
        <em>{t.here}</em>
      ) : (
        <button type="button" aria-busy={step.busy} onClick={() => !step.busy && reportIn()}>
          {t.reportIn}
        </button>
      )}
    </section>
  )
}
