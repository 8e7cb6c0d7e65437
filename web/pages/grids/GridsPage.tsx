/**
 * The grids of a place: drawn on the map or given building by building, households counted while one draws, saved from a day on.
 * The level stands in the address (`?level=2`); a place that is not cut into grids has its own outline drawn here.
 */
import { useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { readGrids, type GridsView } from '#contracts/grids.ts'
import { mapShapes } from '#contracts/places.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Button } from '#web/components/Button.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useParam, useSearchWord } from '#web/platform/route.ts'
import { gridsText } from '#web/texts/grids.ts'
import { FilesSheet } from './FilesSheet.tsx'
import { GridDesk, type Tab } from './GridDesk.tsx'
import { OutlineDesk } from './OutlineDesk.tsx'
import './grids.css'

type Level = GridsView['gridLevel']
/** What each place is cut into; a level of grid stands for itself. */
const levelsOf = (level: string, gridLevel: number | null): Level[] =>
  level === 'community' ? [1] : level === 'compound' ? [2, 3] : gridLevel === 2 ? [3] : []

export function GridsPage() {
  const t = useText(gridsText)
  return (
    <Allowed right="registers.view" title={t.title}>
      <PlaceGrids key={useParam('placeId')} placeId={useParam('placeId')} />
    </Allowed>
  )
}

function PlaceGrids({ placeId }: { placeId: string }) {
  const t = useText(gridsText)
  const navigate = useNavigate()
  const asked = Number(useSearchWord('level') ?? 2)
  const outlineOnly = useSearchWord('draw') === 'outline'
  const [files, showFiles] = useState(false)
  const ground = useEndpoint(mapShapes, { params: { id: placeId } })
  const place = ground.data?.place
  const levels = place ? levelsOf(place.level, place.gridLevel) : []
  const level = levels.find((one) => one === asked) ?? levels[0]
  const to = (search: Record<string, unknown>) =>
    void navigate({ to: '/register/$placeId/grids', params: { placeId }, search })
  const drawsOutline = outlineOnly || (place && !level)

  return (
    <Page
      whole
      title={place ? (drawsOutline ? t.outlineOf(place.name) : t.of(place.name)) : t.title}
      note={
        <Link to="/register/$placeId" params={{ placeId }}>
          {t.back}
        </Link>
      }
      tools={
        <>
          {levels.length > 1 && !outlineOnly && level && (
            <Segments
              label={t.level}
              value={String(level)}
              onChange={(next) => to({ level: Number(next) })}
              segments={levels.map((one) => ({ value: String(one), label: t.levels[one] }))}
            />
          )}
          {place && levels.length > 0 && (
            <Button kind="paper" size="small" icon="pencil" onClick={() => to(outlineOnly ? {} : { draw: 'outline' })}>
              {outlineOnly ? t.title : t.drawCompound}
            </Button>
          )}
          {level && <ExportButton kind="grids" query={{ scopeId: placeId, level }} />}
          <Button kind="paper" size="small" icon="upload" onClick={() => showFiles(true)}>
            {t.files}
          </Button>
        </>
      }
    >
      <Loaded query={ground}>
        {(map) =>
          drawsOutline || !level ? (
            <OutlineDesk placeId={placeId} ground={map} />
          ) : (
            <LevelGrids key={level} placeId={placeId} level={level} ground={map} />
          )
        }
      </Loaded>
      {files && <FilesSheet placeId={placeId} onClose={() => showFiles(false)} />}
    </Page>
  )
}

function LevelGrids({ placeId, level, ground }: { placeId: string; level: Level; ground: ReplyOf<typeof mapShapes> }) {
  const [on, setOn] = useState<string>()
  // Kept while a saved draft makes way for the next one.
  const [tab, setTab] = useState<Tab>('grids')
  const grids = useEndpoint(
    readGrids,
    { params: { scopeId: placeId }, query: { level, ...(on && { on }) } },
    { keepLast: true },
  )
  return (
    <Loaded query={grids}>
      {(view) => (
        // What somebody else has saved meanwhile begins a new draft: the old one spoke of grids that are gone.
        <GridDesk key={stateOf(view)} view={view} ground={ground} tab={tab} onTab={setTab} onDay={setOn} />
      )}
    </Loaded>
  )
}

const stateOf = ({ on, grids }: GridsView) =>
  [on, ...grids.map(({ id, name, buildingIds }) => [id, name, ...buildingIds].join())].join('|')
