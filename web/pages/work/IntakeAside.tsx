/** What the server sees while one writes: what will be promised, and whether it is known already. */
import { Link } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { proposeIntake } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { Thumb } from '#web/components/Photo.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { intakeText } from '#web/texts/intake.ts'

export function IntakeAside({ proposals }: { proposals: ReplyOf<typeof proposeIntake> | undefined }) {
  const t = useText(intakeText)
  const { dayTime, day, distance } = useTime()
  const { acceptBy = null, handleBy = null } = proposals?.promise ?? {}
  const similar = proposals?.similar ?? []
  return (
    <aside className="intake-aside" aria-label={t.aside} aria-live="polite">
      <h2 className="sec">{t.promise}</h2>
      {acceptBy || handleBy ? (
        <ul className="intake-promise">
          {acceptBy && <li>{t.acceptBy(dayTime(acceptBy))}</li>}
          {handleBy && <li>{t.handleBy(dayTime(handleBy))}</li>}
        </ul>
      ) : (
        <p className="intake-note">{t.promiseNone}</p>
      )}
      <h2 className="sec">{t.similar}</h2>
      {similar.length === 0 && <p className="intake-note">{t.similarNone}</p>}
      <ul className="intake-similar">
        {similar.map(({ id, title, metres, joinerCount, createdAt, closed, photo }) => (
          <li key={id}>
            <Thumb photo={photo} px={44} />
            <span>
              <b>{title}</b>
              <Facts
                items={[
                  metres !== null && distance(metres),
                  day(createdAt),
                  joinerCount > 0 && t.followers(joinerCount),
                  closed && t.closedOne,
                ]}
              />
            </span>
            <Link to="/requests/$id" params={{ id }} target="_blank" className="link">
              {t.open}
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  )
}
