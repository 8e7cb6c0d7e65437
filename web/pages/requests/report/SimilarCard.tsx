/** At most two that may be the same matter. 是，我也关注 joins it, with what was written, and ends this report. */
import { useRouter } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { joinRequest, type proposeIntake } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Card, Facts } from '#web/components/Card.tsx'
import { Thumb } from '#web/components/Photo.tsx'
import { Row } from '#web/components/Row.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { reportText } from '#web/texts/report.ts'

const MOST = 2

type Props = {
  similar: ReplyOf<typeof proposeIntake>['similar']
  /** What was written so far goes along. */
  note: string
  photoIds: string[]
  onJoined: () => void
}

export function SimilarCard({ similar, note, photoIds, onJoined }: Props) {
  const t = useText(reportText)
  const say = useProblem()
  const { distance } = useTime()
  const { history } = useRouter()
  const joining = useCommand(joinRequest, { changes: ['requests', 'home'] })
  const shown = similar.slice(0, MOST)
  if (shown.length === 0) return null

  const join = async (id: string) => {
    const body = { ...(note && { note: note.slice(0, 1000) }), ...(photoIds.length > 0 && { photoIds }) }
    await joining.sendAsync({ params: { id }, body })
    onJoined()
    toast(t.joined)
    history.replace(`/requests/${id}`)
  }
  return (
    <Card label={t.similar(shown.length)}>
      <h2 className="similar-head">{t.similar(shown.length)}</h2>
      {joining.error && (
        <p className="similar-trouble" role="alert">
          {say(joining.error)}
        </p>
      )}
      {shown.map(({ id, title, metres, joinerCount, closed, photo }) => (
        <Row
          key={id}
          {...(photo ? { start: <Thumb photo={photo} /> } : { icon: 'merge' as const })}
          title={title}
          note={
            <Facts
              items={[
                closed && t.similarClosed,
                metres !== null && t.away(distance(metres)),
                joinerCount > 0 && t.followers(joinerCount),
              ]}
            />
          }
          end={
            closed ? (
              <Button kind="soft" size="small" onClick={() => history.push(`/requests/${id}`)}>
                {t.look}
              </Button>
            ) : (
              <Button
                kind="soft"
                size="small"
                busy={joining.busy && t.joining}
                onClick={() => void join(id).catch(() => undefined)} // the refusal stands above
              >
                {t.joinIt}
              </Button>
            )
          }
        />
      ))}
    </Card>
  )
}
