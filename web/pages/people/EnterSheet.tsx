/** Entering a member of staff or a volunteer, who then signs in by a code to the phone. */
import { createPerson } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { fieldError } from '#web/components/Field.tsx'
import { useWho, WhoFields } from '#web/components/desk/WhoFields.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText } from '#web/texts/people.ts'

export function EnterSheet({ onClose }: { onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const who = useWho()
  const { name, phone, isMobile } = who
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
          blocked={(!name || !isMobile) && t.fillPerson}
          onClick={() => save.send({ body: { name, phone } })}
        >
          {t.save}
        </Button>
      }
    >
      <WhoFields
        who={who}
        words={{ name: t.fullName, phone: t.mobile, hint: t.enterHint }}
        nameError={save.error && save.error.field !== 'phone' ? say(save.error) : undefined}
        phoneError={fieldError(save.error, 'phone', say)}
      />
    </Sheet>
  )
}
