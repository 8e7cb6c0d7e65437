/** The compounds of a place side by side: counts of standards, nobody is ranked. A line opens its check-up. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { compareCompounds } from '#contracts/standards.ts'
import { Button } from '#web/components/Button.tsx'
import { useText } from '#web/platform/i18n.ts'
import { standardsText } from '#web/texts/standards.ts'

const SHOWN = 12
const COLUMNS = ['must', 'should', 'advise'] as const

export function CompoundTable({ rows }: { rows: ReplyOf<typeof compareCompounds> }) {
  const t = useText(standardsText)
  const [all, setAll] = useState(false)
  return (
    <>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t.place}</th>
            {COLUMNS.map((key) => (
              <th key={key} scope="col" className="num">
                {t.severity[key]}
              </th>
            ))}
            <th scope="col" className="num">
              {t.states.met}
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
            <tr key={row.placeId}>
              <td>
                <Link to="/checkup" search={{ placeId: row.placeId }} className="link">
                  {row.placeName}
                </Link>
              </td>
              {COLUMNS.map((key) => (
                <td key={key} className="num" data-missing={row[key] > 0}>
                  {row[key]}
                </td>
              ))}
              <td className="num">{row.met}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && rows.length > SHOWN && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {`${t.more} ${rows.length}`}
        </Button>
      )}
    </>
  )
}
