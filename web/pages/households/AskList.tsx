/** What residents ask about their files, with the promise, and the answer that they will read. */
import { useState } from 'react'
import { answerAsk, type AskLine } from '#contracts/households.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'

export function AskList({ asks }: { asks: readonly AskLine[] }) {
  const t = useText(householdsText)
  const words = useText(householdWords)
  const [answering, answer] = useState<AskLine>()
  return (
    <>
      <ul className="hh-list">
        {asks.map((ask) => (
          <li key={ask.id}>
            <span>
              <b>{words.asks[ask.kind]}</b> {ask.field && words.fields[ask.field]} {ask.name}{' '}
              <small>{ask.homeName}</small>
              <br />
              {ask.words}
              <br />
              <small>{ask.answer ?? t.dueOn(ask.dueOn)}</small>
            </span>
            <span className="sp" />
            {ask.status === 'open' && (
              <button type="button" className="text-btn" onClick={() => answer(ask)}>
                {t.answer}
              </button>
            )}
          </li>
        ))}
      </ul>
      {answering && <AnswerSheet ask={answering} onClose={() => answer(undefined)} />}
    </>
  )
}

function AnswerSheet({ ask, onClose }: { ask: AskLine; onClose: () => void }) {
  const t = useText(householdsText)
  const say = useProblem()
  const [words, setWords] = useState('')
  const send = useCommand(answerAsk, { onDone: () => (toast(t.told), onClose()) })
  const answer = (done: boolean) => send.send({ params: { id: ask.id }, body: { done, answer: words.trim() } })
  const blocked = words.trim().length < 2 && t.answerFill
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.answer}
      footer={
        <Answers>
          <Button blocked={blocked} busy={send.busy && t.saving} onClick={() => answer(false)}>
            {t.notDone}
          </Button>
          <Button kind="accent" blocked={blocked} busy={send.busy && t.saving} onClick={() => answer(true)}>
            {t.doneIt}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{ask.words}</p>
      <TextArea
        label={t.answer}
        hint={t.answerHint}
        value={words}
        onChange={setWords}
        maxLength={500}
        error={send.error ? say(send.error) : undefined}
      />
    </Sheet>
  )
}
