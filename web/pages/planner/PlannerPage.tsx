/**
 * The planner: how households and members are spread today, and the plans of the place. A place comes in the address, or is
 * the one that the reader answers for.
 */
import { useState } from 'react'
import { fairShare } from '#contracts/pairings.ts'
import { PLAN_KINDS, type PlanKind } from '#contracts/planner.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Button } from '#web/components/Button.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { plannerText } from '#web/texts/planner.ts'
import { NewPlanSheet } from './NewPlanSheet.tsx'
import { PlanList } from './PlanList.tsx'
import { ShareBoard } from './ShareBoard.tsx'
import './planner.css'

export function PlannerPage() {
  const t = useText(plannerText)
  return (
    <Allowed right="plans.make" title={t.title}>
      <Planner />
    </Allowed>
  )
}

const KINDS: readonly string[] = PLAN_KINDS

function Planner() {
  const t = useText(plannerText)
  const { data: me } = useMe()
  const wantedPlace = useSearchWord('placeId')
  const wantedKind = useSearchWord('kind')
  const own = me?.capacities[0]
  const [picked, pick] = useState<PickedPlace | null>(null)
  const [kind, setKind] = useState<PlanKind | undefined>(
    KINDS.includes(wantedKind ?? '') ? (wantedKind as PlanKind) : undefined, // one of the list, just compared
  )
  const placeId = picked?.id ?? wantedPlace ?? own?.placeId
  const share = useEndpoint(
    fairShare,
    { query: { placeId: placeId ?? '' } },
    { enabled: placeId !== undefined, keepLast: true },
  )
  if (!placeId) return <Page title={t.title}>{null}</Page>
  return (
    <Page
      title={t.title}
      note={share.data?.place.name ?? t.note}
      tools={
        <>
          <PlacePick label={t.place} hideLabel value={picked ?? undefined} onChange={(place) => pick(place ?? null)} />
          <Button kind="accent" size="small" icon="plus" onClick={() => setKind('grids')}>
            {t.newPlan}
          </Button>
        </>
      }
    >
      <div className="plan-two">
        <Panel title={t.share} note={t.shareNote}>
          <Loaded query={share}>{(data) => <ShareBoard share={data} onBalance={() => setKind('pairings')} />}</Loaded>
        </Panel>
        <Panel title={t.plans} end={<ExportButton kind="plans" query={{ placeId }} />}>
          <PlanList placeId={placeId} />
        </Panel>
      </div>
      {kind && <NewPlanSheet key={placeId} placeId={placeId} kind={kind} onClose={() => setKind(undefined)} />}
    </Page>
  )
}
