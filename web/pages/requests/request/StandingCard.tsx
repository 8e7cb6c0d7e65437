/** Who has it and how it stands; what the handler says, what the reporter says, and what is the case. Never merged. */
import type { RequestView } from '#contracts/requests.ts'
import { Card, Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { isOpen, isTimed, ringOf, statusWords } from '#web/components/request/state.ts'
import { Row } from '#web/components/Row.tsx'
import { ThreeFacts } from '#web/components/ThreeFacts.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useNow } from '#web/platform/now.ts'
import { clockText as clockWords, requestText } from '#web/texts/request.ts'
import { ClockList } from './ClockList.tsx'
import { useThreeFacts } from './three-facts.tsx'

export function StandingCard({ request }: { request: RequestView }) {
  const t = useText(requestText)
  const lang = useLang()
  const now = useNow()
  const clocks = useText(clockWords)
  const { step, tone } = ringOf(request, now)
  const state = statusWords(request, lang)
  const facts = useThreeFacts(request)
  const { dueAt, dueKind, amberAt, paused, round, handlerName, supervised, limited } = request
  return (
    <Card label={state}>
      <Row
        start={<LoopRing step={step} tone={tone} size={44} />}
        title={handlerName ?? state}
        note={
          <Facts
            items={[
              handlerName ? state : isOpen(request) && t.nobody,
              round > 1 && t.round(round),
              isTimed(request) && dueAt && dueKind && (
                <>
                  {clocks[dueKind]} <Clock dueAt={dueAt} amberAt={amberAt} paused={paused} />
                </>
              ),
            ]}
          />
        }
        end={<Call />}
      />
      {(supervised || limited) && (
        <p className="request-marks">
          {supervised && (
            <Pill tone="late" icon="flag">
              {t.supervised}
            </Pill>
          )}
          {limited && <Pill icon="lock">{t.limited}</Pill>}
        </p>
      )}
      <ThreeFacts facts={facts} />
      <ClockList clocks={request.clocks} />
    </Card>
  )
}

/** The telephone is as good a way as any: the community's own number. */
function Call() {
  const t = useText(requestText)
  const hotline = useMe().data?.tenant.hotline
  if (!hotline) return null
  return (
    <a className="request-call" href={`tel:${hotline}`} aria-label={t.call(hotline)}>
      <Icon name="phone" size={22} />
    </a>
  )
}
