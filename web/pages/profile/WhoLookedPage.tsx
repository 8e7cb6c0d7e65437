/** 谁看过我: each time somebody opened my number, name or address, in what capacity and why. */
import { whoLookedAtMe } from '#contracts/accounts.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Card, Facts } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Row } from '#web/components/Row.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { profileText } from '#web/texts/profile.ts'
import './Profile.css'

export function WhoLookedPage() {
  const t = useText(profileText)
  const { dayTime } = useTime()
  const query = useEndpoint(whoLookedAtMe, {})
  return (
    <AppFrame title={t.looked} backTo="/me">
      <p className="profile-note">{t.lookedNote}</p>
      <Loaded query={query}>
        {(looks) =>
          looks.length === 0 ? (
            <Empty mood="quiet" icon="eye-off" title={t.lookedNone} />
          ) : (
            <Card>
              {looks.map(({ id, at, field, capacity, reason, requestId, requestTitle }) => (
                <Row
                  key={id}
                  icon="eye"
                  title={t.lookedBy(capacity, t.lookedWhat[field])}
                  note={
                    <>
                      {t.because(reason)}
                      <br />
                      <Facts items={[dayTime(at), requestTitle]} />
                    </>
                  }
                  {...(requestId && { to: `/requests/${requestId}` })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
    </AppFrame>
  )
}
