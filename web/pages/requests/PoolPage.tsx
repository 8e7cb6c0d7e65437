/**
 * 接单: for members, volunteers and everybody who may take something on. Whistles that call me stand first, urgent calls
 * next, then what is near. The map and the list show the same things under the same numbers.
 */
import { useState } from 'react'
import { listPool } from '#contracts/requests.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PhoneTabs } from '#web/components/PhoneTabs.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { usePosition } from '#web/platform/position.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { poolText } from '#web/texts/pool.ts'
import { PoolCard } from './pool/PoolCard.tsx'
import { PoolMap } from './pool/PoolMap.tsx'
import { WhistleCard } from './pool/WhistleCard.tsx'
import { RequestLine } from './RequestLine.tsx'
import './pool/PoolPage.css'

type Pool = ReplyOf<typeof listPool>
type List = 'near' | 'whistles' | 'mine'

export function PoolPage() {
  const t = useText(poolText)
  const [list, setList] = useState<List>('near')
  const here = usePosition()
  const where = here.position && { lon: here.position.lon, lat: here.position.lat }
  const { data: me } = useMe()
  const mayClaim = me?.rights.includes('requests.claim') ?? false
  const query = useEndpoint(listPool, { query: where ?? {} }, { keepLast: true, enabled: mayClaim })
  const { offered = [], whistles = [], mine = [] } = query.data ?? {}
  if (me && !mayClaim) {
    return (
      <AppFrame header="top" title={t.title} bottom={<PhoneTabs />}>
        <Empty mood="quiet" icon="lock" title={t.notYours} note={t.notYoursNote} />
      </AppFrame>
    )
  }
  return (
    <AppFrame
      header="top"
      title={t.title}
      end={query.data && <span className="pool-solved">{t.solved(query.data.monthSolved, query.data.yearSolved)}</span>}
      bottom={<PhoneTabs />}
    >
      <div className="pool">
        <Segments<List>
          label={t.lists}
          value={list}
          onChange={setList}
          segments={[
            { value: 'near', label: t.near(offered.length) },
            { value: 'whistles', label: t.whistles(whistles.length) },
            { value: 'mine', label: t.mine(mine.length) },
          ]}
        />
        <Loaded query={query}>
          {(pool) =>
            list === 'near' ? (
              <Near pool={pool} here={here} />
            ) : list === 'whistles' ? (
              <Whistles pool={pool} />
            ) : (
              <Mine pool={pool} seeNear={() => setList('near')} />
            )
          }
        </Loaded>
      </div>
    </AppFrame>
  )
}

function Near({ pool, here }: { pool: Pool; here: ReturnType<typeof usePosition> }) {
  const t = useText(poolText)
  return (
    <>
      {pool.whistles
        .filter((whistle) => !whistle.here)
        .map((whistle) => (
          <WhistleCard key={`${whistle.id} ${whistle.calledName}`} whistle={whistle} />
        ))}
      {pool.offered.length === 0 ? (
        <Empty title={t.emptyNear} note={t.emptyNearNote} />
      ) : (
        <>
          <PoolMap offered={pool.offered} here={here} />
          {pool.offered.map((request, at) => (
            <PoolCard key={request.id} request={request} nth={at + 1} first={at === 0} />
          ))}
        </>
      )}
    </>
  )
}

function Whistles({ pool }: { pool: Pool }) {
  const t = useText(poolText)
  if (pool.whistles.length === 0) return <Empty mood="quiet" icon="whistle" title={t.emptyWhistles} />
  return pool.whistles.map((whistle) => <WhistleCard key={`${whistle.id} ${whistle.calledName}`} whistle={whistle} />)
}

function Mine({ pool, seeNear }: { pool: Pool; seeNear: () => void }) {
  const t = useText(poolText)
  if (pool.mine.length === 0)
    return (
      <Empty
        title={t.emptyMine}
        action={
          <Button kind="quiet" onClick={seeNear}>
            {t.seeNear}
          </Button>
        }
      />
    )
  return (
    <Card>
      {pool.mine.map((request) => (
        <RequestLine key={request.id} request={request} placed />
      ))}
    </Card>
  )
}
