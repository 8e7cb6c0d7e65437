/** 身边的事: what was done around home, with before and after, and what is in hand. Public, so without names and doors. */
import { useState } from 'react'
import { listNearby } from '#contracts/requests.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { SkeletonCards } from '#web/components/Skeleton.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { mineText } from '#web/texts/mine.ts'
import { RequestLine } from './RequestLine.tsx'
import { ResultCard } from './ResultCard.tsx'
import './lists.css'

export function NearbyPage() {
  const t = useText(mineText)
  const [show, setShow] = useState<'solved' | 'open'>('solved')
  return (
    <AppFrame title={t.nearby}>
      <Segments
        label={t.which}
        value={show}
        onChange={setShow}
        segments={[
          { value: 'solved', label: t.solved },
          { value: 'open', label: t.open },
        ]}
      />
      <div className="list">
        <Around key={show} solved={show === 'solved'} />
      </div>
    </AppFrame>
  )
}

/** One page of the list; the next one stands under it once asked for. */
function Around({ solved, after }: { solved: boolean; after?: string }) {
  const t = useText(mineText)
  const query = useEndpoint(listNearby, { query: { solved, ...(after && { after }) } })
  const [more, setMore] = useState(false)
  return (
    <Loaded query={query} skeleton={<SkeletonCards count={3} {...(solved && { picture: 98 })} />}>
      {({ rows, next, weekCount }) => (
        <>
          {!after && (
            <p className="list-note">
              {solved && weekCount > 0 && `${t.week(weekCount)}。`}
              {t.nearbyNote}
            </p>
          )}
          {rows.length === 0 && <Empty mood="quiet" icon="image" title={solved ? t.nothingSolved : t.nothingOpen} />}
          {rows.length > 0 && solved && (
            <ul className="list-results">
              {rows.map((request) => (
                <li key={request.id}>
                  <ResultCard request={request} />
                </li>
              ))}
            </ul>
          )}
          {rows.length > 0 && !solved && (
            <Card>
              {rows.map((request) => (
                <RequestLine key={request.id} request={request} placed />
              ))}
            </Card>
          )}
          {next && !more && (
            <Button kind="quiet" className="list-more" onClick={() => setMore(true)}>
              {t.more}
            </Button>
          )}
          {next && more && <Around solved={solved} after={next} />}
        </>
      )}
    </Loaded>
  )
}
