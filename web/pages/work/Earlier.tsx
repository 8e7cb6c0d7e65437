/** The same place in the last 90 days, and what was merged into this one: is it a new thing, or again the old one? */
import { Link } from '@tanstack/react-router'
import type { RequestView } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { ringOf, statusWords } from '#web/components/request/state.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { workText } from '#web/texts/work.ts'

/** Of an earlier one only state and outcome are told; its clocks are over. */
const NO_CLOCK = { confirmedBy: null, dueAt: null, amberAt: null, paused: false, level: null } as const

export function Earlier({ request: { earlierHere, duplicates } }: { request: RequestView }) {
  const t = useText(workText)
  const lang = useLang()
  const { now, day } = useTime()
  return (
    <>
      {earlierHere.length > 0 && (
        <section aria-label={t.earlier}>
          <h3 className="sec">
            {t.earlier}
            <em>{t.items(earlierHere.length)}</em>
          </h3>
          <ul className="pane-same">
            {earlierHere.map(({ id, title, createdAt, status, outcome }) => {
              const row = { ...NO_CLOCK, status, outcome }
              return (
                <li key={id}>
                  <Link to="/requests/$id" params={{ id }}>
                    <LoopRing {...ringOf(row, now)} size={18} />
                    <b>{day(createdAt)}</b>
                    <span>
                      <Facts items={[title, statusWords(row, lang)]} />
                    </span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {duplicates.length > 0 && (
        <section aria-label={t.duplicates}>
          <h3 className="sec">
            {t.duplicates}
            <em>{t.items(duplicates.length)}</em>
          </h3>
          <ul className="pane-team">
            {duplicates.map(({ id, number, title }) => (
              <li key={id}>
                <Link to="/requests/$id" params={{ id }} className="link">
                  {number}
                </Link>
                <span>{title}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
