/** Who and where in one table of shades: rows are those who have it, columns the steps. Each cell that holds something opens its rows. */
import { Link } from '@tanstack/react-router'
import { shadeOf } from './scale.ts'
import './chart.css'

export type MatrixCell = { key: string; n: number; to: { [name: string]: string } }
export type MatrixRow = { key: string; name: string; note?: string | undefined; cells: readonly MatrixCell[] }
type MatrixProps = {
  label: string
  corner: string
  columns: readonly string[]
  rows: readonly MatrixRow[]
  /** Where a cell leads; its `to` is the search. */
  path: string
  say: (row: string, column: string, n: number) => string
}

export function Matrix({ label, corner, columns, rows, path, say }: MatrixProps) {
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ n }) => n)))
  return (
    <table className="matrix" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{corner}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, note, cells }) => (
          <tr key={key}>
            <th scope="row">
              {name}
              {note && <small>{note}</small>}
            </th>
            {cells.map(({ key: cell, n, to }, at) => (
              <td key={cell}>
                {n === 0 ? (
                  <span className="matrix-cell" data-shade={0}>
                    0
                  </span>
                ) : (
                  <Link
                    to={path}
                    search={to}
                    className="matrix-cell"
                    data-shade={shadeOf(n, most)}
                    aria-label={say(name, columns[at] ?? '', n)}
                  >
                    {n}
                  </Link>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
