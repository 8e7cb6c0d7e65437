/** On the phone: selections around my home; I put myself forward, agree or withdraw, and read how I stand and why. */
import { useState } from 'react'
import { answerNomination, listSelections, standForOneself, type SelectionView } from '#contracts/selections.ts'
import { Answers } from '#web/components/Answers.tsx'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Ask, Card, Facts } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Confirm, Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { candidateStateText, selectionsText } from '#web/texts/selections.ts'
import { seatsInWords } from './seats.ts'

export function ChooseLeadersPage() {
  const t = useText(selectionsText)
  const selections = useEndpoint(listSelections, {})
  return (
    <AppFrame title={t.phoneTitle} backTo="/me">
      <Loaded query={selections}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty mood="quiet" icon="ballot" title={t.phoneNone} note={t.phoneNoneNote} />
          ) : (
            rows.map((row) => <One key={row.id} selection={row} />)
          )
        }
      </Loaded>
    </AppFrame>
  )
}

function One({ selection }: { selection: SelectionView }) {
  const t = useText(selectionsText)
  const { colon, list } = useText(marks)
  const states = candidateStateText[useLang() === 'en' ? 'en' : 'zh']
  const [doing, set] = useState<'stand' | 'withdraw'>()
  const { title, organisationName, seats, nominateUntil, mine, allowedActions } = selection
  const agree = useCommand(answerNomination, { onDone: () => toast(t.agreed) })
  const say = useProblem()
  const refusal = mine?.steps.find(({ passed }) => !passed)
  const may = (action: (typeof allowedActions)[number]) => allowedActions.includes(action)
  return (
    <Card label={title}>
      <Ask
        title={title}
        note={
          <Facts
            items={[
              organisationName,
              seats.length > 0 && t.forSeats(seatsInWords(seats, t.seat, list)),
              t.nominateUntil(nominateUntil),
            ]}
          />
        }
      >
        {mine && (
          <p>{mine.state === 'asked' && may('agree') ? t.asked : `${t.myState}${colon}${states[mine.state]}`}</p>
        )}
        {refusal && <p>{t.why(refusal.step, refusal.reason)}</p>}
        {agree.error && <p role="alert">{say(agree.error)}</p>}
        {(may('stand') || may('agree') || may('withdraw')) && (
          <Answers>
            {may('withdraw') && mine && <Button onClick={() => set('withdraw')}>{t.withdraw}</Button>}
            {may('agree') && (
              <Button
                kind="accent"
                busy={agree.busy && t.saving}
                onClick={() => agree.send({ params: { id: selection.id }, body: { answer: 'agree' } })}
              >
                {t.agree}
              </Button>
            )}
            {may('stand') && (
              <Button kind="accent" onClick={() => set('stand')}>
                {t.stand}
              </Button>
            )}
          </Answers>
        )}
      </Ask>
      {doing === 'stand' && <StandSheet id={selection.id} onClose={() => set(undefined)} />}
      {doing === 'withdraw' && <WithdrawConfirm id={selection.id} onClose={() => set(undefined)} />}
    </Card>
  )
}

type StepProps = { id: string; onClose: () => void }

function StandSheet({ id, onClose }: StepProps) {
  const t = useText(selectionsText)
  const say = useProblem()
  const [statement, setStatement] = useState('')
  const stand = useCommand(standForOneself, { onDone: () => (toast(t.stood), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.standTitle}
      footer={
        <Button
          kind="accent"
          busy={stand.busy && t.saving}
          onClick={() => stand.send({ params: { id }, body: { statement: statement.trim() } })}
        >
          {t.stand}
        </Button>
      }
    >
      <TextArea
        label={t.statement}
        optional
        value={statement}
        onChange={setStatement}
        hint={t.standNote}
        rows={3}
        maxLength={500}
        error={stand.error ? say(stand.error) : undefined}
      />
    </Sheet>
  )
}

function WithdrawConfirm({ id, onClose }: StepProps) {
  const t = useText(selectionsText)
  const say = useProblem()
  const leave = useCommand(answerNomination, { onDone: () => (toast(t.withdrawn), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.withdrawTitle}
      verb={t.withdraw}
      busy={leave.busy && t.saving}
      consequence={leave.error ? say(leave.error) : t.withdrawAfter}
      onConfirm={() => leave.send({ params: { id }, body: { answer: 'withdraw' } })}
    />
  )
}
