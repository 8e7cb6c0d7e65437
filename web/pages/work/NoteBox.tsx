/** R: one line, to the residents or for the inside only. Who will read it is said before it is written. */
import { useRef, useState, type FormEvent } from 'react'
import { takeStep, type RequestView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { stepText } from '#web/texts/steps.ts'
import { workText } from '#web/texts/work.ts'

const WAYS = ['progress', 'noteInside'] as const
type Way = (typeof WAYS)[number]

export function NoteBox({ request }: { request: RequestView }) {
  const open = WAYS.filter((way) =>
    request.allowedActions.some(({ action, blocked }) => action === way && blocked === null),
  )
  return open.length > 0 && <Box request={request} open={open} />
}

function Box({ request: { id, seq }, open }: { request: RequestView; open: readonly Way[] }) {
  const t = useText(workText)
  const { colon } = useText(marks)
  const step = useText(stepText)
  const say = useProblem()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setWay] = useState<Way>()
  const [words, setWords] = useState('')
  const way = chosen && open.includes(chosen) ? chosen : (open[0] ?? 'noteInside')
  const public_ = way === 'progress'
  const sending = useCommand(takeStep, {
    onDone: () => {
      toast(public_ ? t.noteSent : t.noteKept)
      setWords('')
      field.current?.blur()
    },
  })
  useShortcuts([{ keys: 'r', words: t.keys.note, group: 'request', run: () => field.current?.focus() }])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim()) sending.send({ params: { id }, body: { action: way, seq, note: words.trim() } })
  }
  return (
    <form className="note" onSubmit={send}>
      {sending.error && <p role="alert">{say(sending.error)}</p>}
      <div className="note-in">
        <input
          ref={field}
          value={words}
          maxLength={2000}
          aria-label={public_ ? t.note : t.noteInside}
          placeholder={public_ ? t.note : t.noteInside}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        {open.length > 1 && (
          <button
            type="button"
            className="note-way"
            aria-label={`${t.noteWho}${colon}${public_ ? t.toResidents : t.inside}`}
            onClick={() => setWay(public_ ? 'noteInside' : 'progress')}
          >
            {public_ ? t.toResidents : t.inside}
          </button>
        )}
        {words.trim() ? (
          <Button kind="soft" type="submit" busy={sending.busy && step.sending}>
            {t.sendNote}
          </Button>
        ) : (
          <Kbd keys="r" />
        )}
      </div>
    </form>
  )
}
