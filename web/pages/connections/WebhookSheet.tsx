/** A webhook, new or changed: where, and what it is told. Another address brings another secret, shown once. */
import { useState } from 'react'
import { changeWebhook, makeWebhook, WEBHOOK_EVENTS, type WebhookEvent, type WebhookView } from '#contracts/webhooks.ts'
import { Button } from '#web/components/Button.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { exchangeText } from '#web/texts/exchange.ts'

type Props = { hook?: WebhookView; onClose: () => void; onSaved: (secret: string | null) => void }

export function WebhookSheet({ hook, onClose, onSaved }: Props) {
  const t = useText(exchangeText)
  const say = useProblem()
  const [name, setName] = useState(hook?.name ?? '')
  const [url, setUrl] = useState(hook?.url ?? 'https://')
  const [events, setEvents] = useState<readonly WebhookEvent[]>(hook?.events ?? WEBHOOK_EVENTS)
  const [place, setPlace] = useState<PickedPlace>()
  const saved = { onDone: ({ secret }: { secret: string | null }) => onSaved(secret) }
  const make = useCommand(makeWebhook, saved)
  const change = useCommand(changeWebhook, saved)
  const error = make.error ?? change.error
  const body = { name: name.trim(), url: url.trim(), events: [...events] }
  const save = () =>
    hook
      ? change.send({ params: { id: hook.id }, body })
      : make.send({ body: { ...body, ...(place && { placeId: place.id }) } })
  return (
    <Sheet
      open
      onClose={onClose}
      title={hook?.name ?? t.addHook}
      footer={
        <Button kind="accent" busy={(make.busy && t.making) || (change.busy && t.saving)} onClick={save}>
          {hook ? t.save : t.make}
        </Button>
      }
    >
      <TextField label={t.name} value={name} onChange={setName} maxLength={40} error={fieldError(error, 'name', say)} />
      <TextField
        label={t.url}
        value={url}
        onChange={setUrl}
        maxLength={500}
        hint={hook && url.trim() !== hook.url ? t.newSecretHint : t.urlHint}
        error={fieldError(error, 'url', say)}
      />
      <Choices
        label={t.what}
        values={events}
        onChange={setEvents}
        options={WEBHOOK_EVENTS.map((value) => ({ value, label: t.events[value] }))}
      />
      {!hook && <PlacePick label={t.place} hint={t.wholeDistrict} value={place} onChange={setPlace} />}
      {error && !error.field && (
        <p role="alert" className="field-error">
          {say(error)}
        </p>
      )}
    </Sheet>
  )
}
