/** Where I am signed in; anything I do not know can be signed out from here. */
import { endSession, mySessions } from '#contracts/accounts.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Row } from '#web/components/Row.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { profileText } from '#web/texts/profile.ts'
import './Profile.css'

type Session = ReplyOf<typeof mySessions>[number]

export function SessionsPage() {
  const t = useText(profileText)
  return (
    <AppFrame title={t.sessions} backTo="/me">
      <p className="profile-note">{t.sessionsNote}</p>
      <Loaded query={useEndpoint(mySessions, {})}>
        {(sessions) => (
          <Card>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Card>
        )}
      </Loaded>
    </AppFrame>
  )
}

function SessionRow({ session: { id, device, createdAt, lastSeenAt, current } }: { session: Session }) {
  const t = useText(profileText)
  const { dayTime } = useTime()
  const end = useCommand(endSession, { onDone: () => toast(t.ended) })
  return (
    <Row
      icon="key"
      title={device}
      note={
        <>
          {t.since(dayTime(createdAt))}
          <br />
          {t.seen(dayTime(lastSeenAt))}
        </>
      }
      end={
        current ? (
          <Pill tone="good">{t.current}</Pill>
        ) : (
          <Button size="small" busy={end.busy && t.ending} onClick={() => end.send({ params: { id } })}>
            {t.endSession}
          </Button>
        )
      }
    />
  )
}
