/** How a connected server stands: when it last answered, what waits, what could not be delivered. */
import type { ReactNode } from 'react'
import type { PeerView } from '#contracts/federation.ts'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { useExchangeWords } from './words.ts'

export function PeerCard({ peer, children }: { peer: PeerView; children?: ReactNode }) {
  const t = useText(exchangeText)
  const words = useExchangeWords()
  const { dayTime } = useTime()
  const { pausedAt, pauseReason, failingSince, lastOkAt, fault } = peer
  const tone = pausedAt ? 'new' : failingSince ? 'late' : lastOkAt ? 'good' : 'due'
  const state = pausedAt ? (pauseReason === 'failing' ? t.pausedFailing : t.paused) : failingSince ? t.failing(dayTime(failingSince)) : lastOkAt ? t.lastOk(dayTime(lastOkAt)) : t.never // prettier-ignore
  return (
    <article className="panel ex-card">
      <h3>{peer.name}</h3>
      <p>
        <Pill tone={tone}>{state}</Pill>
      </p>
      <p className="ex-line">
        {[
          peer.organisationName,
          peer.placeName,
          t.pairs(peer.pairs),
          peer.waiting > 0 && t.waiting(peer.waiting),
          peer.dead > 0 && t.dead(peer.dead),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {failingSince && fault && <p className="ex-line">{words.why({ statusCode: null, fault })}</p>}
      <p className="ex-url">{peer.url}</p>
      {children && <div className="ex-tools">{children}</div>}
    </article>
  )
}
