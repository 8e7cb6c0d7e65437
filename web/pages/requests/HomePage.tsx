/**
 * 首页: what waits for me first, then the ways to say something, then what was done around me. In large print fewer things:
 * one question, three big ways, and below them the rest.
 */
import { home } from '#contracts/requests.ts'
import type { Reply } from '#web/platform/api.ts'
import { AppFrame, IconButton } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card, SectionHead } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PhoneTabs } from '#web/components/PhoneTabs.tsx'
import { Row } from '#web/components/Row.tsx'
import { SkeletonCards } from '#web/components/Skeleton.tsx'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSettings } from '#web/platform/settings.ts'
import { PrintSize } from '#web/pages/accounts/PrintSize.tsx'
import { homeText } from '#web/texts/home.ts'
import { RequestLine } from './RequestLine.tsx'
import { ResultCard } from './ResultCard.tsx'
import { WaitingList } from './WaitingList.tsx'
import { WaysIn } from './WaysIn.tsx'
import './HomePage.css'

const Drafts = lazy(() => import('./Drafts.tsx').then((module) => ({ default: module.Drafts })))

export function HomePage() {
  const t = useText(homeText)
  const { history } = useRouter()
  const { data: me } = useMe()
  const query = useEndpoint(home, {}, { topics: ['requests', 'notices'] })
  const large = useSettings().print > 0
  const unread = query.data?.unread ?? 0
  return (
    <AppFrame
      title={me?.home?.compoundName ?? me?.tenant.name ?? ''}
      header="top"
      end={
        <>
          <PrintSize />
          {(!large || unread > 0) && (
            <IconButton
              name="bell"
              label={unread > 0 ? t.newNotices(unread) : t.notices}
              dot={unread > 0}
              onClick={() => history.push('/notices')}
            />
          )}
        </>
      }
      bottom={<PhoneTabs />}
    >
      <Loaded query={query} skeleton={<SkeletonCards count={1} picture={118} />}>
        {({ waiting, waitingTotal }) => <WaitingList waiting={waiting} total={waitingTotal} />}
      </Loaded>
      <WaysIn hotline={me?.tenant.hotline} />
      <Suspense>
        <Drafts />
      </Suspense>
      {query.data && <Nearby {...query.data} />}
      {me?.home && (
        <Card className="home-building">
          <Row icon="building" title={t.building} note={t.buildingNote} to="/building" />
        </Card>
      )}
      {me?.rights.includes('requests.work') && (
        <p className="home-desk">
          <Button kind="quiet" icon="list" href="/console">
            {t.desk}
          </Button>
        </p>
      )}
    </AppFrame>
  )
}

function Nearby({ nearby, nearbyWeekCount }: Pick<Reply<typeof home>, 'nearby' | 'nearbyWeekCount'>) {
  const t = useText(homeText)
  const pictured = nearby.filter(({ before, after }) => before && after)
  return (
    <>
      <SectionHead title={t.nearby} note={nearbyWeekCount > 0 && t.week(nearbyWeekCount)} to="/nearby" />
      {nearby.length === 0 && <Empty mood="quiet" icon="image" title={t.nothingNearby} note={t.nothingNearbyNote} />}
      {pictured.length > 0 && (
        <ul className="results" tabIndex={0} aria-label={t.nearby}>
          {pictured.map((request) => (
            <li key={request.id}>
              <ResultCard request={request} />
            </li>
          ))}
        </ul>
      )}
      {nearby.length > 0 && pictured.length === 0 && (
        <Card>
          {nearby.map((request) => (
            <RequestLine key={request.id} request={request} />
          ))}
        </Card>
      )}
    </>
  )
}
