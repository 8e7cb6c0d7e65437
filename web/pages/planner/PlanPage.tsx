/**
 * A plan: while it is solved how far it is; then the proposal beside today’s, changed by hand, applied or dropped. What cannot
 * be says why, and what would make it possible is a button.
 */
import { Link } from '@tanstack/react-router'
import { readPlan, type PlanView } from '#contracts/planner.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useParam } from '#web/platform/route.ts'
import { plannerText } from '#web/texts/planner.ts'
import { GridsPane } from './GridsPane.tsx'
import { PairsPane } from './PairsPane.tsx'
import { isBusy, TONES, wishOf } from './PlanList.tsx'
import { SolverPanel } from './SolverPanel.tsx'
import './planner.css'

const WATCH_MS = 1_000

export function PlanPage() {
  const t = useText(plannerText)
  return (
    <Allowed right="plans.make" title={t.title}>
      <Plan />
    </Allowed>
  )
}

function Plan() {
  const id = useParam('id')
  const first = useEndpoint(readPlan, { params: { id } })
  const busy = first.data !== undefined && isBusy(first.data.status)
  const query = useEndpoint(readPlan, { params: { id } }, busy ? { refetchInterval: WATCH_MS } : {})
  return <Loaded query={query}>{(plan) => <Known plan={plan} />}</Loaded>
}

function Known({ plan }: { plan: PlanView }) {
  const t = useText(plannerText)
  const { place, status } = plan
  return (
    <Page
      whole
      title={`${place.name} · ${wishOf(plan, t)}`}
      note={<Pill tone={TONES[status]}>{t.status[status]}</Pill>}
      tools={
        <Link to="/planner" search={{ placeId: place.id }} className="link plan-back">
          <Icon name="back" size={16} /> {t.back}
        </Link>
      }
    >
      {plan.grids ? (
        <GridsPane key={plan.seq} plan={plan} view={plan.grids} />
      ) : plan.pairings ? (
        <PairsPane key={plan.seq} plan={plan} view={plan.pairings} />
      ) : (
        <div className="plan-alone">
          <SolverPanel plan={plan} />
        </div>
      )}
    </Page>
  )
}
