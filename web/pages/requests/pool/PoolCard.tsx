/**
 * One thing to take on. Whoever is first has it; for the others the card says 刚被接走了 and folds away. The door number is
 * not shown before it is taken on.
 */
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listPool, takeStep } from '#contracts/requests.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { Button } from '#web/components/Button.tsx'
import { Card, Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Thumb } from '#web/components/Photo.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { refresh, topicOf, useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { poolText } from '#web/texts/pool.ts'

type Offered = ReplyOf<typeof listPool>['offered'][number]
const READ_MS = 1600

export function PoolCard({ request, nth, first }: { request: Offered; nth: number; first: boolean }) {
  const t = useText(poolText)
  const say = useProblem()
  const { distance } = useTime()
  const client = useQueryClient()
  const [away, setAway] = useState<'mine' | 'gone'>()
  const claim = useCommand(takeStep, {
    changes: [], // the card folds first, then the list is asked again
    onDone: () => {
      toast(t.taken)
      setAway('mine')
    },
  })
  const lost = claim.error?.code === 'already_claimed' || claim.error?.code === 'request_moved_on'

  useEffect(() => {
    if (!lost && !away) return
    const timer = setTimeout(() => void refresh(client, topicOf(listPool.path)), lost ? READ_MS : 320)
    return () => clearTimeout(timer)
  }, [lost, away, client])

  const { id, seq, title, before, urgent, metres, dueAt, amberAt, placeName } = request
  const take = () => claim.send({ params: { id }, body: { action: 'claim', seq } })
  return (
    <Card className={`pool-card ${urgent ? 'pool-urgent' : ''} ${away ? 'pool-away' : ''}`}>
      <Thumb photo={before} px={72} nth={nth} />
      <div className="pool-words">
        <Link to={urgent ? `/urgent/${id}` : `/requests/${id}`}>
          <b>{title}</b>
        </Link>
        <p>
          {urgent && <Pill tone="late">{t.urgent}</Pill>}
          {metres === null && placeName}
        </p>
        <p>
          <Facts
            items={[
              metres !== null && distance(metres),
              dueAt ? <Clock dueAt={dueAt} amberAt={amberAt} /> : t.doorLater,
            ]}
          />
        </p>
        {claim.error && !lost && <p role="alert">{say(claim.error)}</p>}
      </div>
      <span role="status">
        {lost ? (
          <em className="pool-gone">{t.gone}</em>
        ) : (
          <Button size="small" kind={first || urgent ? 'accent' : 'soft'} busy={claim.busy && t.taking} onClick={take}>
            {urgent ? t.go : t.take}
          </Button>
        )}
      </span>
    </Card>
  )
}
