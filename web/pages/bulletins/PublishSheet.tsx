/** Before it is published: who will read it, and of a correction what it corrects. Before it is withdrawn: why. */
import { useState } from 'react'
import { publishBulletin, withdrawBulletin, type DraftView } from '#contracts/bulletins.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { useProblem } from '#web/texts/errors.ts'
import { kitText } from '#web/texts/kit.ts'
import type { Editor } from './use-editor.ts'

type Props = { open: boolean; onClose: () => void; draft: DraftView }

export function PublishSheet({ open, onClose, draft, editor }: Props & { editor: Editor }) {
  const t = useText(bulletinText)
  const kit = useText(kitText)
  const say = useProblem()
  const [note, setNote] = useState('')
  const again = draft.version > 0
  const publish = useCommand(publishBulletin, {
    onDone: () => {
      toast(again ? t.corrected : t.published)
      onClose()
    },
  })
  const send = async () => publish.send({ params: { id: draft.id }, body: { seq: await editor.settle(), note } })
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={again ? t.correctTitle : t.publishTitle}
      footer={
        <Answers>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button kind="accent" busy={publish.busy && t.publishing} onClick={() => void send()}>
            {again ? t.correct : t.publish}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{t.readers(draft.readers.placeName, draft.readers.households)}</p>
      {again && <TextField label={t.note} hint={t.noteHint} value={note} onChange={setNote} maxLength={200} error={fieldError(publish.error, 'note', say)} />}
      {editor.lacking.length > 0 && <p className="bl-word" role="alert">{t.lacking(editor.lacking.join(' '))}</p>}
      {publish.error && publish.error.field !== 'note' && <p className="bl-word" role="alert">{say(publish.error)}</p>}
    </Sheet>
  )
} // prettier-ignore

export function WithdrawSheet({ open, onClose, draft }: Props) {
  const t = useText(bulletinText)
  const kit = useText(kitText)
  const say = useProblem()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(withdrawBulletin, {
    onDone: () => {
      toast(t.withdrawn)
      onClose()
    },
  })
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t.withdrawTitle}
      footer={
        <Answers>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button
            kind="accent"
            busy={withdraw.busy && t.withdrawing}
            onClick={() => withdraw.send({ params: { id: draft.id }, body: { reason } })}
          >
            {t.withdraw}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{t.withdrawNote}</p>
      <TextField
        label={t.reason}
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={withdraw.error ? say(withdraw.error) : undefined}
      />
    </Sheet>
  )
}
