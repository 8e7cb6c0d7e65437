/** What happened, newest first. Residents see all of it but the inside notes, which are marked. */
import type { RequestView } from '#contracts/requests.ts'
import { eventSentence, markOf } from '#web/components/request/event-sentence.ts'
import { Thumb } from '#web/components/Photo.tsx'
import { Timeline, type TimelineStep } from '#web/components/Timeline.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { workText } from '#web/texts/work.ts'

export function Story({ request: { events, joinerCount } }: { request: RequestView }) {
  const t = useText(workText)
  const lang = useLang()
  const now = useNow()
  const steps = [...events]
    .sort((a, b) => b.seq - a.seq)
    .map((event): TimelineStep => {
      const { facts, photos, note } = event
      const said = [facts['publicWords'], note].filter(Boolean).join('\n')
      return {
        id: String(event.seq),
        at: event.at,
        mark: markOf(event),
        title: (
          <>
            {eventSentence(event, { lang, now, joiners: joinerCount })}
            {event.internal && <i className="pane-inside">{t.internal}</i>}
          </>
        ),
        ...(said && { text: said }),
        ...(photos.length > 0 && {
          more: (
            <span className="pane-thumbs">
              {photos.map((photo) => (
                <Thumb key={photo.id} photo={photo} px={40} />
              ))}
            </span>
          ),
        }),
      }
    })
  return (
    <section aria-label={t.story}>
      <h3 className="sec">
        {t.story}
        <em>{t.storyNote}</em>
      </h3>
      <Timeline steps={steps} />
    </section>
  )
}
