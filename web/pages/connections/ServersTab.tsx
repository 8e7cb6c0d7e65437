/** Other GeoReport servers: how each stands, and how it is connected. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { changePeer, givePeerKey, listPeers, removePeer, type PeerView } from '#contracts/federation.ts'
import { Button } from '#web/components/Button.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { PeerCard } from '../exchange/PeerCard.tsx'
import { Secret } from './Secret.tsx'
import { ServerSheet } from './ServerSheet.tsx'
import '../exchange/exchange.css'

const EVERY_MS = 10_000

export function ServersTab() {
  const t = useText(exchangeText)
  const manages = useRight('connections.manage')
  const peers = useEndpoint(listPeers, {}, { topics: ['requests'], refetchInterval: EVERY_MS })
  const [editing, edit] = useState<PeerView | 'new'>()
  return (
    <>
      <div className="ex-tools ex-bar">
        <p className="ex-line">{t.serversNote}</p>
        <Link to="/exchange" className="text-btn">
          {t.toExchange}
        </Link>
        {manages && (
          <Button kind="accent" size="small" icon="plus" onClick={() => edit('new')}>
            {t.addServer}
          </Button>
        )}
      </div>
      <Loaded query={peers}>
        {(all) =>
          all.length === 0 ? (
            <Empty mood="quiet" icon="send" title={t.serversNone} note={t.serversNoneNote} />
          ) : (
            <ul className="ex-peers">
              {all.map((peer) => (
                <li key={peer.id}>
                  <Server peer={peer} manages={manages} onEdit={() => edit(peer)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {editing && <ServerSheet peer={editing === 'new' ? undefined : editing} onClose={() => edit(undefined)} />}
    </>
  )
}

function Server({ peer, manages, onEdit }: { peer: PeerView; manages: boolean; onEdit: () => void }) {
  const t = useText(exchangeText)
  const [asking, ask] = useState<'remove' | 'giveKey'>()
  const params = { id: peer.id }
  const change = useCommand(changePeer, { changes: ['peers', 'exchange'] })
  const remove = useCommand(removePeer, { changes: ['peers', 'exchange'], onDone: () => ask(undefined) })
  const give = useCommand(givePeerKey, { changes: ['keys'], onDone: () => ask(undefined) })
  return (
    <PeerCard peer={peer}>
      {manages && (
        <>
          <Button size="small" onClick={onEdit}>
            {t.does}
          </Button>
          <Button size="small" onClick={() => change.send({ params, body: { paused: !peer.pausedAt } })}>
            {peer.pausedAt ? t.resume : t.pause}
          </Button>
          <Button size="small" kind="quiet" onClick={() => ask('giveKey')}>
            {t.giveKey}
          </Button>
          <Button size="small" kind="quiet" onClick={() => ask('remove')}>
            {t.remove}
          </Button>
          <Confirm
            open={asking === 'giveKey'}
            onClose={() => ask(undefined)}
            title={peer.name}
            consequence={t.giveKeyNote}
            verb={t.giveKey}
            onConfirm={() => give.send({ params })}
          />
          {give.reply && <Secret secret={give.reply.secret} onClose={give.reset} />}
          <Confirm
            open={asking === 'remove'}
            onClose={() => ask(undefined)}
            title={peer.name}
            consequence={t.removePeer}
            verb={t.remove}
            onConfirm={() => remove.send({ params })}
          />
        </>
      )}
    </PeerCard>
  )
}
