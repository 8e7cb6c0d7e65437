/** What went to other servers and what came: per item when, under which numbers, and with what result. Moves by itself. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import {
  EXCHANGE_STATES,
  listExchange,
  listPeers,
  retryExchange,
  syncPeer,
  type PeerView,
} from '#contracts/federation.ts'
import { Button } from '#web/components/Button.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Further } from '#web/components/desk/Further.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Select } from '#web/components/desk/Select.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { marks } from '#web/texts/marks.ts'
import { PeerCard } from './PeerCard.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { ExchangeTable } from './ExchangeTable.tsx'
import './exchange.css'

export function ExchangePage() {
  const t = useText(exchangeText)
  return (
    <Allowed right="connections.view" title={t.title}>
      <Exchange />
    </Allowed>
  )
}

const EVERY_MS = 10_000
type State = (typeof EXCHANGE_STATES)[number]
type Way = 'out' | 'in'

function Exchange() {
  const t = useText(exchangeText)
  const peers = useEndpoint(listPeers, {}, { topics: ['requests', 'exchange'], refetchInterval: EVERY_MS })
  return (
    <Page
      title={t.title}
      note={t.note}
      tools={
        <Link to="/connections" search={{ tab: 'servers' }} className="text-btn">
          {t.connections}
        </Link>
      }
    >
      <Loaded query={peers}>
        {(all) =>
          all.length === 0 ? (
            <Empty mood="quiet" icon="send" title={t.nothing} note={t.nothingNote} />
          ) : (
            <Items peers={all} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Items({ peers }: { peers: readonly PeerView[] }) {
  const t = useText(exchangeText)
  const { list } = useText(marks)
  const manages = useRight('connections.manage')
  const [peerId, setPeer] = useState('')
  const [way, setWay] = useState<Way | ''>('')
  const [state, setState] = useState<State | ''>('')
  const [after, setAfter] = useState<string>()
  const query = { ...(peerId && { peerId }), ...(way && { way }), ...(state && { state }), ...(after && { after }) }
  const items = useEndpoint(listExchange, { query }, { keepLast: true, topics: ['requests', 'peers'], refetchInterval: EVERY_MS }) // prettier-ignore
  const retry = useCommand(retryExchange, { changes: ['exchange', 'peers'] })
  const sync = useCommand(syncPeer, { changes: ['exchange', 'peers'] })
  const newest = () => setAfter(undefined)
  return (
    <>
      <ul className="ex-peers">
        {peers.map((peer) => (
          <li key={peer.id}>
            <PeerCard peer={peer}>
              {manages && !peer.pausedAt && (
                <>
                  {peer.dead > 0 && (
                    <Button
                      size="small"
                      kind="accent"
                      onClick={() => retry.send({ params: { id: peer.id }, body: {} })}
                    >
                      {t.againAll(peer.dead)}
                    </Button>
                  )}
                  <Button size="small" kind="quiet" onClick={() => sync.send({ params: { id: peer.id } })}>
                    {t.sync}
                  </Button>
                </>
              )}
            </PeerCard>
          </li>
        ))}
      </ul>
      <Panel
        title={state ? t.states[state] : t.all}
        end={
          <span className="end ex-filters">
            <Select
              label={t.peers}
              hideLabel
              empty={t.peers}
              value={peerId}
              onChange={(id) => (setPeer(id), newest())}
              options={peers.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              label={t.ways.out}
              hideLabel
              empty={`${t.ways.out}${list}${t.ways.in}`}
              value={way}
              onChange={(one) => (setWay(one), newest())}
              options={(['out', 'in'] as const).map((one) => ({ value: one, label: t.ways[one] }))}
            />
            <Select
              label={t.all}
              hideLabel
              empty={t.all}
              value={state}
              onChange={(one) => (setState(one), newest())}
              options={EXCHANGE_STATES.map((one) => ({ value: one, label: t.states[one] }))}
            />
          </span>
        }
      >
        <Loaded query={items}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 ? (
                <p className="panel-none">{t.noneHere}</p>
              ) : (
                <ExchangeTable
                  rows={rows}
                  onRetry={
                    manages
                      ? ({ peerId: id, id: itemId }) => retry.send({ params: { id }, body: { itemId } })
                      : undefined
                  }
                />
              )}
              <Further next={next} after={after} onTurn={setAfter} words={{ more: t.more, first: t.newest }} />
            </>
          )}
        </Loaded>
      </Panel>
    </>
  )
}
