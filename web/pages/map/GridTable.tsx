/** The numbers behind the tinted grids; each opens its rows. */
import { Link } from '@tanstack/react-router'
import { useText } from '#web/platform/i18n.ts'
import { mapText } from '#web/texts/map.ts'
import { heatOf, type GridCount } from './map-work.ts'

export function GridTable({ grids }: { grids: readonly GridCount[] }) {
  const t = useText(mapText)
  return (
    <div className="mapp-grids">
      {grids.every(({ late }) => late === 0) && <p className="panel-none">{t.noHeat}</p>}
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t.grid}</th>
            <th scope="col" className="num">
              {t.lateCount}
            </th>
            <th scope="col" className="num">
              {t.openCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {grids.map(({ id, name, open, late }) => (
            <tr key={id}>
              <td>
                <i className="mapp-heat" style={{ background: `var(--heat-${heatOf(late)})` }} />
                <Link
                  to="/"
                  search={{ view: late > 0 ? 'late' : 'open', placeId: id, placeName: name }}
                  className="link"
                >
                  {name}
                </Link>
              </td>
              <td className="num">{late}</td>
              <td className="num">{open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
