/** What neighbours asked me by my plate, and what I asked them: answered here, or said to be the community's. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { listQuestions, stepQuestion, type QuestionAction, type QuestionView } from '#contracts/members.ts'
import { Answers } from '#web/components/Answers.tsx'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Confirm, Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plateText } from '#web/texts/members.ts'
import './members.css'

export function QuestionsPage() {
  const t = useText(plateText)
  const [after, setAfter] = useState<string>()
  const query = useEndpoint(listQuestions, { query: { ...(after && { after }) } }, { keepLast: true })
  return (
    <AppFrame title={t.inbox} backTo="/me">
      <Loaded query={query}>
        {({ rows, next }) => (
          <>
            {rows.length === 0 && <Empty mood="quiet" icon="talk" title={t.none} note={t.noneNote} />}
            {rows.map((question) => (
              <Question key={question.id} question={question} />
            ))}
            {next && (
              <Button kind="quiet" onClick={() => setAfter(next)}>
                {t.more}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </AppFrame>
  )
}

const TONES: Record<QuestionView['status'], Tone> = {
  asked: 'doing',
  answered: 'good',
  passedOn: 'due',
  withdrawn: 'new',
}

function Question({ question }: { question: QuestionView }) {
  const t = useText(plateText)
  const { dayTime } = useTime()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<QuestionAction>()
  const { mine, who, words, answer, status, askedAt, allowedActions } = question
  const can = (action: QuestionAction) => allowedActions.includes(action)
  const close = () => setDoing(undefined)
  return (
    <Card padded className="mb-gap">
      <div className="mb-entry">
        <h2>{mine ? t.byMe(who) : t.toMe(who)}</h2>
        <Pill tone={TONES[status]}>{t.status[status]}</Pill>
      </div>
      <p className="mb-said">{words}</p>
      {answer && <p className="mb-answer">{answer}</p>}
      <p className="mb-note">{dayTime(askedAt)}</p>
      {mine && status === 'passedOn' && (
        <>
          <p className="mb-note">{t.reportNote}</p>
          <Button kind="accent" onClick={() => void navigate({ to: '/report', search: { text: words } })}>
            {t.report}
          </Button>
        </>
      )}
      {(can('answer') || can('passOn')) && (
        <Answers>
          {can('passOn') && <Button onClick={() => setDoing('passOn')}>{t.passOn}</Button>}
          {can('answer') && (
            <Button kind="accent" onClick={() => setDoing('answer')}>
              {t.answer}
            </Button>
          )}
        </Answers>
      )}
      {can('withdraw') && (
        <Button kind="quiet" onClick={() => setDoing('withdraw')}>
          {t.take}
        </Button>
      )}
      {doing === 'answer' && <AnswerSheet question={question} onClose={close} />}
      {(doing === 'passOn' || doing === 'withdraw') && (
        <StepConfirm question={question} action={doing} onClose={close} />
      )}
    </Card>
  )
}

function AnswerSheet({ question: { id, words }, onClose }: { question: QuestionView; onClose: () => void }) {
  const t = useText(plateText)
  const say = useProblem()
  const [answer, setAnswer] = useState('')
  const step = useCommand(stepQuestion, { onDone: () => (toast(t.answered), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.answer}
      footer={
        <Button
          kind="accent"
          busy={step.busy && t.saving}
          blocked={!answer.trim() && t.needWords}
          onClick={() => step.send({ params: { id }, body: { action: 'answer', words: answer.trim() } })}
        >
          {t.askSend}
        </Button>
      }
    >
      <p className="mb-said">{words}</p>
      <TextArea
        label={t.answer}
        hint={t.answerHint}
        value={answer}
        onChange={setAnswer}
        maxLength={300}
        error={step.error ? say(step.error) : undefined}
      />
    </Sheet>
  )
}

type StepProps = { question: QuestionView; action: 'passOn' | 'withdraw'; onClose: () => void }
function StepConfirm({ question: { id }, action, onClose }: StepProps) {
  const t = useText(plateText)
  const say = useProblem()
  const passes = action === 'passOn'
  const step = useCommand(stepQuestion, { onDone: () => (toast(passes ? t.passedOn : t.taken), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={passes ? t.passOnTitle : t.takeTitle}
      consequence={step.error ? say(step.error) : passes ? t.passOnAfter : t.takeAfter}
      verb={passes ? t.passOn : t.take}
      busy={step.busy && t.saving}
      onConfirm={() => step.send({ params: { id }, body: { action } })}
    />
  )
}
