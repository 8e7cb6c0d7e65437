/** Requests and households by grid over some days, read as then or as now. */
import { useState } from 'react'
import { reportGrids, type GridsView } from '#contracts/grids.ts'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { gridsText } from '#web/texts/grids.ts'

export function GridReport({ view }: { view: GridsView }) {
  const t = useText(gridsText)
  const [from, setFrom] = useState(`${view.today.slice(0, 7)}-01`)
  const [to, setTo] = useState(view.today)
  const [read, setRead] = useState<'then' | 'now'>('then')
  const isRight = from !== '' && to !== '' && from <= to
  const report = useEndpoint(
    reportGrids,
    { params: { scopeId: view.scope.id }, query: { level: view.gridLevel, from, to, read } },
    { keepLast: true, enabled: isRight },
  )
  return (
    <div className="grids-report">
      <div className="grids-days">
        <TextField label={t.reportFrom} type="date" value={from} onChange={setFrom} />
        <TextField label={t.reportTo} type="date" value={to} onChange={setTo} />
      </div>
      <Segments
        label={t.read}
        value={read}
        onChange={setRead}
        segments={[
          { value: 'then', label: t.then },
          { value: 'now', label: t.now },
        ]}
      />
      <p className="grids-note">{read === 'then' ? t.thenNote : t.nowNote}</p>
      <Loaded query={report}>
        {({ rows }) => (
          <table className="grid-table">
            <thead>
              <tr>
                <th>{t.grid}</th>
                <th className="num">{t.householdsHead}</th>
                <th className="num">{t.takenIn}</th>
                <th className="num">{t.closed}</th>
                <th className="num">{t.open}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ gridId, name, ended, households, takenIn, closed, open }) => (
                <tr key={gridId ?? 'none'}>
                  <td>
                    {name ?? t.noGrid}
                    {ended && <small>{t.endedMark}</small>}
                  </td>
                  <td className="num">{households}</td>
                  <td className="num">{takenIn}</td>
                  <td className="num">{closed}</td>
                  <td className="num">{open}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </div>
  )
}
