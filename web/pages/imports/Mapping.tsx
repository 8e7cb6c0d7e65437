/** The first step: what each sheet is, what becomes of each column, and where it all goes. Everything is proposed already. */
import { useState } from 'react'
import { AREA_SOURCES, checkImport, type ImportPart, type ImportSheet, type ImportView } from '#contracts/imports.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Button } from '#web/components/Button.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { importsText } from '#web/texts/imports.ts'
import { marks } from '#web/texts/marks.ts'
import { missingIn } from './needs.ts'
import { SheetPart } from './SheetPart.tsx'

type AreaSource = (typeof AREA_SOURCES)[number]

export function Mapping({ one, onChecked }: { one: ImportView; onChecked: () => void }) {
  const t = useText(importsText)
  const { colon } = useText(marks)
  const say = useProblem()
  const [sheets, setSheets] = useState<readonly ImportSheet[]>(one.sheets)
  const [place, setPlace] = useState<PickedPlace | undefined>(
    one.placeId ? { id: one.placeId, name: one.placeName ?? '' } : undefined,
  )
  const [createMissing, setCreateMissing] = useState(one.createMissing)
  const [areaSource, setAreaSource] = useState<AreaSource>(one.areaSource)
  const check = useCommand(checkImport, { onDone: onChecked })
  const parts = sheets.map((sheet, at) => partOf(sheet, at))
  const chosen = parts.filter(({ kind }) => kind !== null)
  const hasArea = chosen.some(({ columns }) => columns.includes('area') && !columns.includes('areaSource'))
  const blocked =
    (chosen.length === 0 && t.pickSheet) ||
    (chosen.some((part) => missingIn(part).length > 0) && t.fillColumns) ||
    (!place && t.pickWhere)
  const send = () => place && check.send({ params: { id: one.id }, body: { placeId: place.id, parts, createMissing, areaSource } }) // prettier-ignore
  const failed = check.error
    ? say(check.error)
    : one.failure
      ? `${t.failed}${colon}${say({ code: one.failure })}`
      : undefined
  return (
    <div className="imp-two">
      <div className="imp-sheets">
        {sheets.map((sheet, at) => (
          <SheetPart
            key={`${sheet.name}${at}`}
            importId={one.id}
            index={at}
            sheet={sheet}
            onChange={(next) => setSheets(sheets.map((other, index) => (index === at ? next : other)))}
          />
        ))}
      </div>
      <Panel title={t.about} className="imp-about">
        <div className="labelled">
          {t.where}
          <PlacePick label={t.where} hideLabel value={place} onChange={setPlace} />
          <small>{t.whereHint}</small>
        </div>
        <label className="imp-tick">
          <input type="checkbox" checked={createMissing} onChange={({ target }) => setCreateMissing(target.checked)} />
          <span>{t.createMissing}</span>
        </label>
        {hasArea && (
          <label className="labelled">
            {t.areaSource}
            <select
              className="select"
              value={areaSource}
              onChange={({ target: { value } }) =>
                setAreaSource(AREA_SOURCES.find((word) => word === value) ?? areaSource)
              }
            >
              {AREA_SOURCES.map((word) => (
                <option key={word} value={word}>
                  {t.areaSources[word]}
                </option>
              ))}
            </select>
          </label>
        )}
        {failed && (
          <p className="imp-error" role="alert">
            <Icon name="alert" size={18} /> {failed}
          </p>
        )}
        <Button kind="accent" busy={check.busy && t.checking} blocked={blocked} onClick={send}>
          {t.check}
        </Button>
      </Panel>
    </div>
  )
}

const partOf = ({ headerRow, kind, columns }: ImportSheet, sheet: number): ImportPart => ({
  sheet,
  headerRow,
  kind,
  columns: columns.map(({ field }) => field),
})
