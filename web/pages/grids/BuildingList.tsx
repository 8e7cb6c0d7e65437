/** The same as the map, for hands on the keyboard: every building with its grid; 1–9 gives it to that grid, 0 takes it out. */
import type { KeyboardEvent } from 'react'
import type { GridsView } from '#contracts/grids.ts'
import { useText } from '#web/platform/i18n.ts'
import { gridsText } from '#web/texts/grids.ts'
import type { Tint } from './tint.ts'
import type { DraftDrawing } from './use-draft.ts'
import './list.css'

type BuildingProps = { view: GridsView; drawing: DraftDrawing; tints: readonly Tint[] }

export function BuildingList({ view, drawing, tints }: BuildingProps) {
  const t = useText(gridsText)
  const { grids, of } = drawing.draft
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, building: string) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey) return
    const digit = /^\d$/.test(event.key) ? Number(event.key) : undefined
    const grid = digit ? grids[digit - 1]?.key : null
    const row = event.currentTarget
    const next =
      event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : null
    if (next instanceof HTMLElement) next.focus()
    else if (digit === undefined || grid === undefined || !view.mayChange) return
    else drawing.giveTo(building, grid)
    event.preventDefault()
  }
  return (
    <>
      {view.mayChange && <p className="grids-target">{t.buildingKeys}</p>}
      <table className="grid-table grids-houses">
        <thead>
          <tr>
            <th>{t.building}</th>
            <th className="num">{t.householdsHead}</th>
            <th>{t.inGrid}</th>
          </tr>
        </thead>
        <tbody>
          {view.buildings.map(({ id, name, groupName, households }) => {
            const at = grids.findIndex(({ key }) => key === of.get(id))
            return (
              <tr key={id} tabIndex={0} onKeyDown={(event) => onKey(event, id)}>
                <td>{groupName ? `${groupName} ${name}` : name}</td>
                <td className="num">{households}</td>
                <td>
                  <span className={`grids-dot ${at < 0 ? '' : `map-tint-${tints[at] ?? 1}`}`}>
                    {at < 0 ? '–' : at + 1}
                  </span>
                  <select
                    className="select"
                    aria-label={`${name} ${t.inGrid}`}
                    value={of.get(id) ?? ''}
                    disabled={!view.mayChange}
                    onChange={({ target }) => drawing.giveTo(id, target.value || null)}
                  >
                    <option value="">{t.none}</option>
                    {grids.map((grid) => (
                      <option key={grid.key} value={grid.key}>
                        {grid.name}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
