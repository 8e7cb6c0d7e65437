/**
 * 附近办好的: what was done around home, the pictures of before and after first, with how much it was in the week and the month,
 * by kind; and what is in hand. Public, so without names and doors.
 */
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
import { NearbySums } from './NearbySums.tsx'
import { RequestLine } from './RequestLine.tsx'
import { ResultCard } from './ResultCard.tsx'
import './lists.css'

export function NearbyPage() {
  const t = useText(mineText)
  const [show, setShow] = useState<'solved' | 'open'>('solved')
  const [category, setCategory] = useState('')
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
        {show === 'solved' && <NearbySums chosen={category} onChoose={setCategory} />}
        <Around
          key={`${show} ${category}`}
          solved={show === 'solved'}
          {...(show === 'solved' && category && { categoryCode: category })}
        />
      </div>
    </AppFrame>
  )
}

/** One page of the list; the next one stands under it once asked for. */
type AroundProps = { solved: boolean; categoryCode?: string; after?: string }
function Around({ solved, categoryCode, after }: AroundProps) {
  const t = useText(mineText)
  const query = useEndpoint(listNearby, {
    query: { solved, ...(categoryCode && { categoryCode }), ...(after && { after }) },
  })
  const [more, setMore] = useState(false)
  return (
    <Loaded query={query} skeleton={<SkeletonCards count={3} {...(solved && { picture: 168 })} />}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && (
            <Empty
              mood="quiet"
              icon="image"
              title={categoryCode ? t.done.noneOfKind : solved ? t.nothingSolved : t.nothingOpen}
            />
          )}
          {rows.length > 0 && solved && (
            <ul className="list-results">
              {rows.map((request) => (
                <li key={request.id}>
                  <ResultCard request={request} tall />
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
          {next && more && <Around solved={solved} after={next} {...(categoryCode && { categoryCode })} />}
          {!next && rows.length > 0 && <p className="list-note list-last">{t.nearbyNote}</p>}
        </>
      )}
    </Loaded>
  )
}
