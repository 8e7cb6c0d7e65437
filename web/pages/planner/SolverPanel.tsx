/** How the solver stands: running, done and how good, or why not and what would relax it; and what can be done with the plan. */
import { useNavigate } from '@tanstack/react-router'
import { createPlan, dropPlan, type PlanView, type PlanWish } from '#contracts/planner.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plannerText } from '#web/texts/planner.ts'
import { isBusy } from './PlanList.tsx'

export function SolverPanel({ plan }: { plan: PlanView }) {
  const t = useText(plannerText)
  return (
    <Panel title={isBusy(plan.status) ? t.status[plan.status] : t.answer} className="plan-solver">
      <Standing plan={plan} />
      {plan.failure && <Failure plan={plan} failure={plan.failure} />}
      <Ways plan={plan} />
    </Panel>
  )
}

function Standing({ plan: { status, progress, solver } }: { plan: PlanView }) {
  const t = useText(plannerText)
  if (isBusy(status))
    return (
      <p className="plan-says" role="status">
        <span className="btn-spin" aria-hidden="true" />
        <span>
          {status === 'waiting' ? t.waiting : t.solving(progress?.seconds ?? 0)}
          <small>{typeof progress?.gap === 'number' ? t.best(progress.gap) : t.canLeave}</small>
        </span>
      </p>
    )
  if (!solver) return null
  const { optimal, gap, edited, seconds, rounds } = solver
  const words = edited ? t.edited : optimal ? t.optimal : gap === null ? t.unknown : t.gapped(gap)
  return (
    <p className="plan-says" data-optimal={optimal && !edited}>
      <Icon name={edited ? 'pencil' : optimal ? 'check-circle' : 'clock'} size={20} />
      <span>
        {words}
        <small>{t.took(seconds, rounds)}</small>
      </span>
    </p>
  )
}

function Failure({ plan, failure }: { plan: PlanView; failure: NonNullable<PlanView['failure']> }) {
  const t = useText(plannerText)
  const again = useAgain(plan)
  return (
    <>
      <h3 className="sec">{t.why}</h3>
      <ul className="plan-why">
        {failure.reasons.map(({ code, facts }, at) => (
          <li key={at}>
            <Icon name="alert" size={18} /> <span>{t.reasons[code](facts)}</span>
          </li>
        ))}
      </ul>
      {failure.relaxations.length > 0 && <h3 className="sec">{t.relax}</h3>}
      <ul className="plan-relax">
        {failure.relaxations.map(({ code, facts, wanted }) => (
          <li key={code}>
            <span>{t.relaxations[code](facts)}</span>
            {wanted && (
              <Button size="small" kind="soft" busy={again.busy && t.starting} onClick={() => again.start(wanted)}>
                {t.tryIt}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(plan.grids ?? plan.pairings) && <p className="plan-hint">{t.closest}</p>}
    </>
  )
}

function useAgain(plan: PlanView) {
  const navigate = useNavigate()
  const make = useCommand(createPlan, { onDone: ({ id }) => void navigate({ to: '/planner/$id', params: { id } }) })
  const start = (wanted: PlanWish) => make.send({ body: { placeId: plan.place.id, wanted } })
  return { start, busy: make.busy, error: make.error }
}

/** Stopping, dropping, working it out again; applying has a sheet of its own. */
function Ways({ plan }: { plan: PlanView }) {
  const t = useText(plannerText)
  const say = useProblem()
  const again = useAgain(plan)
  const drop = useCommand(dropPlan, { onDone: () => toast(t.dropped) })
  const may = (action: PlanView['allowedActions'][number]) => plan.allowedActions.includes(action)
  const problem = drop.error ?? again.error
  return (
    <>
      {problem && <p role="alert">{say(problem)}</p>}
      <Answers>
        {may('drop') && (
          <Button size="small" busy={drop.busy && t.saving} onClick={() => drop.send({ params: { id: plan.id } })}>
            {isBusy(plan.status) ? t.stop : t.drop}
          </Button>
        )}
        {may('again') && (
          <Button size="small" icon="refresh" busy={again.busy && t.starting} onClick={() => again.start(plan.wanted)}>
            {t.again}
          </Button>
        )}
      </Answers>
    </>
  )
}
