/** For those who work on it: whose it is (masked), who works together, what is asked and ordered; and what it is connected with. */
import { revealReporter, type RequestView } from '#contracts/requests.ts'
import { Card, SectionHead } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { MaskedPerson } from '#web/components/MaskedPerson.tsx'
import { momentWords } from '#web/components/request/event-sentence.ts'
import { Row } from '#web/components/Row.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useNow } from '#web/platform/now.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { requestText } from '#web/texts/request.ts'
import { stepText } from '#web/texts/steps.ts'

export function Inside({ request }: { request: RequestView }) {
  const t = useText(requestText)
  const asks = useText(stepText).asks
  const lang = useLang()
  const now = useNow()
  const { supervision, askDetail, reporter, assignments } = request
  const working = assignments.filter(({ part, state }) => part === 'co' && state !== 'ended')
  return (
    <>
      {(supervision ?? askDetail ?? reporter) && (
        <Card>
          {supervision && (
            <Row
              icon="flag"
              title={t.ordered(supervision.by, momentWords(supervision.dueAt, now, lang))}
              note={supervision.reason}
            />
          )}
          {askDetail && (
            <Row
              icon="clock"
              title={t.asked(asks[askDetail.kind], momentWords(askDetail.until, now, lang))}
              note={askDetail.reason}
            />
          )}
          {reporter && <Reporter id={request.id} reporter={reporter} />}
        </Card>
      )}
      {working.length > 0 && (
        <>
          <SectionHead title={t.team} />
          <Card>
            {working.map((one) => (
              <Row
                key={one.id}
                icon="people"
                title={one.name}
                note={one.task}
                end={
                  one.dueAt && one.state === 'called' ? <Clock dueAt={one.dueAt} look="pill" /> : t.partState[one.state]
                }
              />
            ))}
          </Card>
        </>
      )}
    </>
  )
}

/** What it is connected with: merged into it, and earlier at the same place. */
export function Related({ request: { duplicates, earlierHere } }: { request: RequestView }) {
  const t = useText(requestText)
  return (
    <>
      <Links title={t.duplicates} rows={duplicates} />
      <Links title={t.earlier} rows={earlierHere} />
    </>
  )
}

function Reporter({ id, reporter }: { id: string; reporter: NonNullable<RequestView['reporter']> }) {
  const t = useText(requestText)
  const say = useProblem()
  const reveal = useCommand(revealReporter, { changes: [] })
  const mayAsk = useRight('people.reveal')
  return (
    <Row
      icon="user"
      title={t.reporter}
      note={
        <MaskedPerson
          masked={[reporter.name, reporter.phone, reporter.address].filter(Boolean).join(' ')}
          seen={reveal.reply}
          busy={reveal.busy}
          error={reveal.error ? say(reveal.error) : undefined}
          {...(mayAsk && { onReveal: (reason: string) => reveal.send({ params: { id }, body: { reason } }) })}
        />
      }
    />
  )
}

type Linked = { id: string; title: string; number?: string; createdAt?: string }
function Links({ title, rows }: { title: string; rows: readonly Linked[] }) {
  const { day } = useTime()
  if (rows.length === 0) return null
  return (
    <>
      <SectionHead title={title} />
      <Card>
        {rows.map((row) => (
          <Row
            key={row.id}
            to={`/requests/${row.id}`}
            title={row.title}
            note={row.number ?? (row.createdAt && day(row.createdAt))}
          />
        ))}
      </Card>
    </>
  )
}
