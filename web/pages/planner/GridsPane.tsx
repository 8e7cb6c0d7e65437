/**
 * Proposed grids on the map, today’s behind a switch, and in a table: households against the mean, what is in pieces, what
 * changes. A building that is tapped is given to another grid; what that comes to is worked out at once.
 */
import { useCallback, useMemo, useState } from 'react'
import { gridFigures } from '#contracts/planner-figures.ts'
import type { PlanView } from '#contracts/planner.ts'
import { mapShapes, type MapShape } from '#contracts/places.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PlaceMap, type Paint } from '#web/components/PlaceMap.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { plannerText } from '#web/texts/planner.ts'
import { ApplyButton } from './ApplySheet.tsx'
import { GridsTable } from './GridsTable.tsx'
import { MoveSheet } from './MoveSheet.tsx'
import { Figure } from './ShareBoard.tsx'
import { SolverPanel } from './SolverPanel.tsx'
import { tintOf } from './tints.ts'

type GridsOfPlan = NonNullable<PlanView['grids']>
type Side = 'grid' | 'today'

export function GridsPane({ plan, view }: { plan: PlanView; view: GridsOfPlan }) {
  const t = useText(plannerText)
  const [side, setSide] = useState<Side>('grid')
  const [picked, pick] = useState<string>()
  const { proposal, figures, today } = view
  const ground = useEndpoint(mapShapes, { params: { id: plan.place.id } })
  const shapes = useMemo(() => (ground.data?.shapes ?? []).filter(({ kind }) => kind !== 'grid'), [ground.data])
  const tints = useMemo(() => tintsOf(proposal, side), [proposal, side])
  const paint = useCallback(({ placeId }: MapShape) => (placeId ? tints.get(placeId) : undefined), [tints])
  const mayEdit = plan.allowedActions.includes('edit')
  const unit = proposal.units.find(({ id }) => id === picked)
  const shown = side === 'grid' ? figures : today
  const isBroken = figures.grids.some(({ pieces }) => pieces > 1)
  return (
    <div className="plan-work">
      <div className="plan-map">
        <Loaded query={ground}>
          {({ bounds }) => (
            <PlaceMap
              shapes={shapes}
              bounds={bounds}
              height="100%"
              label={t.mapOf(plan.place.name)}
              paint={paint}
              {...(mayEdit && side === 'grid' && { onPlace: pick })}
            >
              <div className="plan-look">
                <Segments
                  label={t.look}
                  value={side}
                  onChange={setSide}
                  segments={[
                    { value: 'grid', label: t.proposal },
                    { value: 'today', label: t.today },
                  ]}
                />
                {mayEdit && side === 'grid' && <small>{t.clickHint}</small>}
              </div>
            </PlaceMap>
          )}
        </Loaded>
      </div>
      <aside className="plan-side">
        <SolverPanel plan={plan} />
        <Panel title={side === 'grid' ? t.proposal : t.today} note={t.mean(shown.mean)}>
          <dl className="plan-figures">
            <Figure name={t.spread} value={t.spreadOf(shown.spread)} />
            <Figure name={t.walk} value={t.metres(shown.metres)} />
            {side === 'grid' && (
              <Figure
                name={t.moves}
                value={
                  figures.movedUnits === 0 ? t.movesNone : t.movesSome(figures.movedUnits, figures.movedHouseholds)
                }
              />
            )}
          </dl>
          <GridsTable plan={plan} proposal={proposal} figures={shown} side={side} />
          {shown.inNone > 0 && <p className="plan-hint">{t.inNone(shown.inNone)}</p>}
        </Panel>
        <ApplyButton plan={plan} blocked={isBroken && t.blocked} />
      </aside>
      {unit && <MoveSheet plan={plan} proposal={proposal} unit={unit} onClose={() => pick(undefined)} />}
    </div>
  )
}

function tintsOf({ grids, units }: GridsOfPlan['proposal'], side: Side): Map<string, Paint> {
  const keys = keysOf({ grids, units }, side)
  return new Map(
    units.flatMap((unit) => {
      const at = keys.indexOf(unit[side] ?? '')
      const changes = side === 'grid' && unit.today !== null && unit.today !== unit.grid
      return at < 0 ? [] : [[unit.id, { tint: tintOf(at), ...(changes && { mark: 'due' as const }) }]]
    }),
  )
}

/** The grids of a side, in one order for map and table. */
const keysOf = ({ grids, units }: Pick<GridsOfPlan['proposal'], 'grids' | 'units'>, side: Side): string[] =>
  gridFigures({ grids, units, links: [] }, side).grids.map(({ key }) => key)
