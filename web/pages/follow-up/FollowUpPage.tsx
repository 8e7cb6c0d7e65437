/**
 * Call-backs, one after the other: the list of what is said to be done, and beside it the call. After each the next one is
 * open already. Keys: J and K move, 1 and 2 say reached or not, ⌘↵ notes it down.
 */
import { useState } from 'react'
import { listWork, type RequestRow } from '#contracts/requests.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useStanding } from '#web/pages/requests/standing.ts'
import { followUpText } from '#web/texts/followUp.ts'
import { CallPane } from './CallPane.tsx'
import { silentEnd } from './silent-end.ts'
import './FollowUpPage.css'

const MOST = 100

export function FollowUpPage() {
  const t = useText(followUpText)
  return (
    <Allowed right="requests.followUp" title={t.title}>
      <CallBacks />
    </Allowed>
  )
}

function CallBacks() {
  const t = useText(followUpText)
  const list = useEndpoint(listWork, { query: { view: 'followUp', limit: MOST } }, { refetchInterval: 60_000 })
  const [chosen, choose] = useState<string>()
  const rows = list.data?.rows ?? []
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  )
  const current = rows[at]
  const go = (by: 1 | -1) => choose(rows[(at + by + rows.length) % Math.max(rows.length, 1)]?.id)
  useShortcuts([
    { keys: 'j', words: t.next, group: 'list', hint: t.next, run: () => go(1) },
    { keys: 'k', words: t.previous, group: 'list', hint: t.previous, run: () => go(-1) },
  ])
  return (
    <Page whole title={t.title} note={list.data && t.note(rows.length)}>
      <Loaded query={list}>
        {() =>
          current ? (
            <div className="fu">
              <ol className="fu-list" aria-label={t.list}>
                {rows.map((row) => (
                  <Item key={row.id} row={row} current={row.id === current.id} onChoose={() => choose(row.id)} />
                ))}
              </ol>
              <CallPane key={current.id} row={current} onNext={() => choose(rows[at + 1]?.id ?? rows[at - 1]?.id)} />
            </div>
          ) : (
            <Empty title={t.none} note={t.noneHint} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Item({ row, current, onChoose }: { row: RequestRow; current: boolean; onChoose: () => void }) {
  const t = useText(followUpText)
  const { now, duration } = useTime()
  const { step, tone, words } = useStanding(row)
  const end = silentEnd(row)
  const leftMs = end ? end.getTime() - now.getTime() : 0
  return (
    <li>
      <button type="button" aria-current={current || undefined} onClick={onChoose}>
        <LoopRing step={step} tone={tone} size={24} label={words} />
        <span>
          <b>{row.title}</b>
          <small>
            <Facts items={[row.placeName, row.handlerName]} />
          </small>
        </span>
        {end && <em>{leftMs > 0 ? t.silentShort(duration(leftMs)) : t.silentPast}</em>}
      </button>
    </li>
  )
}
