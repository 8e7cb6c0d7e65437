/** Rows as the file has them, by what becomes of them; what is wrong stands under its cell, with what to do. */
import { useEffect, useState } from 'react'
import { listImportedRows, ROW_STATES, type ImportedRow, type ImportView, type RowState } from '#contracts/imports.ts'
import { problemSentence } from '#contracts/import-problems.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Seg } from '#web/components/desk/Seg.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { importFieldText, importsText, rowStateText } from '#web/texts/imports.ts'
import './rows.css'

type Shown = RowState | 'all'

export function Rows({ one, first }: { one: ImportView; first?: RowState | undefined }) {
  const t = useText(importsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [state, setState] = useState<Shown>(first ?? 'all')
  const [after, setAfter] = useState<number[]>([])
  const query = { ...(state !== 'all' && { state }), ...(after.length > 0 && { after: after.at(-1) }) }
  const rows = useEndpoint(listImportedRows, { params: { id: one.id }, query }, { keepLast: true })
  const { refetch } = rows
  // What was read while the rows were being checked is no answer any more.
  useEffect(() => void refetch(), [refetch, one.status])
  const states: readonly Shown[] = ['all', ...ROW_STATES.filter((word) => (word === 'in') === (one.status === 'done') || word === 'bad' || word === 'skipped')] // prettier-ignore
  return (
    <Panel
      title={t.row}
      end={
        <span className="end">
          <Seg
            label={t.state}
            panel="imp-rows"
            value={state}
            options={states.map((value) => ({ value, words: value === 'all' ? t.all : rowStateText[lang][value] }))}
            onChange={(value) => (setState(value), setAfter([]))}
          />
        </span>
      }
    >
      <div id="imp-rows" role="tabpanel">
        <Loaded query={rows}>
          {(data) => (
            <>
              {data.rows.length === 0 && <p className="panel-none">{t.noRows}</p>}
              {groups(data.rows).map((group) => (
                <RowTable key={`${group[0]?.seq}`} rows={group} />
              ))}
              {data.next !== null && (
                <button type="button" className="imp-quiet" onClick={() => setAfter([...after, data.next ?? 0])}>
                  {t.more}
                </button>
              )}
            </>
          )}
        </Loaded>
      </div>
    </Panel>
  )
}

/** Rows of one sheet stand under one header. */
function groups(rows: readonly ImportedRow[]): ImportedRow[][] {
  const result: ImportedRow[][] = []
  for (const row of rows) {
    const last = result.at(-1)
    if (last?.[0]?.sheet === row.sheet && sameColumns(last[0], row)) last.push(row)
    else result.push([row])
  }
  return result
}

const sameColumns = (a: ImportedRow, b: ImportedRow) =>
  a.cells.map(({ column }) => column).join() === b.cells.map(({ column }) => column).join()

function RowTable({ rows }: { rows: readonly ImportedRow[] }) {
  const t = useText(importsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const cells = rows[0]?.cells ?? []
  return (
    <div className="imp-scroll">
      <table className="grid-table imp-rows">
        <caption>{rows[0]?.sheet}</caption>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            {cells.map(({ column, field }) => (
              <th key={column} scope="col">
                {importFieldText[lang][field]}
              </th>
            ))}
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq} data-state={row.state}>
              <th scope="row">{row.rowNumber}</th>
              {row.cells.map((cell) => (
                <CellView
                  key={cell.column}
                  cell={cell}
                  problems={row.problems.filter(({ column }) => column === cell.column)}
                />
              ))}
              <td>
                <b>{rowStateText[lang][row.state]}</b>
                {row.problems
                  .filter(({ column }) => column === null)
                  .map((problem) => (
                    <small key={problem.code} className={`imp-says imp-${problem.severity}`}>
                      {problemSentence(problem, lang)}
                    </small>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = { cell: ImportedRow['cells'][number]; problems: ImportedRow['problems'] }

function CellView({ cell: { text, read }, problems }: CellProps) {
  const t = useText(importsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const worst = problems.some(({ severity }) => severity === 'error') ? 'error' : problems[0]?.severity
  const differs = read && !/^[a-zA-Z]+$/.test(read) && read !== text && text !== ''
  return (
    <td {...(worst && { className: `imp-cell-${worst}` })}>
      {text}
      {differs && problems.length === 0 && <small className="imp-read">{t.asRead(read)}</small>}
      {problems.map((problem) => (
        <small key={problem.code} className={`imp-says imp-${problem.severity}`}>
          <Icon name={problem.severity === 'error' ? 'alert' : 'info'} size={14} />
          {problemSentence(problem, lang)}
        </small>
      ))}
    </td>
  )
}
