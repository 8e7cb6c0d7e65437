/** How sending one thing went: its state, what was tried and why that failed, and another try for what was given up. */
import type { ExchangeItem } from '#contracts/federation.ts'
import { Button } from '#web/components/Button.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { useExchangeWords } from './words.ts'

type Sent = Pick<ExchangeItem, 'state' | 'attempts' | 'statusCode' | 'fault' | 'dueAt'>
const TONES = { waiting: 'due', done: 'good', noted: 'new', dead: 'late' } as const

export function Outcome({ sent, onRetry }: { sent: Sent; onRetry: (() => void) | undefined }) {
  const t = useText(exchangeText)
  const words = useExchangeWords()
  const { dayTime } = useTime()
  const { state, attempts, dueAt } = sent
  return (
    <>
      <Pill tone={TONES[state]}>{t.states[state]}</Pill>
      {state !== 'done' && attempts > 0 && (
        <small>
          {[words.why(sent), t.tries(attempts), state === 'waiting' && t.next(dayTime(dueAt))]
            .filter(Boolean)
            .join(' · ')}
        </small>
      )}
      {state === 'dead' && onRetry && (
        <Button size="small" onClick={onRetry}>
          {t.again}
        </Button>
      )}
    </>
  )
}
