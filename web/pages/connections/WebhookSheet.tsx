/** A new webhook: where, and what it is told. */
import { useState } from 'react'
import { makeWebhook, WEBHOOK_EVENTS, type WebhookEvent } from '#contracts/webhooks.ts'
import { Button } from '#web/components/Button.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { exchangeText } from '#web/texts/exchange.ts'

export function WebhookSheet({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const t = useText(exchangeText)
  const say = useProblem()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('https://')
  const [events, setEvents] = useState<readonly WebhookEvent[]>(WEBHOOK_EVENTS)
  const [place, setPlace] = useState<PickedPlace>()
  const make = useCommand(makeWebhook, { onDone: ({ secret }) => onMade(secret) })
  const body = { name: name.trim(), url: url.trim(), events: [...events], ...(place && { placeId: place.id }) }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.addHook}
      footer={
        <Button kind="accent" busy={make.busy && t.making} onClick={() => make.send({ body })}>
          {t.make}
        </Button>
      }
    >
      <TextField
        label={t.name}
        value={name}
        onChange={setName}
        maxLength={40}
        error={fieldError(make.error, 'name', say)}
      />
      <TextField
        label={t.url}
        value={url}
        onChange={setUrl}
        maxLength={500}
        hint={t.urlHint}
        error={fieldError(make.error, 'url', say)}
      />
      <Choices
        label={t.what}
        values={events}
        onChange={setEvents}
        options={WEBHOOK_EVENTS.map((value) => ({ value, label: t.events[value] }))}
      />
      <PlacePick label={`${t.place}（${t.wholeDistrict}）`} value={place} onChange={setPlace} />
      {make.error && !make.error.field && (
        <p role="alert" className="field-error">
          {say(make.error)}
        </p>
      )}
    </Sheet>
  )
}
