/**
 * Members of one's own area: both counts, the list with what to look at, and who can do what when. Names stay masked; who
 * opens one gives a reason. Source: docs/capabilities/members.md.
 */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { countMembers } from '#contracts/members.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { Seg } from '#web/components/desk/Seg.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe, useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { membersText } from '#web/texts/members.ts'
import { AddMemberSheet } from './AddMemberSheet.tsx'
import { ByPlace } from './ByPlace.tsx'
import { Figures } from './Figures.tsx'
import { Roll } from './Roll.tsx'
import { Willing } from './Willing.tsx'
import './desk-members.css'

export function MembersPage() {
  const t = useText(membersText)
  return (
    <Allowed right="members.view" title={t.title}>
      <Members />
    </Allowed>
  )
}

const TABS = ['roll', 'places', 'willing'] as const
type Tab = (typeof TABS)[number]

function Members() {
  const t = useText(membersText)
  const navigate = useNavigate()
  const { data: me } = useMe()
  const placeId = useSearchWord('placeId') ?? me?.capacities[0]?.placeId ?? ''
  const manages = useRight('members.manage')
  const [tab, setTab] = useState<Tab>('roll')
  const [adding, add] = useState(false)
  const counts = useEndpoint(countMembers, { query: { placeId } }, { enabled: placeId !== '', keepLast: true })
  const show = (id: string | undefined) => void navigate({ to: '/members', search: id ? { placeId: id } : {} })
  return (
    <Page
      title={t.title}
      note={counts.data?.placeName}
      tools={
        <>
          <div className="dm-place">
            <PlacePick label={t.place} hideLabel value={undefined} onChange={(place) => show(place?.id)} />
          </div>
          {placeId && <ExportButton kind="members" query={{ placeId }} />}
          {manages && (
            <Button kind="accent" icon="plus" onClick={() => add(true)}>
              {t.add}
            </Button>
          )}
        </>
      }
    >
      {counts.error?.code === 'not_found' ? (
        <Empty mood="quiet" icon="lock" title={t.notYours} />
      ) : (
        <Loaded query={counts}>
          {(data) => (
            <>
              <Figures counts={data} />
              <div className="dm-tabs">
                <Seg
                  label={t.tabsLabel}
                  panel="dm-panel"
                  value={tab}
                  onChange={setTab}
                  options={TABS.map((value) => ({ value, words: t.tabs[value] }))}
                />
              </div>
              <div id="dm-panel" role="tabpanel" aria-label={t.tabs[tab]}>
                {tab === 'roll' && <Roll key={placeId} placeId={placeId} waiting={data.waiting} />}
                {tab === 'places' && <ByPlace counts={data} onShow={show} />}
                {tab === 'willing' && <Willing placeId={placeId} />}
              </div>
            </>
          )}
        </Loaded>
      )}
      {adding && <AddMemberSheet onClose={() => add(false)} />}
    </Page>
  )
}
