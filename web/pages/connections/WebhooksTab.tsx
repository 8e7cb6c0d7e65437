/** Webhooks of the district: how each stands, and what was sent to it. */
import { useState } from 'react'
import {
  changeWebhook,
  listWebhooks,
  pingWebhook,
  removeWebhook,
  renewWebhookSecret,
  retryDeliveries,
  type WebhookView,
} from '#contracts/webhooks.ts'
import { Button } from '#web/components/Button.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { useExchangeWords } from '../exchange/words.ts'
import { Deliveries } from './Deliveries.tsx'
import { Secret } from './Secret.tsx'
import { WebhookSheet } from './WebhookSheet.tsx'
import '../exchange/exchange.css'

const EVERY_MS = 10_000

export function WebhooksTab() {
  const t = useText(exchangeText)
  const manages = useRight('connections.manage')
  const hooks = useEndpoint(listWebhooks, {}, { topics: ['requests'], refetchInterval: EVERY_MS })
  const [editing, edit] = useState<WebhookView | 'new'>()
  const [secret, show] = useState<string>()
  return (
    <>
      <div className="ex-tools ex-bar">
        <p className="ex-line">{t.hooksNote}</p>
        {manages && (
          <Button kind="accent" size="small" icon="plus" onClick={() => edit('new')}>
            {t.addHook}
          </Button>
        )}
      </div>
      <Loaded query={hooks}>
        {(all) =>
          all.length === 0 ? (
            <Empty mood="quiet" icon="send" title={t.hooksNone} note={t.hooksNoneNote} />
          ) : (
            all.map((one) => (
              <Hook key={one.id} hook={one} manages={manages} onEdit={() => edit(one)} onSecret={show} />
            ))
          )
        }
      </Loaded>
      {editing && (
        <WebhookSheet
          {...(editing !== 'new' && { hook: editing })}
          onClose={() => edit(undefined)}
          onSaved={(secret) => (edit(undefined), show(secret ?? undefined))}
        />
      )}
      {secret && <Secret secret={secret} title={t.secretTitle} note={t.secretNote} onClose={() => show(undefined)} />}
    </>
  )
}

function Hook({
  hook,
  manages,
  onEdit,
  onSecret,
}: {
  hook: WebhookView
  manages: boolean
  onEdit: () => void
  onSecret: (secret: string) => void
}) {
  const t = useText(exchangeText)
  const words = useExchangeWords()
  const { dayTime } = useTime()
  const [open, setOpen] = useState(false)
  const [asking, ask] = useState<'remove' | 'renew'>()
  const params = { id: hook.id }
  const change = useCommand(changeWebhook)
  const ping = useCommand(pingWebhook, { onDone: () => toast(t.pinged) })
  const retry = useCommand(retryDeliveries, { onDone: () => toast(t.retried) })
  const remove = useCommand(removeWebhook, { onDone: () => ask(undefined) })
  const renew = useCommand(renewWebhookSecret, { onDone: ({ secret }) => (ask(undefined), onSecret(secret)) })
  const { pausedAt, pauseReason, failingSince, lastOkAt } = hook
  const tone = pausedAt ? 'new' : failingSince ? 'late' : lastOkAt ? 'good' : 'due'
  const paused = pauseReason === 'failing' ? t.pausedFailing : pauseReason === 'gone' ? t.pausedGone : t.paused
  const state = pausedAt ? paused : failingSince ? t.failing(dayTime(failingSince)) : lastOkAt ? t.lastOk(dayTime(lastOkAt)) : t.never // prettier-ignore
  return (
    <article className="panel ex-card">
      <h3>{hook.name}</h3>
      <p>
        <Pill tone={tone}>{state}</Pill>
      </p>
      <p className="ex-url">{hook.url}</p>
      <p className="ex-line">
        {[hook.placeName, hook.waiting > 0 && t.waiting(hook.waiting), hook.dead > 0 && t.dead(hook.dead)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="ex-line">{hook.events.map(words.event).join(' · ')}</p>
      <div className="ex-tools">
        <Button size="small" kind="quiet" onClick={() => setOpen(!open)}>
          {open ? t.hide : t.deliveries}
        </Button>
        {manages && !pausedAt && (
          <Button size="small" onClick={() => ping.send({ params })}>
            {t.ping}
          </Button>
        )}
        {manages && !pausedAt && hook.dead > 0 && (
          <Button size="small" onClick={() => retry.send({ params, body: {} })}>
            {t.againAll(hook.dead)}
          </Button>
        )}
        {manages && (
          <>
            <Button size="small" onClick={onEdit}>
              {t.edit}
            </Button>
            <Button size="small" onClick={() => change.send({ params, body: { paused: !pausedAt } })}>
              {pausedAt ? t.resume : t.pause}
            </Button>
            <Button size="small" kind="quiet" onClick={() => ask('renew')}>
              {t.renew}
            </Button>
            <Button size="small" kind="quiet" onClick={() => ask('remove')}>
              {t.remove}
            </Button>
          </>
        )}
      </div>
      {open && (
        <Deliveries
          webhookId={hook.id}
          onRetry={manages && !pausedAt ? (deliveryId) => retry.send({ params, body: { deliveryId } }) : undefined}
        />
      )}
      <Confirm
        open={asking === 'remove'}
        onClose={() => ask(undefined)}
        title={hook.name}
        consequence={t.removeHook}
        verb={t.remove}
        onConfirm={() => remove.send({ params })}
      />
      <Confirm
        open={asking === 'renew'}
        onClose={() => ask(undefined)}
        title={hook.name}
        consequence={t.renewNote}
        verb={t.renew}
        onConfirm={() => renew.send({ params })}
      />
    </article>
  )
}
