/** What is still to be seen to before saving, and the button. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { GridsView, lookOverGrids } from '#contracts/grids.ts'
import { Button } from '#web/components/Button.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { gridsText } from '#web/texts/grids.ts'
import { isChanged } from './draft.ts'
import type { DraftDrawing } from './use-draft.ts'

type RemarksProps = {
  view: GridsView
  drawing: DraftDrawing
  looked: ReplyOf<typeof lookOverGrids> | undefined
  loose: number
  onSave: () => void
}

export function Remarks({ drawing, looked, loose, onSave }: RemarksProps) {
  const t = useText(gridsText)
  const { draft, differences } = drawing
  const nameAt = (at: number) => draft.grids[at]?.name ?? ''
  const hole = looked?.holes.reduce((sum, { areaM2 }) => sum + areaM2, 0) ?? 0
  const remarks = [
    ...(loose > 0 && draft.grids.length > 0 ? [t.loose(loose)] : []),
    ...(looked?.overlaps ?? []).map(({ first, second }) => t.overlap(nameAt(first), nameAt(second))),
    ...(hole > 0 ? [t.hole(hole.toLocaleString())] : []),
    ...(looked && looked.outside.length > 0 ? [t.outside(looked.outside.length)] : []),
  ]
  const changed = isChanged(differences)
  return (
    <footer className="grids-foot">
      <ul aria-live="polite">
        {remarks.map((words) => (
          <li key={words}>
            <Icon name="info" size={16} />
            {words}
          </li>
        ))}
        {remarks.length === 0 && draft.grids.length > 0 && (
          <li data-good="true">
            <Icon name="check-circle" size={16} />
            {t.allPlaced}
          </li>
        )}
      </ul>
      <div>
        <Button
          kind="accent"
          blocked={(!changed && t.nothing) || (loose > 0 && draft.grids.length > 0 && t.mustPlace)}
          onClick={onSave}
        >
          {t.save}
        </Button>
        {changed && (
          <Button kind="quiet" size="small" onClick={drawing.reset}>
            {t.reset}
          </Button>
        )}
      </div>
    </footer>
  )
}
