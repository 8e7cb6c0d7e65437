/**
 * One request as people meet it: what it looks like, who has it and by when, what each side says, how it went, and the one
 * or two things that can be done now. Live: a step by somebody else redraws it while one looks.
 */
import { useState } from 'react'
import { viewRequest, type RequestView } from '#contracts/requests.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PhotoGrid, PhotoPair } from '#web/components/PhotoPair.tsx'
import { isOpen } from '#web/components/request/state.ts'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useParam } from '#web/platform/route.ts'
import { requestText } from '#web/texts/request.ts'
import { Actions, type Asked } from './request/Actions.tsx'
import { Ending } from './request/Ending.tsx'
import { Inside, Related } from './request/Inside.tsx'
import { StandingCard } from './request/StandingCard.tsx'
import { Story } from './request/Story.tsx'
import { Told } from './request/Told.tsx'
import './request/RequestPage.css'

export function RequestPage() {
  const t = useText(requestText)
  const id = useParam('id')
  const query = useEndpoint(viewRequest, { params: { id } })
  const [asked, setAsked] = useState<Asked>()
  const { data } = query
  const pictured = Boolean(data?.before ?? data?.after)
  return (
    <AppFrame
      header={pictured ? 'hero' : 'page'}
      title={pictured && data ? data.title : t.page}
      bottom={data && <Actions request={data} asked={asked} ask={setAsked} />}
    >
      <Loaded query={query} skeleton={<Skeleton picture={196} lines={[0.6, 0.8, 0.9, 0.5]} />}>
        {(request) => <RequestBody request={request} />}
      </Loaded>
    </AppFrame>
  )
}

function RequestBody({ request }: { request: RequestView }) {
  const t = useText(requestText)
  return (
    <article className="request">
      <Picture request={request} />
      <div className="request-title">
        <h2>{request.title}</h2>
        <p>
          <Facts
            items={[
              request.placeName + (request.locationWords ? ` ${request.locationWords}` : ''),
              request.joinerCount > 0 && t.followers(request.joinerCount),
              t.number(request.number),
            ]}
          />
        </p>
      </div>
      <StandingCard request={request} />
      <Ending request={request} />
      <Inside request={request} />
      <Told request={request} />
      <Story request={request} />
      <Related request={request} />
    </article>
  )
}

/** 前后 while a result is there or expected; otherwise what was photographed. */
function Picture({ request }: { request: RequestView }) {
  const { before, after, title, events } = request
  if (!before && !after) return null
  const first = events.find(({ action }) => action === 'submit')?.photos ?? []
  if (after || isOpen(request)) return <PhotoPair before={before} after={after} alt={title} height={196} />
  return (
    <div className="request-photos">
      <PhotoGrid photos={first.length > 0 ? first : [before].filter((photo) => photo !== null)} alt={title} />
    </div>
  )
}
