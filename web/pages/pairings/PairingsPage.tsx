/**
 * 联户结对 on the phone: households that a member is asked to look after, with the building only until they accept; those they
 * look after; and who looks after one’s own household. Declining is as easy as accepting.
 */
import { useState } from 'react'
import { myPairings, takePairingStep, type PairingAction, type PairingView } from '#contracts/pairings.ts'
import { Answers } from '#web/components/Answers.tsx'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Ask, Card, Facts, SectionHead } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { pairingsText } from '#web/texts/pairings.ts'

const can = (pairing: PairingView, action: PairingAction) => pairing.allowedActions.includes(action)

export function PairingsPage() {
  const t = useText(pairingsText)
  const query = useEndpoint(myPairings, {})
  return (
    <AppFrame header="page" title={t.title} backTo="/me">
      <Loaded query={query}>
        {({ asMember, myHousehold }) => {
          const asked = asMember.filter((one) => can(one, 'accept'))
          const held = asMember.filter((one) => can(one, 'end'))
          if (asMember.length + myHousehold.length === 0)
            return <Empty mood="quiet" icon="hand-heart" title={t.none} note={t.noneNote} />
          return (
            <>
              {asked.length > 0 && <SectionHead title={t.asked} note={t.askedNote} />}
              {asked.map((one) => (
                <Asked key={one.id} pairing={one} />
              ))}
              {held.length > 0 && <SectionHead title={t.mine} />}
              {held.map((one) => (
                <Held
                  key={one.id}
                  pairing={one}
                  title={one.homeName ?? t.building(one.buildingName)}
                  after={t.endAfter}
                />
              ))}
              {myHousehold.length > 0 && <SectionHead title={t.ours} />}
              {myHousehold.map((one) => (
                <Held
                  key={one.id}
                  pairing={one}
                  title={`${t.role} ${(one.memberName ?? '').replaceAll('*', '＊')}`}
                  after={t.endOurs}
                />
              ))}
            </>
          )
        }}
      </Loaded>
    </AppFrame>
  )
}

function Asked({ pairing }: { pairing: PairingView }) {
  const t = useText(pairingsText)
  const say = useProblem()
  const [declining, decline] = useState(false)
  const accept = useCommand(takePairingStep, { onDone: () => toast(t.accepted) })
  return (
    <Card>
      <Ask
        title={t.building(pairing.buildingName)}
        note={<Facts items={[t.afterAccept, t.proposedOn(pairing.proposedOn)]} />}
      >
        {accept.error && <p role="alert">{say(accept.error)}</p>}
        <Answers>
          <Button onClick={() => decline(true)}>{t.decline}</Button>
          <Button
            kind="accent"
            busy={accept.busy && t.saving}
            onClick={() => accept.send({ params: { id: pairing.id }, body: { action: 'accept' } })}
          >
            {t.accept}
          </Button>
        </Answers>
      </Ask>
      {declining && (
        <Leave
          pairing={pairing}
          action="decline"
          title={t.declineTitle}
          after={t.declineAfter}
          onClose={() => decline(false)}
        />
      )}
    </Card>
  )
}

function Held({ pairing, title, after }: { pairing: PairingView; title: string; after: string }) {
  const t = useText(pairingsText)
  const [ending, end] = useState(false)
  return (
    <Card>
      <Ask title={title} note={pairing.fromOn && t.since(pairing.fromOn)}>
        {can(pairing, 'end') && (
          <Button kind="quiet" size="small" onClick={() => end(true)}>
            {t.end}
          </Button>
        )}
      </Ask>
      {ending && <Leave pairing={pairing} action="end" title={t.endTitle} after={after} onClose={() => end(false)} />}
    </Card>
  )
}

type LeaveProps = { pairing: PairingView; action: 'decline' | 'end'; title: string; after: string; onClose: () => void }

/** Declining or ending: a reason may be given, never must. */
function Leave({ pairing, action, title, after, onClose }: LeaveProps) {
  const t = useText(pairingsText)
  const say = useProblem()
  const [reason, setReason] = useState('')
  const done = action === 'decline' ? t.declined : t.ended
  const step = useCommand(takePairingStep, { onDone: () => (toast(done), onClose()) })
  const words = reason.trim()
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      footer={
        <Answers>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            kind="accent"
            busy={step.busy && t.saving}
            onClick={() => step.send({ params: { id: pairing.id }, body: { action, ...(words && { reason: words }) } })}
          >
            {action === 'decline' ? t.decline : t.end}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{after}</p>
      <TextField
        label={t.reason}
        optional
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={step.error ? say(step.error) : undefined}
      />
    </Sheet>
  )
}
