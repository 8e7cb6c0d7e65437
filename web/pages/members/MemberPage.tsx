/** 党员之家 on the phone: my entry, report card and plate, and the organisations round my home with whom to ask. */
import { useState } from 'react'
import { answerMembership, myMembership } from '#contracts/members.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Ask, Card, Facts } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Row } from '#web/components/Row.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { memberText } from '#web/texts/members.ts'
import type { Mine } from './mine.ts'
import { Organisations } from './Organisations.tsx'
import './members.css'

export function MemberPage() {
  const t = useText(memberText)
  return (
    <AppFrame title={t.title} backTo="/me">
      <p className="mb-intro">{t.intro}</p>
      <Loaded query={useEndpoint(myMembership, {})}>{(mine) => <Corner mine={mine} />}</Loaded>
    </AppFrame>
  )
}

function Corner({ mine }: { mine: Mine }) {
  const t = useText(memberText)
  if (!mine.hasHome)
    return (
      <Empty
        mood="quiet"
        icon="home"
        title={t.needHome}
        note={t.needHomeNote}
        action={<Button to="/me/home">{t.needHome}</Button>}
      />
    )
  return (
    <>
      <MyEntry mine={mine} />
      {mine.member && <MyWays mine={mine} />}
      <Organisations organisations={mine.organisations} />
      {mine.member && <Withdraw />}
    </>
  )
}

const TONES: Record<NonNullable<Mine['member']>['state'], Tone> = {
  waitsForOrganisation: 'doing',
  waitsForMember: 'due',
  confirmed: 'good',
  returned: 'due',
  left: 'new',
}

function MyEntry({ mine: { member } }: { mine: Mine }) {
  const t = useText(memberText)
  if (!member)
    return (
      <Card>
        <Ask title={t.iAm} note={t.iAmNote}>
          <Button kind="accent" to="/member/join">
            {t.iAm}
          </Button>
        </Ask>
      </Card>
    )
  const { stage, state, inService, organisationName, elsewhere, answer } = member
  const where = organisationName ?? elsewhere
  const note = t.stateNotes[state]
  return (
    <Card padded>
      <div className="mb-entry">
        <h2>{t.stages[stage]}</h2>
        <Pill tone={TONES[state]}>{t.states[state]}</Pill>
      </div>
      <p className="mb-facts">
        <Facts items={[where ? t.relation(where) : t.noRelation, inService && t.inService]} />
      </p>
      {answer && <p className="mb-reason">{t.reason(answer)}</p>}
      {note && <p className="mb-note">{note}</p>}
      {(state === 'returned' || state === 'left') && (
        <Button kind="accent" to="/member/join">
          {t.again}
        </Button>
      )}
      {state === 'waitsForMember' && (
        <Button kind="accent" to="/member/join">
          {t.agree}
        </Button>
      )}
    </Card>
  )
}

/** What a member can do next: the report card, the plate, and what neighbours asked. */
function MyWays({ mine: { member, card, plate } }: { mine: Mine }) {
  const t = useText(memberText)
  const confirmed = member?.state === 'confirmed'
  const mayReport = confirmed || member?.state === 'waitsForOrganisation'
  return (
    <Card className="mb-gap">
      {mayReport && (
        <Row
          icon="document"
          title={t.card}
          note={card?.status === 'returned' && card.answer ? t.reason(card.answer) : card ? t.cardNote : t.noCard}
          end={card && card.status !== 'ended' && <Pill tone={cardTone(card.status)}>{t.cardStates[card.status]}</Pill>}
          to="/member/card"
        />
      )}
      {card?.status === 'accepted' && (
        <Row icon="print" title={t.feedback} note={t.feedbackNote} to="/member/feedback" />
      )}
      <Row
        icon="badge"
        title={t.plate}
        note={confirmed ? t.plateNote : t.plateFirst}
        {...(confirmed && { to: '/member/plate' })}
        end={confirmed && <Pill tone={plate ? 'good' : 'new'}>{plate ? t.plateLit : t.plateOff}</Pill>}
      />
      <Row icon="talk" title={t.questions} note={t.questionsNote} to="/questions" />
      <Row icon="eye" title={t.looked} note={t.lookedNote} to="/me/looked" />
    </Card>
  )
}

const cardTone = (status: 'sent' | 'accepted' | 'returned' | 'ended'): Tone =>
  status === 'accepted' ? 'good' : status === 'returned' ? 'due' : 'doing'

function Withdraw() {
  const t = useText(memberText)
  const say = useProblem()
  const [asking, setAsking] = useState(false)
  const take = useCommand(answerMembership, {
    changes: ['members', 'plates'],
    onDone: () => (toast(t.withdrawn), setAsking(false)),
  })
  return (
    <div className="mb-foot">
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t.withdraw}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t.withdrawTitle}
        consequence={take.error ? say(take.error) : t.withdrawAfter}
        verb={t.withdraw}
        busy={take.busy && t.withdrawing}
        onConfirm={() => take.send({ body: { action: 'withdraw' } })}
      />
    </div>
  )
}
