/** Somebody lives here: entered by name, and by number when there is one. */
import { useState } from 'react'
import { addToHousehold } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { useWho, WhoFields } from '#web/components/desk/WhoFields.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { dayInShanghai } from '#web/pages/people/day.ts'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { householdsText } from '#web/texts/households.ts'

type AddPersonProps = { homePlaceId: string; isFirst: boolean; onClose: () => void }

export function AddPersonSheet({ homePlaceId, isFirst, onClose }: AddPersonProps) {
  const t = useText(householdsText)
  const say = useProblem()
  const who = useWho()
  const [fromOn, setFrom] = useState(() => dayInShanghai(new Date()))
  const [contact, setContact] = useState(isFirst)
  const { name, phone, isMobile } = who
  const save = useCommand(addToHousehold, { onDone: () => (toast(t.added), onClose()) })
  const isFilled = name !== '' && fromOn !== '' && (phone === '' || isMobile)
  const send = () => save.send({ params: { homePlaceId }, body: { name, fromOn, contact, ...(phone && { phone }) } })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.addPerson}
      footer={
        <Button kind="accent" busy={save.busy && t.saving} blocked={!isFilled && t.fill} onClick={send}>
          {t.add}
        </Button>
      }
    >
      <div className="hh-form">
        <WhoFields
          who={who}
          words={{ name: t.fullName, phone: t.mobile, hint: t.mobileHint }}
          optionalPhone
          nameError={save.error && save.error.field !== 'phone' ? say(save.error) : undefined}
          phoneError={fieldError(save.error, 'phone', say)}
        />
        <TextField label={t.from} type="date" value={fromOn} onChange={setFrom} />
        <label>
          <input type="checkbox" checked={contact} onChange={({ target }) => setContact(target.checked)} />{' '}
          {t.asContact}
        </label>
      </div>
    </Sheet>
  )
}
