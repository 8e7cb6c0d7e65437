/** One sheet of the file: what it is, which row is its header, and column by column what becomes of it. */
import { useState } from 'react'
import {
  IMPORT_FIELDS,
  IMPORT_KINDS,
  proposeColumns,
  type ImportColumn,
  type ImportField,
  type ImportKind,
  type ImportSheet,
} from '#contracts/imports.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { importFieldText, importKindText, importsText, neverKeptText } from '#web/texts/imports.ts'
import { marks } from '#web/texts/marks.ts'
import { HeaderPick } from './HeaderPick.tsx'
import { missingIn } from './needs.ts'
import './columns.css'

type Props = { importId: string; index: number; sheet: ImportSheet; onChange: (sheet: ImportSheet) => void }

export function SheetPart({ importId, index, sheet, onChange }: Props) {
  const t = useText(importsText)
  const { comma, list } = useText(marks)
  const say = useProblem()
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [picks, setPicks] = useState(false)
  const propose = useCommand(proposeColumns, { changes: [], onDone: onChange })
  const ask = (headerRow: number, kind: ImportKind | null) =>
    propose.send({ params: { id: importId }, body: { sheet: index, headerRow, kind } })
  const missing = missingIn({ kind: sheet.kind, columns: sheet.columns.map(({ field }) => field) })
  const set = (at: number, field: ImportField | null) =>
    onChange({
      ...sheet,
      columns: sheet.columns.map((column, other) => (other === at ? { ...column, field } : release(column, field))),
    })
  return (
    <Panel
      title={sheet.name}
      note={[t.rows(sheet.rowCount), sheet.hidden && t.hiddenSheet, sheet.remembered && t.remembered]
        .filter(Boolean)
        .join(comma)}
      className={sheet.kind ? '' : 'imp-left-out'}
    >
      <div className="imp-sheet-is">
        <label>
          {t.sheetIs}
          <select
            className="select"
            value={sheet.kind ?? ''}
            onChange={({ target: { value } }) =>
              ask(sheet.headerRow, IMPORT_KINDS.find((kind) => kind === value) ?? null)
            }
          >
            <option value="">{t.leftOut}</option>
            {IMPORT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {importKindText[lang][kind]}
              </option>
            ))}
          </select>
        </label>
        {sheet.kind && (
          <span>
            {t.headerAt(sheet.headerRow)}
            <button type="button" className="imp-quiet" aria-expanded={picks} onClick={() => setPicks(!picks)}>
              {picks ? t.headerHide : t.headerChange}
            </button>
          </span>
        )}
      </div>
      {sheet.kind && picks && <HeaderPick sheet={sheet} onPick={(row) => (ask(row, sheet.kind), setPicks(false))} />}
      {propose.error && (
        <p className="imp-error" role="alert">
          <Icon name="alert" size={18} /> {say(propose.error)}
        </p>
      )}
      {missing.length > 0 && (
        <p className="imp-error" role="status">
          <Icon name="info" size={18} />
          {t.missing(missing.map((group) => group.map((field) => importFieldText[lang][field]).join(t.or)).join(list))}
        </p>
      )}
      {sheet.kind && (
        <table className="grid-table imp-columns">
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.examples}</th>
              <th scope="col">{t.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map((column, at) => (
              <ColumnRow key={at} at={at} column={column} onChange={(field) => set(at, field)} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

/** A field is one column's; only what says that somebody is gone may be said by several. */
const release = (column: ImportColumn, field: ImportField | null): ImportColumn =>
  field !== null && field !== 'gone' && column.field === field ? { ...column, field: null } : column

function ColumnRow({
  at,
  column,
  onChange,
}: {
  at: number
  column: ImportColumn
  onChange: (field: ImportField | null) => void
}) {
  const t = useText(importsText)
  const { list } = useText(marks)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const title = column.header || t.noHeader(String.fromCharCode(65 + (at % 26)))
  return (
    <tr data-dropped={column.field === null}>
      <th scope="row">{title}</th>
      <td className="imp-samples">{column.refused ? '' : column.samples.join(list)}</td>
      <td>
        {column.refused ? (
          <span className="imp-refused">
            <Icon name="shield" size={16} /> {neverKeptText[lang][column.refused]}
          </span>
        ) : (
          <select
            className="select"
            aria-label={`${title} ${t.becomes}`}
            value={column.field ?? ''}
            onChange={({ target: { value } }) => onChange(IMPORT_FIELDS.find((field) => field === value) ?? null)}
          >
            <option value="">{t.dropped}</option>
            {IMPORT_FIELDS.map((field) => (
              <option key={field} value={field}>
                {importFieldText[lang][field]}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  )
}
