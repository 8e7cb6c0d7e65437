/** My name, and the one that neighbours see. */
import { useState } from 'react'
import { updateMe, type Me } from '#contracts/accounts.ts'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Row } from '#web/components/Row.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { profileText } from '#web/texts/profile.ts'

export function Nickname({ person }: { person: Me }) {
  const t = useText(profileText)
  const say = useProblem()
  const [open, setOpen] = useState(false)
  const [nickname, setNickname] = useState(person.nickname)
  const save = useCommand(updateMe, {
    onDone: () => {
      toast(t.saved)
      setOpen(false)
    },
  })
  return (
    <>
      <Row
        icon="user"
        title={person.name || person.nickname}
        note={person.nickname === person.name ? t.edit : person.nickname}
        onClick={() => setOpen(true)}
      />
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t.edit}
        footer={
          <Button
            kind="accent"
            busy={save.busy && t.saving}
            onClick={() => nickname.trim() && save.send({ body: { nickname: nickname.trim() } })}
          >
            {t.save}
          </Button>
        }
      >
        <TextField
          label={t.nickname}
          hint={t.nicknameHint}
          maxLength={20}
          value={nickname}
          onChange={setNickname}
          error={fieldError(save.error, 'nickname', say) ?? (save.error ? say(save.error) : undefined)}
        />
      </Sheet>
    </>
  )
}
