/** User name and password, for staff. */
import { useState } from 'react'
import { signInWithPassword, type Me } from '#contracts/accounts.ts'
import { IconButton } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { accountsText } from '#web/texts/accounts.ts'
import { useProblem } from '#web/texts/errors.ts'

export function PasswordSignIn({ onSignedIn, arriving }: { onSignedIn: (person: Me) => void; arriving: boolean }) {
  const t = useText(accountsText)
  const say = useProblem()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const signing = useCommand(signInWithPassword, { changes: [], onDone: onSignedIn })
  return (
    <form
      onSubmit={(event) => (event.preventDefault(), signing.send({ body: { username: username.trim(), password } }))}
    >
      <TextField label={t.username} value={username} onChange={setUsername} autoComplete="username" />
      <TextField
        label={t.password}
        type={shown ? 'text' : 'password'}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={signing.error ? say(signing.error) : undefined}
        end={
          <IconButton
            name={shown ? 'eye-off' : 'eye'}
            label={shown ? t.hide : t.show}
            onClick={() => setShown(!shown)}
          />
        }
      />
      <Button kind="accent" type="submit" busy={(signing.busy || arriving) && t.signingIn}>
        {t.signIn}
      </Button>
    </form>
  )
}
