/** What is overdue at this moment, by the organisation that has it: never by a person. */
import { Link } from '@tanstack/react-router'
import { figuresTable } from '#contracts/figures.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useStuck } from '#web/pages/insight/figures.ts'
import { searchOf, type Look } from '#web/pages/insight/look.ts'
import { Waiting } from '#web/pages/insight/Waiting.tsx'
import { weekText } from '#web/texts/week.ts'

const SHOWN = 5

export function LatePanel({ look }: { look: Look }) {
  const t = useText(weekText)
  const { clockText } = useTime()
  const table = useEndpoint(
    figuresTable,
    { query: { ...look, by: 'organisation' } },
    { keepLast: true, topics: ['requests'], refetchInterval: 60_000 },
  )
  const stuck = useStuck(look.placeId ? { placeId: look.placeId } : {})
  const oldest = new Map(stuck.data?.rows.map(({ organisationId, oldestDueAt }) => [organisationId ?? '', oldestDueAt]))
  return (
    <Panel title={t.late} note={t.lateNote} className="wk-late">
      <Loaded query={table} skeleton={<Waiting />}>
        {({ rows }) => {
          const late = rows
            .flatMap(({ standing, ...row }) => (standing && standing.overdueNow > 0 ? [{ ...row, standing }] : []))
            .sort((a, b) => b.standing.overdueNow - a.standing.overdueNow)
          if (late.length === 0) return <p className="panel-none">{t.lateNone}</p>
          return (
            <ol className="wk-bars">
              {late.slice(0, SHOWN).map(({ key, name, standing: { overdueNow, openNow } }) => {
                const dueAt = oldest.get(key)
                return (
                  <li key={key}>
                    <Link
                      to="/insight/rows"
                      search={searchOf({ ...look, measure: 'overdueNow', organisationId: key })}
                      data-late
                    >
                      <span>
                        {key === '' ? t.unassigned : name}
                        {dueAt && <small>{t.oldest(clockText(dueAt))}</small>}
                      </span>
                      <b>{t.lateOpen(overdueNow, openNow)}</b>
                    </Link>
                  </li>
                )
              })}
            </ol>
          )
        }}
      </Loaded>
    </Panel>
  )
}
