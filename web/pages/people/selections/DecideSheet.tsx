/** Who was chosen, for which post, from which day: their terms begin, and the terms of before end the day before. */
import { useState } from 'react'
import { decideSelection, type SelectionView } from '#contracts/selections.ts'
import { Button } from '#web/components/Button.tsx'
import { Select } from '#web/components/desk/Select.tsx'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { selectionsText } from '#web/texts/selections.ts'
import { dayInShanghai } from '../day.ts'

export function DecideSheet({ selection, onClose }: { selection: SelectionView; onClose: () => void }) {
  const t = useText(selectionsText)
  const say = useProblem()
  const { now } = useTime()
  const [chosen, choose] = useState<Readonly<Record<string, string>>>({})
  const [fromOn, setFromOn] = useState(() => dayInShanghai(now))
  const [note, setNote] = useState('')
  const decide = useCommand(decideSelection, {
    changes: ['selections', 'posts', 'organisations', 'people', 'places'],
    onDone: () => (toast(t.decided), onClose()),
  })
  const elected = Object.entries(chosen).flatMap(([candidateId, postId]) => (postId ? [{ candidateId, postId }] : []))
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.decideTitle}
      footer={
        <Button
          kind="accent"
          busy={decide.busy && t.saving}
          blocked={elected.length === 0 && t.fillDecide}
          onClick={() => decide.send({ params: { id: selection.id }, body: { elected, fromOn, note: note.trim() } })}
        >
          {t.decide}
        </Button>
      }
    >
      {decide.error && (
        <p className="field-error" role="alert">
          {say(decide.error)}
        </p>
      )}
      {selection.candidates
        .filter(({ state }) => state === 'passed')
        .map(({ id, name }) => (
          <Select
            key={id}
            label={name.replaceAll('*', '＊')}
            value={chosen[id] ?? ''}
            empty={t.nobody}
            onChange={(postId) => choose({ ...chosen, [id]: postId })}
            options={selection.seats.map(({ postId, title }) => ({ value: postId, label: title }))}
          />
        ))}
      <TextField label={t.effectOn} type="date" value={fromOn} onChange={setFromOn} />
      <TextArea label={t.resultNote} optional value={note} onChange={setNote} maxLength={500} />
    </Sheet>
  )
}
