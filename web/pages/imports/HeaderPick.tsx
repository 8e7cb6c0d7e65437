/** The first lines of a sheet as they stand; a click says which of them is the header. */
import type { ImportSheet } from '#contracts/imports.ts'
import { useText } from '#web/platform/i18n.ts'
import { importsText } from '#web/texts/imports.ts'
import './columns.css'

const SHOWN = { rows: 10, columns: 8 }

export function HeaderPick({ sheet, onPick }: { sheet: ImportSheet; onPick: (row: number) => void }) {
  const t = useText(importsText)
  return (
    <div className="imp-header-pick">
      <p>{t.headerPick}</p>
      <ul>
        {sheet.preview.slice(0, SHOWN.rows).map(({ number, cells }) => (
          <li key={number}>
            <button type="button" aria-pressed={number === sheet.headerRow} onClick={() => onPick(number)}>
              <i>{number}</i>
              {cells.slice(0, SHOWN.columns).map((cell, at) => (
                <span key={at}>{cell}</span>
              ))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
