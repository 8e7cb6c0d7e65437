/** What lies directly in a place, as a table: the same that the map shows, for whoever reads rather than looks. */
import { Link } from '@tanstack/react-router'
import { listRegister, type RegisterPlace } from '#contracts/places.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { registerText } from '#web/texts/register.ts'

export function Inside({ place }: { place: RegisterPlace }) {
  const t = useText(registerText)
  const rows = useEndpoint(listRegister, { query: { parentId: place.id } })
  return (
    <Panel title={t.inside} note={rows.data && t.insideNote(rows.data.length)}>
      <Loaded query={rows} skeleton={null}>
        {(list) => (list.length === 0 ? <p className="panel-none">{t.empty}</p> : <Table rows={list} />)}
      </Loaded>
    </Panel>
  )
}

function Table({ rows }: { rows: readonly RegisterPlace[] }) {
  const t = useText(registerText)
  return (
    <table className="grid-table pinside">
      <thead>
        <tr>
          <th scope="col">{t.column.name}</th>
          {[t.column.households, t.column.residents, t.column.floors, t.column.inside].map((word) => (
            <th key={word} scope="col" className="num">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, households, residents, floors, children }) => (
          <tr key={id}>
            <td>
              <Link to="/register/$placeId" params={{ placeId: id }} className="link">
                {name}
              </Link>
            </td>
            {[households, residents, floors, children].map((value, at) => (
              <td key={at} className="num">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
