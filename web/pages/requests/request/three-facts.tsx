/** 办理人说, 您说, 结案 or what remains: three facts from the record, none concluded from another. */
import type { RequestView } from '#contracts/requests.ts'
import { Clock } from '#web/components/Clock.tsx'
import { newestFirst } from '#web/components/request/event-sentence.ts'
import { isClaimed, isOpen, isTimed, statusWords } from '#web/components/request/state.ts'
import type { Fact } from '#web/components/ThreeFacts.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { clockText, requestText } from '#web/texts/request.ts'

export function useThreeFacts(request: RequestView): readonly [Fact, Fact, Fact] {
  const t = useText(requestText)
  const clocks = useText(clockText)
  const lang = useLang()
  const { day } = useTime()
  const own = request.relations.includes('reporter')
  const claim = newestFirst(request.events).find(({ action, round }) => action === 'finish' && round === request.round)
  const claimed = String(claim?.facts['outcome'] ?? '')

  return [handler(), reporter(), ending()]

  function handler(): Fact {
    const said = { solved: t.saidDone, explained: t.saidExplained, notOurs: t.saidNotOurs }[claimed]
    return said ? { label: t.handlerSays, value: said, tone: 'said' } : { label: t.handlerSays, value: t.nothingYet }
  }

  function reporter(): Fact {
    const label = own ? t.youSay : t.reporterSays
    if (isClaimed(request)) return { label, value: own ? t.waitsForYou : t.waits, ...(own && { tone: 'due' as const }) }
    if (request.confirmedBy === 'silence') return { label, value: t.silence }
    if (request.confirmedBy === 'callBack') return { label, value: t.byCallBack, tone: 'good' }
    if (request.confirmedBy === 'reporter' && claim) {
      const said = { explained: t.explainedOk, notOurs: t.notOursOk }[claimed]
      return said ? { label, value: said } : { label, value: t.happy, tone: 'good' }
    }
    const unhappy = request.events.some(({ action, round }) => action === 'notSatisfied' && round === request.round)
    return { label, value: unhappy ? t.unhappy : t.nothingYet }
  }

  function ending(): Fact {
    if (!isOpen(request)) {
      const solved = request.outcome === 'solved' && request.confirmedBy !== 'silence'
      return { label: t.closedAs, value: statusWords(request, lang), ...(solved && { tone: 'good' as const }) }
    }
    const silentAt = claim?.facts['silentAt']
    if (isClaimed(request) && typeof silentAt === 'string') return { label: t.closesBy, value: day(silentAt) }
    if (request.reviewOn) return { label: t.reviewLabel, value: day(request.reviewOn) }
    if (isTimed(request) && request.dueAt && request.dueKind)
      return { label: clocks[request.dueKind], value: <Clock dueAt={request.dueAt} amberAt={request.amberAt} /> }
    return { label: t.closedAs, value: t.nothingYet }
  }
}
