/** Keys of other systems: what each may do, where, until when; made, renewed and revoked by the operator. */
import { useState } from 'react'
import { listKeys, renewKey, revokeKey, type KeyView } from '#contracts/keys.ts'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { connectionsText } from '#web/texts/connections.ts'
import { MakeKey } from './MakeKey.tsx'
import { Secret } from './Secret.tsx'

const TONES = { working: 'good', expired: 'due', revoked: 'new' } as const

export function KeysTab() {
  const t = useText(connectionsText)
  const manages = useRight('connections.manage')
  const keys = useEndpoint(listKeys, {})
  const [making, make] = useState(false)
  const [secret, tell] = useState<string>()
  return (
    <Panel
      title={t.tab.keys}
      end={
        manages && (
          <Button kind="accent" size="small" icon="plus" onClick={() => make(true)}>
            {t.make}
          </Button>
        )
      }
    >
      <Loaded query={keys}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty mood="quiet" icon="key" title={t.none} note={t.noneHint} />
          ) : (
            <ul className="con-keys">
              {rows.map((key) => (
                <Key key={key.id} row={key} manages={manages} onRenewed={tell} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {making && <MakeKey onClose={() => make(false)} onMade={(made) => (make(false), tell(made))} />}
      {secret && <Secret secret={secret} onClose={() => tell(undefined)} />}
    </Panel>
  )
}

type KeyProps = { row: KeyView; manages: boolean; onRenewed: (secret: string) => void }

function Key({ row, manages, onRenewed }: KeyProps) {
  const t = useText(connectionsText)
  const [asking, ask] = useState<'renew' | 'revoke'>()
  const renew = useCommand(renewKey, { onDone: ({ secret }) => (ask(undefined), onRenewed(secret)) })
  const revoke = useCommand(revokeKey, { onDone: () => (ask(undefined), toast(t.revoked)) })
  const input = { params: { id: row.id } }
  const used = row.lastUsedOn ? t.used(row.lastUsedOn) : t.unused
  return (
    <li data-state={row.state}>
      <Icon name="key" size={20} />
      <div className="con-what">
        <b>{row.name}</b>
        <span>
          {[row.holder, t.whole(row.placeName), row.expiresOn && t.until(row.expiresOn), used]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="con-scopes">
          {row.scopes.map((scope) => (
            <Pill key={scope}>{t.scopeWords[scope]}</Pill>
          ))}
        </span>
      </div>
      <code>{row.prefix}…</code>
      <Pill tone={TONES[row.state]}>{t.state[row.state]}</Pill>
      {manages && row.state !== 'revoked' && (
        <span className="con-deeds">
          <Button kind="quiet" onClick={() => ask('renew')}>
            {t.renew}
          </Button>
          <Button kind="quiet" onClick={() => ask('revoke')}>
            {t.revoke}
          </Button>
        </span>
      )}
      <Confirm
        open={asking === 'renew'}
        onClose={() => ask(undefined)}
        title={t.renewTitle}
        consequence={t.renewAfter(row.name)}
        verb={t.renew}
        busy={renew.busy && t.saving}
        onConfirm={() => renew.send({ ...input, body: {} })}
      />
      <Confirm
        open={asking === 'revoke'}
        onClose={() => ask(undefined)}
        title={t.revokeTitle}
        consequence={t.revokeAfter(row.name)}
        verb={t.revoke}
        busy={revoke.busy && t.saving}
        onConfirm={() => revoke.send(input)}
      />
    </li>
  )
}
