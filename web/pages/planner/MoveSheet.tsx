/** Giving a building to another grid: each grid with the households it would have, and whether it stays in one piece. */
import { useState } from 'react'
import { gridFigures } from '#contracts/planner-figures.ts'
import { editPlan, type GridPlanProposal, type PlanUnit, type PlanView } from '#contracts/planner.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plannerText } from '#web/texts/planner.ts'

type Props = { plan: PlanView; proposal: GridPlanProposal; unit: PlanUnit; onClose: () => void }

export function MoveSheet({ plan, proposal, unit, onClose }: Props) {
  const t = useText(plannerText)
  const say = useProblem()
  const [key, setKey] = useState(unit.grid)
  const save = useCommand(editPlan, { onDone: onClose })
  const units = proposal.units.map((one) => (one.id === unit.id ? { ...one, grid: key } : one))
  const after = gridFigures({ ...proposal, units }, 'grid')
  const broken = after.grids.find(({ pieces }) => pieces > 1)
  const chosen = after.grids.find((grid) => grid.key === key)
  const [shown = chosen] = broken ? [broken] : []
  const todays = proposal.grids.find((grid) => grid.key === unit.today)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.changeTitle(unit.name)}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={key === unit.grid && t.change}
          onClick={() =>
            save.send({ params: { id: plan.id }, body: { seq: plan.seq, moves: [{ unitId: unit.id, key }] } })
          }
        >
          {t.save}
        </Button>
      }
    >
      <Choice
        label={t.change}
        value={key}
        onChange={setKey}
        options={proposal.grids.map((grid) => ({ value: grid.key, label: grid.name }))}
        error={save.error ? say(save.error) : undefined}
        {...(todays && { hint: t.wasIn(todays.name) })}
      />
      {shown && chosen && (
        <p className="sheet-text" data-broken={Boolean(broken)}>
          {nameOf(proposal, shown.key)} {broken ? t.would2(shown.households, shown.pieces) : t.would(chosen.households)}
        </p>
      )}
    </Sheet>
  )
}

const nameOf = ({ grids }: GridPlanProposal, key: string) => grids.find((grid) => grid.key === key)?.name ?? ''
