/**
 * One question with its evidence and its own answers. An answer shows its spinner, then the card folds up; where nothing is
 * lost by it, it may be taken back for five seconds. A refusal stands on the card that comes back.
 */
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { takeStep, type StepBody, type Waiting } from '#contracts/requests.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { Ask, Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { Photo } from '#web/components/Photo.tsx'
import { PhotoPair } from '#web/components/PhotoPair.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { homeText } from '#web/texts/home.ts'
import { QUESTIONS, type Answer } from './questions.ts'

/** Comes when first asked for: with its photos it is more than the rest of the card. */
const WriteSheet = lazy(() => import('./WriteSheet.tsx').then((module) => ({ default: module.WriteSheet })))
const FOLD_MS = 320 // --t-3

type Props = {
  waiting: Waiting
  /** Why an earlier answer was refused. */
  problem: string | undefined
  /** Folded up: true hides it, false brings it back, with the reason if there is one. */
  onGone: (gone: boolean, problem?: string) => void
}

export function WaitingCard({ waiting, problem, onGone }: Props) {
  const t = useText(homeText)
  const say = useProblem()
  const { history } = useRouter()
  const { question, request } = waiting
  const [busy, setBusy] = useState<Answer>()
  const [writing, setWriting] = useState<StepBody['action']>()
  const [folding, setFolding] = useState(false)
  const step = useCommand(takeStep, { changes: ['requests', 'home'], onDone: () => (toast(t.sent), fold()) })

  /** Answers the way to unfold it again, also while it is still folding. */
  const fold = () => {
    setFolding(true)
    const timer = setTimeout(() => onGone(true), FOLD_MS)
    return () => {
      clearTimeout(timer)
      setFolding(false)
      onGone(false)
    }
  }
  async function undoable(body: StepBody) {
    const answerLater = await import('./answer-later.ts').then(
      (module) => module.answerLater,
      () => undefined,
    )
    if (!answerLater) return step.send({ params: { id: request.id }, body }) // no signal since the page opened: said as any refusal
    const takeBack = await answerLater({ requestId: request.id, title: request.title, body }, (how) => {
      if (how.state === 'refused') onGone(false, say(how.problem)) // long after it has folded
      if (how.state === 'stored') toast(t.storedAnswer)
    })
    const unfold = fold()
    toast(t.noted, { undo: () => (takeBack(), unfold()) })
  }
  function give(answer: Answer) {
    if (answer.way === 'open') return history.push(`/requests/${request.id}`)
    if (answer.way === 'write') return setWriting(answer.step.action)
    setBusy(answer)
    const body = { ...answer.step, seq: request.seq }
    if (answer.way === 'undo') void undoable(body)
    else step.send({ params: { id: request.id }, body })
  }

  const isProblem = request.kind === 'problem'
  const trouble = step.error ? say(step.error) : problem
  return (
    <div className="fold" data-gone={folding}>
      <div>
        <Evidence waiting={waiting} />
        <Ask title={t.ask[question](request.title, isProblem)} note={<Note waiting={waiting} />}>
          {trouble && (
            <p className="waiting-trouble" role="alert">
              {trouble}
            </p>
          )}
          <Answers>
            {QUESTIONS[question].answers.map((answer) => (
              <Button
                key={answer.words}
                kind={answer.accent ? (request.urgent ? 'late' : 'accent') : 'plain'}
                onClick={() => give(answer)}
                busy={(step.busy || folding) && busy === answer && t.write.sending}
              >
                {t.answer[(!isProblem && answer.wordsOther) || answer.words]}
              </Button>
            ))}
          </Answers>
        </Ask>
      </div>
      {writing && (
        <Suspense>
          <WriteSheet
            open
            title={t.ask[question](request.title, isProblem)}
            onClose={() => setWriting(undefined)}
            busy={step.busy}
            error={step.error ? say(step.error) : undefined}
            onSend={
              (words) =>
                writing &&
                void step
                  .sendAsync({ params: { id: request.id }, body: { action: writing, seq: request.seq, ...words } })
                  .then(() => setWriting(undefined))
                  .catch(() => undefined) // the refusal stands in the sheet
            }
          />
        </Suspense>
      )}
    </div>
  )
}

/** Before and after where somebody says it is done; else the reporter's photo. */
function Evidence({ waiting: { question, request } }: { waiting: Waiting }) {
  const { before, after, title } = request
  const judged = question === 'confirmDone' || question === 'rateJoined' || question === 'callBack'
  if (judged && (before || after)) return <PhotoPair before={before} after={after} alt={title} />
  return before && <Photo photo={before} alt={title} className="waiting-photo" eager />
}

function Note({ waiting: { question, request, words } }: { waiting: Waiting }): ReactNode {
  const t = useText(homeText)
  const { dayTime } = useTime()
  const { handlerName, finishedAt, placeName, dueAt, amberAt, paused } = request
  if (words && (question === 'confirmDone' || question === 'rateJoined'))
    return t.said(handlerName ?? t.theHandler, finishedAt ? dayTime(finishedAt) : '', words)
  if (words && question === 'answerQuestion') return t.asks(handlerName ?? t.community, words)
  return (
    <>
      <Facts items={[placeName, dueAt && <Clock dueAt={dueAt} amberAt={amberAt} paused={paused} />]} />
      {words && <span className="waiting-words">{words}</span>}
    </>
  )
}
