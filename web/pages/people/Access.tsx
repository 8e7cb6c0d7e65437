/** Closing and reopening somebody's access, and the user name with its first password. */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { setPersonAccess, type listPeople } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Confirm, Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText } from '#web/texts/people.ts'

export type Person = ReplyOf<typeof listPeople>['rows'][number]
type Props = { person: Person; onClose: () => void }
const LEAST = { username: 3, password: 10 } // contracts/people.ts, setPersonAccess

export function AccessConfirm({ person: { id, name, disabled }, onClose }: Props) {
  const t = useText(peopleText)
  const say = useProblem()
  const save = useCommand(setPersonAccess, { onDone: () => (toast(t.done), onClose()) })
  const shown = name.replaceAll('*', '＊')
  return (
    <Confirm
      open
      onClose={onClose}
      title={disabled ? t.enableTitle : t.disableTitle}
      verb={disabled ? t.enable : t.disable}
      busy={save.busy && t.saving}
      consequence={save.error ? say(save.error) : disabled ? t.enableAfter(shown) : t.disableAfter(shown)}
      onConfirm={() => save.send({ params: { id }, body: { disabled: !disabled } })}
    />
  )
}

export function AccountSheet({ person: { id, name }, onClose }: Props) {
  const t = useText(peopleText)
  const say = useProblem()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const save = useCommand(setPersonAccess, { onDone: () => (toast(t.done), onClose()) })
  const short = username.trim().length < LEAST.username || password.length < LEAST.password
  const otherError = save.error && save.error.field !== 'username' ? say(save.error) : undefined
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.accountTitle(name.replaceAll('*', '＊'))}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={short && t.fillAccount}
          onClick={() => save.send({ params: { id }, body: { username: username.trim(), password } })}
        >
          {t.save}
        </Button>
      }
    >
      <TextField
        label={t.username}
        value={username}
        onChange={setUsername}
        autoComplete="off"
        maxLength={60}
        error={fieldError(save.error, 'username', say)}
      />
      <TextField
        label={t.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        maxLength={200}
        hint={t.passwordHint}
        error={otherError}
      />
    </Sheet>
  )
}
