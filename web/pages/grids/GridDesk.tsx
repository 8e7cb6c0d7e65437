/** Map and list of one level side by side; both draw the same draft. */
import { useMemo, useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { lookOverGrids, type GridsView } from '#contracts/grids.ts'
import type { mapShapes } from '#contracts/places.ts'
import { Empty } from '#web/components/Empty.tsx'
import { MapEditor } from '#web/components/desk/MapEditor.tsx'
import { Seg } from '#web/components/desk/Seg.tsx'
import type { EditorArea, MapTool } from '#web/components/desk/use-drawing.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { gridsText } from '#web/texts/grids.ts'
import { BuildingList } from './BuildingList.tsx'
import { membersOf } from './draft.ts'
import { GridHistory } from './GridHistory.tsx'
import { GridList } from './GridList.tsx'
import { GridReport } from './GridReport.tsx'
import { HouseBoard } from './HouseBoard.tsx'
import { Remarks } from './Remarks.tsx'
import { SaveSheet } from './SaveSheet.tsx'
import { tintsOf } from './tint.ts'
import { Tools } from './Tools.tsx'
import { useDraft } from './use-draft.ts'
import { useLater } from './use-later.ts'

export type Tab = 'grids' | 'buildings' | 'history' | 'report'
const TABS: readonly Tab[] = ['grids', 'buildings', 'history', 'report']
const PANEL = 'grids-panel'

type DeskProps = {
  view: GridsView
  ground: ReplyOf<typeof mapShapes>
  tab: Tab
  onTab: (tab: Tab) => void
  onDay: (day: string | undefined) => void
}

export function GridDesk({ view, ground, tab, onTab, onDay }: DeskProps) {
  const t = useText(gridsText)
  const drawing = useDraft(view)
  const { draft, active } = drawing
  const [tool, setTool] = useState<MapTool>('choose')
  const [saving, save] = useState(false)
  const body = useLater(
    useMemo(
      () => ({
        gridLevel: view.gridLevel,
        grids: draft.grids.map((grid) => ({
          buildingIds: membersOf(draft, grid.key),
          ...(grid.outline !== undefined && { outline: grid.outline }),
        })),
      }),
      [draft, view.gridLevel],
    ),
  )
  const looked = useEndpoint(
    lookOverGrids,
    { params: { scopeId: view.scope.id }, body: body.value },
    { keepLast: true, enabled: draft.grids.length > 0 },
  )
  // While the server works out the next borders, those of the last draft stand for the same grids.
  const outlines = looked.data?.grids.length === draft.grids.length ? looked.data.grids : undefined
  const drawn = useMemo(
    () => draft.grids.map(({ outline }, at) => (outline !== undefined ? outline : (outlines?.[at]?.outline ?? null))),
    [draft, outlines],
  )
  const tints = useMemo(() => tintsOf(drawn), [drawn])
  const areas = useMemo(
    () =>
      draft.grids.map(({ key, name }, at): EditorArea => ({
        key,
        name,
        tint: tints[at] ?? 1,
        outline: drawn[at] ?? null,
      })),
    [draft, drawn, tints],
  )
  const loose = useMemo(
    () => new Set(view.buildings.filter(({ id }) => !draft.of.has(id)).map(({ id }) => id)),
    [view, draft],
  )
  const isDrawn = ground.shapes.some(({ kind }) => kind === 'building' || (view.gridLevel === 1 && kind === 'compound'))
  if (view.buildings.length === 0) return <Empty mood="quiet" icon="building" title={t.noBuildings} />

  return (
    <div className="grids">
      <div className="grids-map">
        {isDrawn ? (
          <MapEditor
            shapes={ground.shapes}
            bounds={ground.bounds}
            label={t.mapLabel(view.scope.name)}
            areas={areas}
            active={active}
            tool={view.mayChange ? tool : 'choose'}
            loose={loose}
            holes={looked.data?.holes.map(({ outline }) => outline) ?? []}
            {...(view.mayChange && {
              onHouses: drawing.give,
              onLine: drawing.cut,
              onBorders: drawing.drawBorders,
              onDrawn: drawing.drawActive,
            })}
          >
            {view.mayChange && <Tools tool={tool} onTool={setTool} drawing={drawing} />}
          </MapEditor>
        ) : (
          <HouseBoard {...{ view, drawing, tints }} />
        )}
      </div>
      <aside className="grids-side">
        <Seg
          label={t.tabsLabel}
          value={tab}
          onChange={onTab}
          panel={PANEL}
          options={TABS.map((value) => ({ value, words: t.tabs[value] }))}
        />
        <div id={PANEL} role="tabpanel" className="grids-panel" aria-label={t.tabs[tab]}>
          {tab === 'grids' && <GridList {...{ view, drawing, tints }} looked={outlines} />}
          {tab === 'buildings' && <BuildingList {...{ view, drawing, tints }} />}
          {tab === 'history' && <GridHistory view={view} onDay={onDay} />}
          {tab === 'report' && <GridReport view={view} />}
        </div>
        {view.mayChange && (
          <Remarks view={view} drawing={drawing} looked={looked.data} loose={loose.size} onSave={() => save(true)} />
        )}
        {!view.mayChange && view.on === view.today && <p className="grids-note">{t.mayNot}</p>}
      </aside>
      {saving && <SaveSheet view={view} draft={draft} holes={looked.data?.holes ?? []} onClose={() => save(false)} />}
    </div>
  )
}
