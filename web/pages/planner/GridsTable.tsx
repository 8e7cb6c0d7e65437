/** The grids of a proposal or of today: households, how far off the mean, whether whole; names are changed here. */
import { useState } from 'react'
import { editPlan, type GridFigures, type GridPlanProposal, type PlanView } from '#contracts/planner.ts'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plannerText } from '#web/texts/planner.ts'
import { tintOf } from './tints.ts'

type Props = { plan: PlanView; proposal: GridPlanProposal; figures: GridFigures; side: 'grid' | 'today' }

export function GridsTable({ plan, proposal, figures, side }: Props) {
  const t = useText(plannerText)
  const [named, name] = useState<string>()
  const mayEdit = side === 'grid' && plan.allowedActions.includes('edit')
  const nameOf = (key: string) => proposal.grids.find((grid) => grid.key === key)
  return (
    <>
      <table className="grid-table plan-table">
        <thead>
          <tr>
            <th scope="col">{t.grid}</th>
            <th scope="col" className="num">
              {plan.wanted.grids?.level === 1 ? t.compounds : t.unitsAll}
            </th>
            <th scope="col" className="num">
              {t.households}
            </th>
            <th scope="col" className="num">
              {t.off}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.grids.map(({ key, units, households, pieces }, at) => (
            <tr key={key}>
              <td>
                <span className={`plan-dot plan-tint-${tintOf(at)}`} />
                {nameOf(key)?.name ?? `${t.grid} ${at + 1}`}
                {nameOf(key)?.isNew && side === 'grid' && <small>{t.isNew}</small>}
                {pieces > 1 && <small className="plan-off">{t.pieces(pieces)}</small>}
                {mayEdit && (
                  <button
                    type="button"
                    className="tb"
                    aria-label={`${t.rename} ${nameOf(key)?.name ?? ''}`}
                    onClick={() => name(key)}
                  >
                    <Icon name="pencil" size={14} />
                  </button>
                )}
              </td>
              <td className="num">{units}</td>
              <td className="num">{households}</td>
              <td className="num">{signed(households - figures.mean)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {named && (
        <NameSheet plan={plan} gridKey={named} first={nameOf(named)?.name ?? ''} onClose={() => name(undefined)} />
      )}
    </>
  )
}

const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0')

type NameProps = { plan: PlanView; gridKey: string; first: string; onClose: () => void }

function NameSheet({ plan, gridKey, first, onClose }: NameProps) {
  const t = useText(plannerText)
  const say = useProblem()
  const [name, setName] = useState(first)
  const save = useCommand(editPlan, { onDone: onClose })
  const body = { seq: plan.seq, names: [{ key: gridKey, name: name.trim() }] }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.rename}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={!name.trim() && t.name}
          onClick={() => save.send({ params: { id: plan.id }, body })}
        >
          {t.save}
        </Button>
      }
    >
      <TextField
        label={t.name}
        value={name}
        onChange={setName}
        maxLength={40}
        error={save.error ? say(save.error) : undefined}
      />
    </Sheet>
  )
}
