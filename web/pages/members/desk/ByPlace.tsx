/** Members by grid and by building, and how many plates are lit there: which, the desk does not learn. */
import type { ReactNode } from 'react'
import { Panel } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { membersText } from '#web/texts/members.ts'
import type { Counts } from './Figures.tsx'

/** 2 栋 before 10 栋 */
const BY_NAME = new Intl.Collator('zh-CN', { numeric: true })
const sorted = <T extends { placeName: string }>(list: readonly T[]) =>
  list.toSorted((a, b) => BY_NAME.compare(a.placeName, b.placeName))

type ByPlaceProps = { counts: Counts; onShow: (placeId: string) => void }

export function ByPlace({ counts: { byGrid, byBuilding }, onShow }: ByPlaceProps) {
  const t = useText(membersText)
  const link = (id: string, name: string) => (
    <button type="button" className="link" onClick={() => onShow(id)}>
      {name}
    </button>
  )
  return (
    <div className="dm-two">
      <Panel title={t.byGrid}>
        <Tallies
          rows={sorted(byGrid).map((one) => ({ ...one, name: link(one.placeId, one.placeName) }))}
          first={t.grid}
        />
      </Panel>
      <Panel title={t.byBuilding}>
        <Tallies
          rows={sorted(byBuilding).map((one) => ({ ...one, name: link(one.placeId, one.placeName) }))}
          first={t.building}
        />
      </Panel>
    </div>
  )
}

type Row = {
  placeId: string
  name: ReactNode
  formal: number
  probationary: number
  inService: number
  plates?: number
}

function Tallies({ rows, first }: { rows: readonly Row[]; first: string }) {
  const t = useText(membersText)
  const plates = rows.some((row) => row.plates !== undefined)
  if (rows.length === 0) return <p className="panel-none">{t.none.all}</p>
  return (
    <table className="grid-table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {[t.formalHead, t.probationaryHead, t.inServiceHead, ...(plates ? [t.plates] : [])].map((word) => (
            <th key={word} scope="col" className="num">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ placeId, name, formal, probationary, inService, plates: lit }) => (
          <tr key={placeId}>
            <td>{name}</td>
            <td className="num">{formal}</td>
            <td className="num">{probationary}</td>
            <td className="num">{inService}</td>
            {plates && <td className="num">{lit}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
