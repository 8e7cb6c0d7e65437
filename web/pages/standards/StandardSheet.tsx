/** Other numbers for this district, or a standard that is not asked here; the reason stays in the log. */
import { useState } from 'react'
import { setStandard, type StandardView } from '#contracts/standards.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { standardsText } from '#web/texts/standards.ts'

export function StandardSheet({ standard, onClose }: { standard: StandardView; onClose: () => void }) {
  const t = useText(standardsText)
  const { list } = useText(marks)
  const say = useProblem()
  const english = useLang() === 'en'
  const { id, parameters } = standard
  const [off, setOff] = useState(standard.off)
  const [reason, setReason] = useState(standard.reason)
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      parameters.map(({ key, value }) => [key, Array.isArray(value) ? value.join(list) : String(value)]),
    ),
  )
  const save = useCommand(setStandard, { onDone: () => (toast(t.saved), onClose()) })
  const values = parameters.map(
    ({ key, standard: usual }) => [key, read(typed[key] ?? '', Array.isArray(usual))] as const,
  )
  const wrong = values.some(([, value]) => value === undefined)
  const send = () =>
    save.send({
      params: { id },
      body: {
        off,
        reason: reason.trim(),
        parameters: Object.fromEntries(values.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
      },
    })
  const inField = parameters.some(({ key }) => key === save.error?.field)
  return (
    <Sheet
      open
      onClose={onClose}
      title={english ? standard.titleEn : standard.title}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={(wrong && t.numberHint) || (!reason.trim() && t.writeReason)}
          onClick={send}
        >
          {t.save}
        </Button>
      }
    >
      <Choice
        label={t.offLabel}
        value={off ? 'off' : 'on'}
        onChange={(value) => setOff(value === 'off')}
        options={[
          { value: 'on', label: t.on },
          { value: 'off', label: t.off },
        ]}
      />
      {parameters.map(({ key, name, nameEn, standard: usual }) => (
        <TextField
          key={key}
          label={english ? nameEn : name}
          value={typed[key] ?? ''}
          onChange={(value) => setTyped({ ...typed, [key]: value })}
          hint={Array.isArray(usual) ? t.listHint : t.usual(String(usual))}
          maxLength={120}
          error={fieldError(save.error, key, say)}
        />
      ))}
      <TextField
        label={t.reason}
        value={reason}
        onChange={setReason}
        hint={t.reasonHint}
        maxLength={200}
        error={save.error && !inField ? say(save.error) : undefined}
      />
    </Sheet>
  )
}

/** A whole number, or names with a separator between them; undefined for what is neither. */
function read(typed: string, isList: boolean): number | string[] | undefined {
  if (isList) {
    const names = typed
      .split(/[、,，;；]/)
      .map((one) => one.trim())
      .filter(Boolean)
    return names.length > 0 ? names : undefined
  }
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined
}
