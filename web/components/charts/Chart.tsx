/**
 * What stands round every chart: the drawing at the width there is, a note that comes when a mark is pointed at or reached by
 * the keyboard (Escape hides it), and the same numbers as a table. Who does not see the drawing is read the table.
 */
import { useState, type ReactNode } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { chartText } from '#web/texts/charts.ts'
import { useSize, type Size } from './use-size.ts'
import './chart.css'

/** What a mark says: a line in bold and lines under it; x and y are where it stands in the drawing. */
export type Tip = { x: number; y: number; title: string; lines: readonly string[] }
/** Goes onto a mark: `{...mark(tip)}`. */
export type Mark = (tip: Tip) => {
  onMouseEnter: () => void
  onMouseLeave: () => void
  onFocus: () => void
  onBlur: () => void
}
export type Cell = string | number | null
export type ChartTable = {
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
}
type ChartProps = {
  /** What is drawn and what is to be seen in it, in a sentence. */
  label: string
  table: ChartTable
  height: number
  children: (size: Size & { height: number }, mark: Mark) => ReactNode
  /** Under the drawing: legend, what the axis does not show. */
  foot?: ReactNode
}

export function Chart({ label, table, height, children, foot }: ChartProps) {
  const t = useText(chartText)
  const [ref, size] = useSize()
  const [asTable, setAsTable] = useState(false)
  const [tip, setTip] = useState<Tip>()
  const hide = () => setTip(undefined)
  const mark: Mark = (next) => ({
    onMouseEnter: () => setTip(next),
    onMouseLeave: hide,
    onFocus: () => setTip(next),
    onBlur: hide,
  })
  const high = height * (size?.k ?? 1)
  return (
    <figure className="chart" aria-label={label} onKeyDown={(event) => event.key === 'Escape' && hide()}>
      <button type="button" className="chart-turn" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {asTable ? t.picture : t.table}
      </button>
      {asTable ? (
        <NumberTable {...table} />
      ) : (
        <>
          <div ref={ref} className="chart-box" style={{ minHeight: high }}>
            {size && size.width > 0 && children({ ...size, height: high }, mark)}
            {tip && (
              <div
                className="chart-tip"
                role="status"
                data-side={size && tip.x > size.width / 2 ? 'end' : 'start'}
                style={{ left: tip.x, top: tip.y }}
              >
                <b>{tip.title}</b>
                {tip.lines.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </div>
            )}
          </div>
          {foot && <figcaption>{foot}</figcaption>}
        </>
      )}
    </figure>
  )
}

export const NumberTable = ({ head, rows }: ChartTable) => (
  <div className="chart-table" tabIndex={0} role="region" aria-label={head.join(', ')}>
    <table className="grid-table">
      <thead>
        <tr>
          {head.map((word, at) => (
            <th key={word} scope="col" className={at > 0 ? 'num' : ''}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, nth) => (
          <tr key={nth}>
            {cells.map((cell, at) => (
              <td key={at} className={at > 0 ? 'num' : ''}>
                {cell ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
