/** One call: what was reported and claimed, whom to call (opened with a reason that they can read), and what they say. */
import { Link } from '@tanstack/react-router'
import { revealReporter, viewRequest, type RequestRow, type RequestView } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { MaskedPerson } from '#web/components/MaskedPerson.tsx'
import { PhotoPair } from '#web/components/PhotoPair.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { followUpText } from '#web/texts/followUp.ts'
import { CallForm } from './CallForm.tsx'
import { silentEndOf } from './silent-end.ts'

export function CallPane({ row, onNext }: { row: RequestRow; onNext: () => void }) {
  const full = useEndpoint(viewRequest, { params: { id: row.id } })
  return (
    <div className="fu-pane">
      <Loaded query={full}>{(request) => <Call request={request} onNext={onNext} />}</Loaded>
    </div>
  )
}

function Call({ request, onNext }: { request: RequestView; onNext: () => void }) {
  const t = useText(followUpText)
  const { dayTime } = useTime()
  const { id, number, title, text, placeName, handlerName, finishedAt, round, before, after, events } = request
  const claim = events.findLast(({ action, round: of }) => action === 'finish' && of === round)
  const missed = events.filter(
    ({ action, round: of, facts }) => action === 'callBack' && of === round && facts['reached'] === false,
  ).length
  const end = silentEndOf(request)
  return (
    <>
      <header className="fu-head">
        <p>
          <Facts items={[number, placeName, handlerName, finishedAt && t.doneAt(dayTime(finishedAt))]} />
        </p>
        <h2>{title}</h2>
        <p className="fu-marks">
          {missed > 0 && <Pill tone="due">{t.missed(missed)}</Pill>}
          {end && <span>{t.silent(dayTime(end))}</span>}
          <Link to="/requests/$id" params={{ id }} className="link">
            {t.all}
          </Link>
        </p>
      </header>
      <div className="fu-parts">
        <div>
          <Panel title={t.asked}>
            <p className="fu-text">{text || title}</p>
          </Panel>
          <Panel title={t.claim}>
            <p className="fu-text">{claim?.note ?? claim?.capacity}</p>
            {(before ?? after) && <PhotoPair before={before} after={after} alt={title} height={150} />}
          </Panel>
        </div>
        <div>
          <Panel title={t.who}>
            <Reporter request={request} />
          </Panel>
          <Panel title={t.form}>
            <CallForm request={request} onNext={onNext} />
          </Panel>
        </div>
      </div>
    </>
  )
}

function Reporter({ request: { id, reporter } }: { request: RequestView }) {
  const t = useText(followUpText)
  const say = useProblem()
  const mayReveal = useRight('people.reveal')
  const reveal = useCommand(revealReporter, { changes: [] })
  if (!reporter) return <p className="panel-none">{t.nobody}</p>
  return (
    <div className="fu-who">
      <MaskedPerson
        masked={reporter.phone ? `${reporter.name} ${reporter.phone}` : reporter.name}
        seen={reveal.reply}
        busy={reveal.busy}
        error={reveal.error ? say(reveal.error) : undefined}
        {...(mayReveal && { onReveal: (reason: string) => reveal.send({ params: { id }, body: { reason } }) })}
      />
    </div>
  )
}
