/**
 * An urgent call while it is open, from both sides. Who called sees the minutes and who is on the way, and can call again;
 * who is called sees what and where, and says 我去. Whoever says it first has it. Refreshes itself.
 */
import { takeStep, viewRequest, type RequestView } from '#contracts/requests.ts'
import { ActionBar, AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card, Facts } from '#web/components/Card.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { isOpen } from '#web/components/request/state.ts'
import { Row } from '#web/components/Row.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useNow } from '#web/platform/now.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useParam } from '#web/platform/route.ts'
import { useProblem } from '#web/texts/errors.ts'
import { urgentText } from '#web/texts/urgent.ts'
import { Inside } from './request/Inside.tsx'
import { Story } from './request/Story.tsx'
import { EmergencyCalls } from './urgent/EmergencyCalls.tsx'
import './urgent/Urgent.css'

const LOOK_AGAIN_MS = 15_000 // besides live events: here somebody waits
const MINUTE_MS = 60_000

export function UrgentLivePage() {
  const t = useText(urgentText)
  const id = useParam('id')
  const query = useEndpoint(viewRequest, { params: { id } }, { refetchInterval: LOOK_AGAIN_MS })
  return (
    <AppFrame title={t.title} bottom={query.data && <Bar request={query.data} />}>
      <Loaded query={query}>
        {(request) => (
          <div className="urgent">
            <Now request={request} />
            <Card>
              <Row
                icon="pin"
                title={request.placeName}
                note={<Facts items={[request.locationWords, request.title]} />}
                to={`/requests/${request.id}`}
              />
            </Card>
            <Inside request={request} />
            {isOpen(request) && <EmergencyCalls />}
            <Story request={request} />
          </div>
        )}
      </Loaded>
    </AppFrame>
  )
}

function Now({ request }: { request: RequestView }) {
  const t = useText(urgentText)
  const now = useNow()
  const { relations, handlerName, createdAt } = request
  const waiting = isOpen(request) && !handlerName
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(createdAt)) / MINUTE_MS))
  const words = !isOpen(request)
    ? t.over
    : !handlerName
      ? relations.includes('reporter')
        ? t.nobodyYet
        : t.alert
      : relations.includes('handler')
        ? t.mineComing
        : t.coming(handlerName)
  return (
    <div className="urgent-now" data-waiting={waiting} role="status">
      {isOpen(request) && (
        <p>
          {t.sinceSent} <b>{t.minutes(minutes)}</b>
        </p>
      )}
      <h2>{words}</h2>
      {waiting && <p>{t.called}</p>}
    </div>
  )
}

function Bar({ request }: { request: RequestView }) {
  const t = useText(urgentText)
  const say = useProblem()
  const hotline = useMe().data?.tenant.hotline
  const claim = useCommand(takeStep, { onDone: () => toast(t.wentDone) })
  const urge = useCommand(takeStep, { onDone: () => toast(t.againDone) })
  const allowed = (action: 'claim' | 'urge') => request.allowedActions.find((one) => one.action === action)
  const again = allowed('urge')
  const send = (action: 'claim' | 'urge') =>
    (action === 'claim' ? claim : urge).send({ params: { id: request.id }, body: { action, seq: request.seq } })
  const error = claim.error ?? urge.error
  const blocked = again?.blocked && say({ code: again.blocked, details: { until: again.until } })
  return (
    <ActionBar note={error && (error.code === 'already_claimed' ? t.gone : say(error))}>
      {allowed('claim') ? (
        <Button kind="accent" icon="hand-up" busy={claim.busy && t.going} onClick={() => send('claim')}>
          {t.go}
        </Button>
      ) : (
        <>
          {again && (
            <Button
              kind="late"
              icon="megaphone"
              blocked={blocked}
              busy={urge.busy && t.sending}
              onClick={() => send('urge')}
            >
              {t.again}
            </Button>
          )}
          <Button to={`/requests/${request.id}`}>{t.details}</Button>
        </>
      )}
      {hotline && (
        <Button kind="quiet" size="tall" icon="phone" href={`tel:${hotline}`}>
          {hotline}
        </Button>
      )}
    </ActionBar>
  )
}
