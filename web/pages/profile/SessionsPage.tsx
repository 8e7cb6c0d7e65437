/** Where I am signed in; anything I do not know can be signed out from here. */
import { endSession, mySessions } from '#contracts/accounts.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card, Facts } from '#web/components/Card.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Row } from '#web/components/Row.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { profileText } from '#web/texts/profile.ts'
import './Profile.css'

export function SessionsPage() {
  const t = useText(profileText)
  const { dayTime } = useTime()
  const query = useEndpoint(mySessions, {})
  const end = useCommand(endSession, { onDone: () => toast(t.ended) })
  return (
    <AppFrame title={t.sessions} backTo="/me">
      <p className="profile-note">{t.sessionsNote}</p>
      <Loaded query={query}>
        {(sessions) => (
          <Card>
            {sessions.map(({ id, device, createdAt, lastSeenAt, current }) => (
              <Row
                key={id}
                icon="key"
                title={device}
                note={<Facts items={[t.since(dayTime(createdAt)), t.seen(dayTime(lastSeenAt))]} />}
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
            ))}
          </Card>
        )}
      </Loaded>
    </AppFrame>
  )
}
