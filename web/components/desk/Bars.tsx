/**
 * Lying bars that are read like a list: who, how many open, and at the front of the bar how many of them are late. The words
 * stand at the bar, a row opens its rows, and the same numbers are behind it as a table.
 */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from '#web/components/Button.tsx'
import { useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import './Bars.css'

export type Bar = {
  key: string
  name: string
  open: number
  late: number
  note?: string | null
  /** Where its rows are: the work list with this filter. */
  rows: { [name: string]: string }
}
type BarsProps = {
  bars: readonly Bar[]
  words: {
    openAndLate: (open: number, late: number) => string
    rows: (name: string) => string
    more: (count: number) => string
  }
}
const SHOWN = 8

export function Bars({ bars, words }: BarsProps) {
  const { comma } = useText(marks)
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...bars.map(({ open }) => open))
  const shown = all ? bars : bars.slice(0, SHOWN)
  return (
    <>
      <ol className="bars">
        {shown.map(({ key, name, open, late, note, rows }) => (
          <li key={key}>
            <Link to="/" search={rows} aria-label={`${words.rows(name)}${comma}${words.openAndLate(open, late)}`}>
              <span className="bars-name">
                {name}
                {note && <small>{note}</small>}
              </span>
              <span className="bars-bar">
                <i style={{ width: `${(open / most) * 100}%` }}>
                  <b style={{ width: `${(late / Math.max(open, 1)) * 100}%` }} />
                </i>
                <em data-late={late > 0}>{words.openAndLate(open, late)}</em>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {bars.length > SHOWN && !all && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {words.more(bars.length - SHOWN)}
        </Button>
      )}
    </>
  )
}

type Column = { open: string; late: string; name: string; note?: string }
export const BarTable = ({ bars, words }: { bars: readonly Bar[]; words: Column }) => (
  <table className="grid-table">
    <thead>
      <tr>
        <th scope="col">{words.name}</th>
        <th scope="col" className="num">
          {words.open}
        </th>
        <th scope="col" className="num">
          {words.late}
        </th>
        {words.note && <th scope="col">{words.note}</th>}
      </tr>
    </thead>
    <tbody>
      {bars.map(({ key, name, open, late, note, rows }) => (
        <tr key={key}>
          <td>
            <Link to="/" search={rows} className="link">
              {name}
            </Link>
          </td>
          <td className="num">{open}</td>
          <td className="num">{late}</td>
          {words.note && <td>{note}</td>}
        </tr>
      ))}
    </tbody>
  </table>
)
