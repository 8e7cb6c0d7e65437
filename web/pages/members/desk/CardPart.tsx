/** The report card of a member at the desk: what they can and want to do, the community's answer, and the sheet for the unit. */
import { useState } from 'react'
import { answerCard, feedbackForUnit, type CardAction, type CardView, type MemberView } from '#contracts/members.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { cardText, memberText, membersText } from '#web/texts/members.ts'
import { useChoiceWords } from '../choice-words.ts'
import { FeedbackPaper } from '../FeedbackPaper.tsx'
import { lastQuarters } from '../quarters.ts'

export function CardPart({ member, card }: { member: MemberView; card: CardView }) {
  const t = useText(membersText)
  const { list } = useText(marks)
  const c = useText(cardText)
  const m = useText(memberText)
  const wordOf = useChoiceWords()
  const { dayTime } = useTime()
  const lists: readonly (readonly [string, string])[] = [
    [c.unit, card.unitName],
    [c.skills, card.skills.map(wordOf).join(list)],
    [c.freeTimes, card.freeTimes.map(wordOf).join(list)],
    [c.wants, card.wants.map(wordOf).join(list)],
    [c.words, card.words],
  ]
  return (
    <section className="dm-card">
      <h3>
        {c.title}
        <Pill tone={card.status === 'accepted' ? 'good' : 'due'}>{m.cardStates[card.status]}</Pill>
        <small>{t.sentAt(dayTime(card.sentAt))}</small>
      </h3>
      <dl className="dm-facts">
        {lists.map(
          ([word, value]) =>
            value && (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <CardSteps member={member} />
      {card.status === 'accepted' && card.tellsUnit && <Feedback id={member.id} />}
    </section>
  )
}

function CardSteps({ member: { id, allowedCardActions } }: { member: MemberView }) {
  const t = useText(membersText)
  const say = useProblem()
  const [returning, setReturning] = useState(false)
  const [words, setWords] = useState('')
  const step = useCommand(answerCard, { onDone: () => (toast(t.done), setReturning(false)) })
  const take = (action: CardAction) =>
    action === 'return' ? setReturning(true) : step.send({ params: { id }, body: { action } })
  if (returning)
    return (
      <div className="dm-form">
        <TextArea label={t.wordsFor.return} value={words} onChange={setWords} maxLength={200} />
        <Answers>
          <Button onClick={() => setReturning(false)}>{t.cancel}</Button>
          <Button
            kind="accent"
            busy={step.busy && t.saving}
            blocked={!words.trim() && t.needWords}
            onClick={() => step.send({ params: { id }, body: { action: 'return', words: words.trim() } })}
          >
            {t.cardActions.return}
          </Button>
        </Answers>
      </div>
    )
  return (
    <>
      {step.error && (
        <p className="dm-error" role="alert">
          {say(step.error)}
        </p>
      )}
      <Answers>
        {allowedCardActions.map((action) => (
          <Button
            key={action}
            kind={action === 'accept' ? 'accent' : 'plain'}
            busy={step.busy && t.saving}
            onClick={() => take(action)}
          >
            {t.cardActions[action]}
          </Button>
        ))}
      </Answers>
    </>
  )
}

/** The sheet bears a name: opening it is in the log, and the member reads that it was printed. */
function Feedback({ id }: { id: string }) {
  const t = useText(membersText)
  const c = useText(cardText)
  const say = useProblem()
  const [, last] = lastQuarters(useNow())
  const open = useCommand(feedbackForUnit, { changes: [] })
  if (open.reply)
    return (
      <>
        <FeedbackPaper sheet={open.reply} />
        <Button icon="print" onClick={() => print()}>
          {c.print}
        </Button>
      </>
    )
  return (
    <>
      <Button
        kind="quiet"
        icon="document"
        busy={open.busy && t.saving}
        onClick={() => last && open.send({ params: { id }, body: last })}
      >
        {last && t.feedback(c.quarter(last.year, last.quarter))}
      </Button>
      {open.error && (
        <p className="dm-error" role="alert">
          {say(open.error)}
        </p>
      )}
    </>
  )
}
