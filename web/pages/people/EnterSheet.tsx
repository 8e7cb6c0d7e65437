/** Entering a member of staff or a volunteer, who then signs in by a code to the phone. */
import { useState } from 'react'
import { createPerson } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText } from '#web/texts/people.ts'

const MOBILE = /^1[3-9]\d{9}$/ // contracts/accounts.ts, Phone

export function EnterSheet({ onClose }: { onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const [name, setName] = useState('')
  const [typed, setPhone] = useState('')
  const phone = typed.normalize('NFKC').replaceAll(/\D/g, '')
  const save = useCommand(createPerson, { onDone: () => (toast(t.entered), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.enterTitle}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={(!name.trim() || !MOBILE.test(phone)) && t.fillPerson}
          onClick={() => save.send({ body: { name: name.trim(), phone } })}
        >
          {t.save}
        </Button>
      }
    >
      <TextField
        label={t.fullName}
        value={name}
        onChange={setName}
        maxLength={40}
        autoComplete="off"
        error={save.error && save.error.field !== 'phone' ? say(save.error) : undefined}
      />
      <TextField
        label={t.mobile}
        type="tel"
        inputMode="numeric"
        value={typed}
        onChange={setPhone}
        autoComplete="off"
        hint={t.enterHint}
        error={fieldError(save.error, 'phone', say)}
      />
    </Sheet>
  )
}
