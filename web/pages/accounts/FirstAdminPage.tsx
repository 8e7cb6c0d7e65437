/**
 * The one-time link that `npm run admin` prints: its token stands after the # and so never reaches a log. Turns it into the
 * district's first administrator, who goes on to the desk.
 */
import { useState } from 'react'
import { claimFirstAdmin } from '#contracts/accounts.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { accountsText } from '#web/texts/accounts.ts'
import { useProblem } from '#web/texts/errors.ts'
import { arrive } from './arrive.ts'
import './SignInPage.css'

export function FirstAdminPage() {
  const t = useText(accountsText)
  const say = useProblem()
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const claiming = useCommand(claimFirstAdmin, {
    changes: [],
    onDone: (person) => void arrive(person, true).then(() => location.assign('/console')),
  })
  const { error } = claiming
  const errorAt = (field: string) => fieldError(error, field, say)
  const elsewhere = error && !['name', 'username', 'password'].includes(error.field ?? '')
  return (
    <AppFrame title={t.firstTitle} header="top">
      {token === '' ? (
        <Empty mood="trouble" icon="key" title={t.noToken} note={t.noTokenNote} />
      ) : (
        <Card padded className="sign-in">
          <p>{t.firstNote}</p>
          <form
            onSubmit={(event) => (
              event.preventDefault(),
              claiming.send({ body: { token, name: name.trim(), username: username.trim(), password } })
            )}
          >
            <TextField label={t.name} value={name} onChange={setName} autoComplete="name" error={errorAt('name')} />
            <TextField
              label={t.newUsername}
              value={username}
              onChange={setUsername}
              autoComplete="username"
              error={errorAt('username')}
            />
            <TextField
              label={t.newPassword}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="new-password"
              hint={t.passwordHint}
              error={errorAt('password') ?? (elsewhere ? say(error) : undefined)}
            />
            <Button kind="accent" type="submit" busy={claiming.busy && t.creating}>
              {t.create}
            </Button>
          </form>
        </Card>
      )}
    </AppFrame>
  )
}
