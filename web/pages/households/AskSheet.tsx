/** Asking about one's own file: correct, delete, object, explain. */
import { useState } from 'react'
import { ASK_KINDS, askAboutFile, type AskKind, type FieldKey, type OwnLine } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { glassText } from '#web/texts/glassFile.ts'
import { householdWords } from '#web/texts/householdWords.ts'

export function AskSheet({ lines, onClose }: { lines: readonly OwnLine[]; onClose: () => void }) {
  const t = useText(glassText)
  const { asks, fields } = useText(householdWords)
  const say = useProblem()
  const [kind, setKind] = useState<AskKind>('correct')
  const [field, setField] = useState<FieldKey | 'any'>('any')
  const [words, setWords] = useState('')
  const send = useCommand(askAboutFile, { onDone: () => (toast(t.sent), onClose()) })
  const known = [...new Set(lines.map((line) => line.field))]
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.askTitle}
      footer={
        <Button
          kind="accent"
          busy={send.busy && t.saving}
          blocked={words.trim().length < 2 && t.fill}
          onClick={() => send.send({ body: { kind, words: words.trim(), ...(field !== 'any' && { field }) } })}
        >
          {t.send}
        </Button>
      }
    >
      <div className="glass-form">
        <Choice
          label={t.askKind}
          value={kind}
          onChange={setKind}
          options={ASK_KINDS.map((one) => ({ value: one, label: asks[one] }))}
        />
        <Choice
          label={t.askField}
          value={field}
          onChange={setField}
          options={[
            { value: 'any' as const, label: t.askAny },
            ...known.map((one) => ({ value: one, label: fields[one] })),
          ]}
        />
        <TextArea
          label={t.askWords}
          hint={t.askHint}
          value={words}
          onChange={setWords}
          maxLength={500}
          error={send.error ? say(send.error) : undefined}
        />
      </div>
    </Sheet>
  )
}
