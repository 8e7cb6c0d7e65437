/** The steps of a selection: nominate somebody, record a vetting step, go on to the next part or call it off. */
import { useState } from 'react'
import {
  CHANNELS,
  moveSelection,
  nominate,
  vet,
  type CandidateView,
  type SelectionView,
} from '#contracts/selections.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { channelText, selectionsText } from '#web/texts/selections.ts'
import { PersonPick } from '../PersonPick.tsx'

type Props = { selection: SelectionView; onClose: () => void }

/** Whoever puts themself forward does so on their own phone. */
const BY_OTHERS = CHANNELS.filter((channel) => channel !== 'self')

export function NominateSheet({ selection, onClose }: Props) {
  const t = useText(selectionsText)
  const say = useProblem()
  const words = channelText[useLang() === 'en' ? 'en' : 'zh']
  const [channel, setChannel] = useState<(typeof BY_OTHERS)[number]>('residents')
  const [personId, setPersonId] = useState<string>()
  const [statement, setStatement] = useState('')
  const [supporters, setSupporters] = useState('')
  const put = useCommand(nominate, { onDone: () => (toast(t.nominated), onClose()) })
  const body = { channel, statement: statement.trim(), supporters: Number(supporters) || 0 }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.nominate}
      footer={
        <Button
          kind="accent"
          busy={put.busy && t.saving}
          blocked={!personId && t.pickPerson}
          onClick={() => personId && put.send({ params: { id: selection.id }, body: { ...body, personId } })}
        >
          {t.nominate}
        </Button>
      }
    >
      <Choice
        label={t.channel}
        value={channel}
        onChange={setChannel}
        options={BY_OTHERS.map((value) => ({ value, label: words[value] }))}
      />
      <PersonPick
        label={t.whom}
        value={personId}
        onChange={setPersonId}
        error={put.error ? say(put.error) : undefined}
      />
      {channel === 'residents' && (
        <TextField
          label={t.supporters}
          optional
          inputMode="numeric"
          value={supporters}
          onChange={(next) => setSupporters(next.replaceAll(/\D/g, ''))}
          maxLength={5}
        />
      )}
      <TextArea label={t.statement} optional value={statement} onChange={setStatement} maxLength={500} />
    </Sheet>
  )
}

export function VetSheet({ selection, candidate, step, onClose }: Props & { candidate: CandidateView; step: string }) {
  const t = useText(selectionsText)
  const say = useProblem()
  const [result, setResult] = useState<'passed' | 'notPassed'>()
  const [reason, setReason] = useState('')
  const record = useCommand(vet, { onDone: () => (toast(t.vetted), onClose()) })
  const ready = result && reason.trim()
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.vetTitle(candidate.name.replaceAll('*', '＊'), step)}
      footer={
        <Button
          kind="accent"
          busy={record.busy && t.saving}
          blocked={!ready && t.fillVet}
          onClick={() =>
            record.send({
              params: { id: selection.id, candidateId: candidate.id },
              body: { step, passed: result === 'passed', reason: reason.trim() },
            })
          }
        >
          {t.vet}
        </Button>
      }
    >
      <Choice
        label={t.result}
        value={result}
        onChange={setResult}
        options={(['passed', 'notPassed'] as const).map((value) => ({ value, label: t[value] }))}
      />
      <TextArea
        label={t.reason}
        value={reason}
        onChange={setReason}
        hint={t.reasonHint}
        maxLength={300}
        error={record.error ? say(record.error) : undefined}
      />
    </Sheet>
  )
}

export function MoveConfirm({
  selection,
  action,
  onClose,
}: Props & { action: 'beginVetting' | 'beginDeciding' | 'cancel' }) {
  const t = useText(selectionsText)
  const say = useProblem()
  const [note, setNote] = useState('')
  const move = useCommand(moveSelection, {
    onDone: () => (toast(action === 'cancel' ? t.cancelled : t.moved), onClose()),
  })
  const after = { beginVetting: t.beginVettingAfter, beginDeciding: t.beginDecidingAfter, cancel: t.cancelAfter }[
    action
  ]
  return (
    <Sheet
      open
      onClose={onClose}
      title={t[action]}
      footer={
        <Button
          kind="accent"
          busy={move.busy && t.saving}
          blocked={action === 'cancel' && !note.trim() && t.cancelWhy}
          onClick={() => move.send({ params: { id: selection.id }, body: { action, note: note.trim() } })}
        >
          {t.move}
        </Button>
      }
    >
      <p className="sheet-text">{move.error ? say(move.error) : after}</p>
      {action === 'cancel' && <TextArea label={t.cancelWhy} value={note} onChange={setNote} maxLength={300} />}
    </Sheet>
  )
}
