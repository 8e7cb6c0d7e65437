/** 业主名册: units with area and its source, owner sets as heads, totals; as it was on any day. Printed as it is. */
import { useState } from 'react'
import { listOwners, type RollLine } from '#contracts/households.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { Further } from '#web/components/desk/Further.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { householdsText } from '#web/texts/households.ts'
import { marks } from '#web/texts/marks.ts'
import { HouseholdFrame } from './HouseholdFrame.tsx'
import { OwnersSheet, type Owned } from './OwnersSheet.tsx'

export function OwnersPage() {
  const t = useText(householdsText)
  return (
    <Allowed right="owners.view" title={t.title}>
      <Owners />
    </Allowed>
  )
}

function Owners() {
  const t = useText(householdsText)
  const fromAddress = useSearchWord('placeId')
  const [picked, pick] = useState<PickedPlace>()
  const [on, setOn] = useState('')
  const [withParking, count] = useState(false)
  const [after, setAfter] = useState<string>()
  const [doing, set] = useState<Owned>()
  const placeId = picked?.id ?? fromAddress
  const query = { ...(placeId && { placeId }), ...(on && { on }), withParking, ...(after && { after }) }
  const roll = useEndpoint(listOwners, { query }, { keepLast: true })
  const { totals, mayManage } = roll.data ?? {}
  return (
    <HouseholdFrame
      tools={
        <>
          {mayManage && placeId && (
            <Button kind="accent" icon="plus" onClick={() => set({ placeId })}>
              {t.enterUnit}
            </Button>
          )}
          <ExportButton kind="owners" query={query} />
          <Button kind="quiet" icon="print" onClick={() => window.print()}>
            {t.print}
          </Button>
        </>
      }
    >
      <div className="hh-filters">
        <PlacePick label={t.place} hideLabel value={picked} onChange={(next) => (pick(next), setAfter(undefined))} />
        <label>
          {t.on}
          <input
            type="date"
            value={on || (roll.data?.on ?? '')}
            onChange={({ target }) => (setOn(target.value), setAfter(undefined))}
          />
        </label>
        <label>
          <input type="checkbox" checked={withParking} onChange={({ target }) => count(target.checked)} />
          {t.withParking}
        </label>
      </div>
      {totals && (
        <p className="finding">
          <b>{t.totals(totals.units, totals.heads, t.m2(totals.areaCenti))}</b>{' '}
          {(totals.unitsWithoutArea > 0 || totals.unitsWithoutOwner > 0) &&
            t.missing(totals.unitsWithoutArea, totals.unitsWithoutOwner)}
        </p>
      )}
      <Panel title={roll.data?.placeName ?? t.owners} note={t.headNote}>
        <Loaded query={roll}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 ? (
                <p className="panel-none">{t.none}</p>
              ) : (
                <Table rows={rows} {...(mayManage && { onSell: set })} />
              )}
              <Further next={next} after={after} onTurn={setAfter} words={{ more: t.more, first: t.first }} />
            </>
          )}
        </Loaded>
      </Panel>
      {doing && <OwnersSheet owned={doing} onClose={() => set(undefined)} />}
    </HouseholdFrame>
  )
}

function Table({ rows, onSell }: { rows: readonly RollLine[]; onSell?: (owned: Owned) => void }) {
  const t = useText(householdsText)
  const { list } = useText(marks)
  const share = (permille: number | null) => (permille === null ? '' : ` ${permille / 10}%`)
  return (
    <table className="grid-table hh-table">
      <thead>
        <tr>
          {[t.building, t.unit].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          <th scope="col" className="num">
            {t.area}
          </th>
          {[t.source, t.owner, t.head, t.basisWord, t.proof].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          {onSell && (
            <th scope="col">
              <span className="vh">{t.sell}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unitId}>
            <td>{row.buildingName}</td>
            <td>
              <b>{row.code}</b> <small>{t.kinds[row.kind]}</small>
            </td>
            <td className="num">
              {row.areaCenti === null ? <span className="hh-due">{t.unknownArea}</span> : t.m2(row.areaCenti)}
            </td>
            <td>{row.areaSource && t.sources[row.areaSource]}</td>
            <td>
              {row.owners.length === 0 ? (
                <span className="hh-due">{t.unknownOwner}</span>
              ) : (
                row.owners.map(({ name, sharePermille }) => `${name}${share(sharePermille)}`).join(list)
              )}
            </td>
            <td>{row.head}</td>
            <td>
              {row.basis && t.ownerBases[row.basis]} <small>{row.fromOn && t.since(row.fromOn)}</small>
            </td>
            <td>{row.proofCheckedOn ?? <span className="hh-quiet">{t.noProof}</span>}</td>
            {onSell && (
              <td className="num">
                <button
                  type="button"
                  className="text-btn"
                  onClick={() => onSell({ unitId: row.unitId, code: row.code })}
                >
                  {t.sell}
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
