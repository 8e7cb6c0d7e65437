/** In place of the map while nobody has drawn the buildings: a tile for each, tapped into the chosen grid as on the map. */
import type { GridsView } from '#contracts/grids.ts'
import { Button } from '#web/components/Button.tsx'
import { useText } from '#web/platform/i18n.ts'
import { gridsText } from '#web/texts/grids.ts'
import type { Tint } from './tint.ts'
import type { DraftDrawing } from './use-draft.ts'
import './board.css'

type BoardProps = { view: GridsView; drawing: DraftDrawing; tints: readonly Tint[] }

export function HouseBoard({ view, drawing, tints }: BoardProps) {
  const t = useText(gridsText)
  const { grids, of } = drawing.draft
  const loose = view.buildings.map(({ id }) => id).filter((id) => !of.has(id))
  return (
    <div className="grids-board">
      <header>
        <p className="grids-target">{t.noMap}</p>
        {view.mayChange && loose.length > 0 && (
          <Button kind="paper" size="small" onClick={() => drawing.give(loose)}>
            {t.giveRest(loose.length)}
          </Button>
        )}
      </header>
      <ul>
        {view.buildings.map(({ id, name, groupName, households }) => {
          const at = grids.findIndex(({ key }) => key === of.get(id))
          return (
            <li key={id}>
              <button
                type="button"
                className={at < 0 ? '' : `map-tint-${tints[at] ?? 1}`}
                aria-pressed={at >= 0}
                aria-disabled={!view.mayChange}
                onClick={() => view.mayChange && drawing.give([id])}
              >
                <b>{groupName ? `${groupName} ${name}` : name}</b>
                <span>{t.households(households)}</span>
                <em>{at < 0 ? '–' : grids[at]?.name}</em>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
