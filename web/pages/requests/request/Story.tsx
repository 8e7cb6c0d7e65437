/** Everything that happened, newest first, each as a sentence with the words and photos that went with it. */
import type { RequestView } from '#contracts/requests.ts'
import { SectionHead } from '#web/components/Card.tsx'
import { PhotoGrid } from '#web/components/PhotoPair.tsx'
import { eventSentence, markOf } from '#web/components/request/event-sentence.ts'
import { Timeline } from '#web/components/Timeline.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { requestText } from '#web/texts/request.ts'

export function Story({ request }: { request: RequestView }) {
  const t = useText(requestText)
  const lang = useLang()
  const now = useNow()
  const own = request.relations.includes('reporter')
  const steps = request.events.toReversed().map((event) => {
    const title = eventSentence(event, { lang, now, own, joiners: request.joinerCount })
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
  })
  return (
    <>
      <SectionHead title={t.story} />
      <Timeline steps={steps} />
    </>
  )
}
