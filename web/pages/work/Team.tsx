/** Who has it and how far each is, the clocks with their standing, and what was said of the result. */
import type { RequestView } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { clockText } from '#web/texts/request.ts'
import { workText } from '#web/texts/work.ts'

export function Team({ request: { assignments } }: { request: RequestView }) {
  const t = useText(workText)
  const { dayTime } = useTime()
  const active = assignments.filter(({ state }) => state !== 'ended')
  if (active.length === 0) return null
  return (
    <section aria-label={t.who}>
      <h3 className="sec">{t.who}</h3>
      <ul className="pane-team">
        {active.map(({ id, part, name, task, state, dueAt, reportedInAt }) => (
          <li key={id} data-state={state}>
            <b>{name}</b>
            <span>
              <Facts
                items={[
                  part === 'lead' ? t.lead : t.co,
                  task,
                  part === 'lead' ? t.leadPart[state] : t.part[state],
                  reportedInAt && dayTime(reportedInAt),
                ]}
              />
            </span>
            {dueAt && state === 'called' && <Clock dueAt={dueAt} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Clocks({ request: { clocks } }: { request: RequestView }) {
  const t = useText(workText)
  const names = useText(clockText)
  const ended = { met: t.clockMet, missed: t.clockMissed, cancelled: t.clockCancelled, paused: t.pausedWord }
  if (clocks.length === 0) return null
  return (
    <section aria-label={t.clocks}>
      <h3 className="sec">{t.clocks}</h3>
      <dl className="pane-clocks">
        {clocks.map(({ kind, standing, dueAt, amberAt }) => (
          <div key={kind} data-standing={standing}>
            <dt>{names[kind]}</dt>
            <dd>
              {standing === 'running' || standing === 'amber' || standing === 'late' ? (
                <Clock dueAt={dueAt} amberAt={amberAt} />
              ) : (
                ended[standing]
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function Ratings({ request: { ratings } }: { request: RequestView }) {
  const t = useText(workText)
  const { dayTime } = useTime()
  if (ratings.length === 0) return null
  return (
    <section aria-label={t.ratings}>
      <h3 className="sec">{t.ratings}</h3>
      <ul className="pane-team">
        {ratings.map(({ round, by, solved, satisfied, stars, note, at }) => (
          <li key={`${round} ${by} ${at}`}>
            <b>{t.ratedBy[by]}</b>
            <span>
              <Facts
                items={[
                  solved !== null && (solved ? t.solvedYes : t.solvedNo),
                  satisfied !== null && (satisfied ? t.satisfied : t.notSatisfied),
                  stars !== null && t.stars(stars),
                  note,
                  dayTime(at),
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
