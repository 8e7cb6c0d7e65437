/** Everything that happened, newest first, each as a sentence with the words and photos that went with it. */
import type { EventView, RequestView } from '#contracts/requests.ts'
import { SectionHead } from '#web/components/Card.tsx'
import { PhotoGrid } from '#web/components/PhotoPair.tsx'
import { eventSentence, markOf, newestFirst } from '#web/components/request/event-sentence.ts'
import { Timeline, type TimelineStep } from '#web/components/Timeline.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { requestText } from '#web/texts/request.ts'

export function Story({ request }: { request: RequestView }) {
  const t = useText(requestText)
  const lang = useLang()
  const now = useNow()
  const own = request.relations.includes('reporter')
  return (
    <>
      <SectionHead title={t.story} />
      <Timeline steps={chapters(request.events).map(step)} />
    </>
  )

  function step({ event, times }: Chapter): TimelineStep {
    const title =
      times > 1 ? t.moreJoined(times) : eventSentence(event, { lang, now, own, joiners: request.joinerCount })
    const promise = event.facts['publicWords']
    const words = [event.note, typeof promise === 'string' ? promise : ''].filter(Boolean).join('\n')
    // the first photo of the report is on top of the page already
    const photos = event.action === 'submit' && event.photos.length < 2 ? [] : event.photos
    return {
      id: String(event.seq),
      at: event.at,
      title,
      text: words,
      mark: markOf(event),
      more: photos.length > 0 && <PhotoGrid photos={photos} alt={title} />,
    }
  }
}

type Chapter = { event: EventView; times: number }

/** Newest first; neighbours who joined one after the other without a word are one line. */
function chapters(events: readonly EventView[]): Chapter[] {
  const all: Chapter[] = []
  for (const event of newestFirst(events)) {
    const last = all.at(-1)
    if (last && isQuietJoin(event) && isQuietJoin(last.event)) last.times += 1
    else all.push({ event, times: 1 })
  }
  return all
}

const isQuietJoin = ({ action, mine, note, photos }: EventView) =>
  action === 'join' && !mine && !note && photos.length === 0
