/** What can be done with a place, by those who manage it: add inside it, many at once, correct, remove; and where its other pages are. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { PlaceLevel } from '#contracts/places.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Button } from '#web/components/Button.tsx'
import { Icon, type IconName } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { placesText } from '#web/texts/places.ts'
import { registerText } from '#web/texts/register.ts'
import { AddSheet } from './AddSheet.tsx'
import { BulkSheet } from './BulkSheet.tsx'
import { ChangeSheet } from './ChangeSheet.tsx'
import { levelsWithin } from './levels.ts'
import type { PlaceData } from './place-data.ts'
import { RemoveSheet } from './RemoveSheet.tsx'

type Doing = 'add' | 'bulk' | 'change' | 'remove'
/** Grids are cut within these, plans made for these. */
const GRIDDED: readonly PlaceLevel[] = ['compound', 'community']

type ToolsProps = { data: PlaceData; onShow: (id: string) => void; onRemoved: (parentId: string) => void }

export function PlaceTools({ data: { place, mayManage, line }, onShow, onRemoved }: ToolsProps) {
  const t = useText(placesText)
  const words = useText(registerText)
  const navigate = useNavigate()
  const mayImport = useRight('imports.run')
  const mayPlan = useRight('plans.make')
  const [doing, set] = useState<Doing>()
  const close = () => set(undefined)
  const isGridded = GRIDDED.includes(place.level)
  const takesBuildings = place.level === 'compound' || place.level === 'grid'
  const canAdd = mayManage && levelsWithin(place.level).length > 0
  return (
    <>
      {canAdd && (
        <Button kind="paper" icon="plus" onClick={() => set('add')}>
          {t.add}
        </Button>
      )}
      {mayManage && takesBuildings && (
        <Button kind="paper" icon="building" onClick={() => set('bulk')}>
          {words.bulk}
        </Button>
      )}
      {mayImport && takesBuildings && (
        <Button
          kind="paper"
          icon="upload"
          onClick={() => void navigate({ to: '/import', search: { kind: 'homes', placeId: place.id } })}
        >
          {words.import}
        </Button>
      )}
      {isGridded && (
        <Button kind="paper" icon="grid" to={`/register/${place.id}/grids`}>
          {words.grids}
        </Button>
      )}
      {mayPlan && isGridded && (
        <Button
          kind="paper"
          icon="split"
          onClick={() => void navigate({ to: '/planner', search: { kind: 'grids', placeId: place.id } })}
        >
          {words.planner}
        </Button>
      )}
      {mayManage && <Tool icon="pencil" words={t.change} onClick={() => set('change')} />}
      {mayManage && line.length > 0 && place.level !== 'grid' && (
        <Tool icon="trash" words={t.remove} onClick={() => set('remove')} />
      )}
      <ExportButton kind="register" query={{ parentId: place.id }} plain />
      <Tool icon="print" words={words.print} onClick={() => window.print()} />
      {doing === 'add' && <AddSheet parent={place} onClose={close} onAdded={onShow} />}
      {doing === 'bulk' && <BulkSheet place={place} onClose={close} />}
      {doing === 'change' && <ChangeSheet place={place} onClose={close} />}
      {doing === 'remove' && (
        <RemoveSheet place={place} onClose={close} onRemoved={() => onRemoved(line.at(-1)?.id ?? '')} />
      )}
    </>
  )
}

/** A small tool by its picture; its words are read aloud and stand on hover. */
const Tool = ({ icon, words, onClick }: { icon: IconName; words: string; onClick: () => void }) => (
  <button type="button" className="tb" aria-label={words} title={words} onClick={onClick}>
    <Icon name={icon} size={18} />
  </button>
)
