/** A new key: for whom, what it may do, until when. */
import { useState } from 'react'
import { KEY_CALLS, makeKey } from '#contracts/keys.ts'
import { KEY_SCOPES, type KeyScope } from '#contracts/key-scopes.ts'
import { Button } from '#web/components/Button.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { connectionsText } from '#web/texts/connections.ts'
import { useProblem } from '#web/texts/errors.ts'

export function MakeKey({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const t = useText(connectionsText)
  const say = useProblem()
  const [name, setName] = useState('')
  const [holder, setHolder] = useState('')
  const [scopes, setScopes] = useState<KeyScope[]>(['open311.write'])
  const [rate, setRate] = useState(String(KEY_CALLS.usual))
  const [expiresOn, setExpiresOn] = useState('')
  const make = useCommand(makeKey, { onDone: ({ secret }) => onMade(secret) })
  const calls = Number(rate)
  const lacking = name.trim().length < 2 || scopes.length === 0 || !(calls >= 1 && calls <= KEY_CALLS.most)
  const send = () =>
    make.send({
      body: {
        name: name.trim(),
        scopes,
        callsInTenSeconds: Math.trunc(calls),
        ...(holder.trim() && { holder: holder.trim() }),
        ...(expiresOn && { expiresOn }),
      },
    })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.makeTitle}
      footer={
        <Button kind="accent" busy={make.busy && t.saving} blocked={lacking && t.incomplete} onClick={send}>
          {t.make}
        </Button>
      }
    >
      <TextField
        label={t.name}
        hint={t.nameHint}
        value={name}
        onChange={setName}
        maxLength={40}
        autoFocus
        error={make.error ? say(make.error) : undefined}
      />
      <TextField label={t.holder} optional value={holder} onChange={setHolder} maxLength={80} />
      <Choices
        label={t.scopes}
        values={scopes}
        onChange={setScopes}
        options={KEY_SCOPES.map((value) => ({ value, label: t.scopeWords[value] }))}
      />
      <TextField
        label={t.expires}
        hint={t.expiresHint}
        optional
        type="date"
        value={expiresOn}
        onChange={setExpiresOn}
      />
      <TextField label={t.rate} inputMode="numeric" value={rate} onChange={setRate} maxLength={4} />
    </Sheet>
  )
}
