/** What lies directly in a place, as a table: the same that the map shows, for whoever reads rather than looks. */
import { Link } from '@tanstack/react-router'
import { listRegister, mapShapes, type MapShape, type RegisterPlace } from '#contracts/places.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { registerText } from '#web/texts/register.ts'
import { tintOf } from './tints.ts'

export function Inside({ place }: { place: RegisterPlace }) {
  const t = useText(registerText)
  const own = useEndpoint(listRegister, { query: { parentId: place.id } })
  // A grid that is all there is says nothing by itself: what lies in it does.
  const only = own.data?.length === 1 && own.data[0]?.level === 'grid' ? own.data[0] : undefined
  const inner = useEndpoint(listRegister, { query: { parentId: only?.id ?? '' } }, { enabled: only !== undefined })
  const rows = only ? inner : own
  const isNear = place.level === 'compound' || place.level === 'grid'
  const map = useEndpoint(mapShapes, { params: { id: place.id } }, { enabled: isNear })
  const shapes = (map.data?.shapes ?? []).filter(({ placeId }) => placeId !== place.id)
  return (
    <Panel title={only ? `${t.inside} · ${only.name}` : t.inside} note={rows.data && t.insideNote(rows.data.length)}>
      <Loaded query={rows} skeleton={null}>
        {(list) =>
          list.length === 0 ? (
            <p className="panel-none">{t.empty}</p>
          ) : (
            <Table rows={list} shapes={isNear ? shapes : []} />
          )
        }
      </Loaded>
    </Panel>
  )
}

const COLUMNS = ['households', 'residents', 'floors', 'children'] as const

/** Columns that say nothing about any row are left out. */
function Table({ rows, shapes }: { rows: readonly RegisterPlace[]; shapes: readonly MapShape[] }) {
  const t = useText(registerText)
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column] !== null))
  return (
    <table className="grid-table pinside">
      <thead>
        <tr>
          <th scope="col">{t.column.name}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="num">
              {t.column[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {shapes.some(({ placeId, kind }) => placeId === row.id && kind === 'grid') && (
                <i className={`pswatch map-tint-${tintOf(shapes, row.id)}`} />
              )}
              <Link to="/register/$placeId" params={{ placeId: row.id }} className="link">
                {row.name}
              </Link>
            </td>
            {columns.map((column) => (
              <td key={column} className="num">
                {row[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
