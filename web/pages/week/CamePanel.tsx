/** What came in the week, by category: the longest first, each opens its rows. */
import { Link } from '@tanstack/react-router'
import { figuresTable } from '#contracts/figures.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { searchOf, type Look } from '#web/pages/insight/look.ts'
import { Waiting } from '#web/pages/insight/Waiting.tsx'
import { weekText } from '#web/texts/week.ts'

const SHOWN = 6

export function CamePanel({ look }: { look: Look }) {
  const t = useText(weekText)
  const table = useEndpoint(
    figuresTable,
    { query: { ...look, by: 'category' } },
    { keepLast: true, topics: ['requests'] },
  )
  return (
    <Panel title={t.came} note={t.cameNote} className="wk-came">
      <Loaded query={table} skeleton={<Waiting />}>
        {({ rows }) => {
          const came = rows
            .map(({ key, name, counts }) => ({ key, name: name || t.unassigned, n: counts.received ?? 0 }))
            .filter(({ n }) => n > 0)
          const [shown, rest] = [came.slice(0, SHOWN), came.slice(SHOWN)]
          const most = Math.max(1, ...came.map(({ n }) => n))
          if (came.length === 0) return <p className="panel-none">{t.cameNone}</p>
          return (
            <ol className="wk-bars">
              {shown.map(({ key, name, n }) => (
                <li key={key}>
                  <Link to="/insight/rows" search={searchOf({ ...look, measure: 'received', categoryCode: key })}>
                    <span>{name}</span>
                    <i aria-hidden="true">
                      <i style={{ width: `${(n / most) * 100}%` }} />
                    </i>
                    <b>{t.items(n)}</b>
                  </Link>
                </li>
              ))}
              {rest.length > 0 && (
                <li className="panel-none">
                  {t.others(
                    rest.length,
                    rest.reduce((sum, { n }) => sum + n, 0),
                  )}
                </li>
              )}
            </ol>
          )
        }}
      </Loaded>
    </Panel>
  )
}
