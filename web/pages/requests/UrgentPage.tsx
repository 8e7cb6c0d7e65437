/**
 * Calling for help: what, where, and one large button to hold. 110, 119 and 120 stand beside it. The place is one's home or
 * where the phone is; the call goes to the building head, the party group and the duty post at once.
 */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listCategories, submitRequest, type SubmitBody } from '#contracts/requests.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Card } from '#web/components/Card.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { usePosition } from '#web/platform/position.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { urgentText } from '#web/texts/urgent.ts'
import { EmergencyCalls } from './urgent/EmergencyCalls.tsx'
import { HoldButton } from './urgent/HoldButton.tsx'
import './urgent/Urgent.css'

type Place = 'home' | 'position'

export function UrgentPage() {
  const t = useText(urgentText)
  const say = useProblem()
  const navigate = useNavigate()
  const kinds = useUrgentKinds()
  const home = useMe().data?.home
  const here = usePosition()
  const [what, setWhat] = useState<string>()
  const [chosen, setChosen] = useState<Place>()
  const [asking, setAsking] = useState(false)
  const place: Place = chosen ?? (home ? 'home' : 'position')
  const call = useCommand(submitRequest, {
    onDone: ({ id }) => void navigate({ to: `/urgent/${id}`, replace: true }),
  })

  const location = (): SubmitBody['location'] =>
    place === 'home' && home
      ? { placeId: home.placeId, source: 'picked' }
      : here.position
        ? { lon: here.position.lon, lat: here.position.lat, system: 'wgs84', source: 'device' }
        : {}
  const send = () => {
    setAsking(false)
    const kind = kinds.find(({ value }) => value === what)
    call.send({
      body: {
        kind: 'urgent',
        text: kind?.label ?? t.plain,
        location: location(),
        ...(kind && { categoryCode: kind.value }),
      },
    })
  }
  const choosePlace = (next: Place) => {
    setChosen(next)
    if (next === 'position' && !here.position) here.ask()
  }
  const places = [
    ...(home ? [{ value: 'home' as const, label: t.atHome(home.placeName), icon: 'home' as const }] : []),
    { value: 'position' as const, label: t.atPosition, icon: 'locate' as const },
  ]
  return (
    <AppFrame title={t.title}>
      <div className="urgent">
        <h2>{t.lead}</h2>
        <HoldButton holding={t.holding} busy={call.busy} onHeld={send} onAsk={() => setAsking(true)}>
          {call.busy ? t.sending : t.hold}
        </HoldButton>
        <p className="urgent-who">{t.alerts}</p>
        <p className="urgent-hint">{t.holdHint}</p>
        {call.error && (
          <p className="urgent-error" role="alert">
            {say(call.error)}
          </p>
        )}
        <EmergencyCalls />
        <Card padded>
          <Choice<Place>
            label={t.where}
            options={places}
            value={place}
            onChange={choosePlace}
            hint={
              place === 'position' &&
              (here.state === 'asking' ? t.locating : here.state === 'refused' ? t.noPosition : undefined)
            }
          />
          {kinds.length > 0 && <Choice label={t.what} optional options={kinds} value={what} onChange={setWhat} />}
        </Card>
      </div>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t.confirmTitle}
        consequence={t.confirmAfter}
        verb={t.confirmVerb}
        onConfirm={send}
        busy={call.busy && t.sending}
      />
    </AppFrame>
  )
}

function useUrgentKinds() {
  const english = useLang() === 'en'
  const { data = [] } = useEndpoint(listCategories, {})
  return data
    .filter(
      ({ active, parentCode, kinds, elsewhere }) =>
        active && !elsewhere && parentCode !== null && kinds.includes('urgent'),
    )
    .map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name }))
}
