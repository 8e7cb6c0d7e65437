/** One line of the work list: its ring, what and where, until when and who has it. The ring turns into a box to select. */
import type { RequestRow } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { Hit } from '#web/components/desk/Hit.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { ringOf, statusWords } from '#web/components/request/state.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { useTime } from '#web/platform/time.ts'
import { workText } from '#web/texts/work.ts'
import type { Group } from './groups.ts'

export type WorkRowProps = {
  row: RequestRow
  group: Group
  query: string
  current: boolean
  selected: boolean
  leaving: boolean
  onOpen: () => void
  onSelect: () => void
}

export function WorkRow({ row, group, query, current, selected, leaving, onOpen, onSelect }: WorkRowProps) {
  const t = useText(workText)
  const lang = useLang()
  const { step, tone } = ringOf(row, useNow())
  const { title, placeName, number, channel, joinerCount, urgeCount, handlerName, limited, supervised, ask } = row
  const byNumber = query !== '' && number.includes(query)
  return (
    <li className="it" data-current={current} data-selected={selected} data-leaving={leaving}>
      <label className="it-box">
        <input type="checkbox" checked={selected} onChange={onSelect} aria-label={t.select(title)} />
        <LoopRing step={step} tone={tone} size={20} />
      </label>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={onOpen}>
        <b>
          <Hit text={title} query={query} />
        </b>
        <RowClock row={row} group={group} />
        <span className="it-s">
          <Facts
            items={[
              <Hit key="place" text={placeName} query={query} />,
              byNumber ? <Hit key="number" text={number} query={query} /> : t.channels[channel],
              joinerCount > 0 && t.followers(joinerCount),
              urgeCount > 0 && t.urged(urgeCount),
              supervised && t.supervised,
              ask && t.askWaits,
              limited && t.limited,
            ]}
          />
        </span>
        <span className="it-by">{handlerName ? <Hit text={handlerName} query={query} /> : statusWords(row, lang)}</span>
      </button>
    </li>
  )
}

function RowClock({ row: { dueAt, closedAt, paused, createdAt }, group }: { row: RequestRow; group: Group }) {
  const t = useText(workText)
  const { clockText, day, dayTime, hourMinute } = useTime()
  if (closedAt || !dueAt) return <span className="it-ck">{day(closedAt ?? createdAt)}</span>
  if (paused) return <span className="it-ck">{t.stopped}</span>
  const words =
    group === 'late' || group === 'soon' ? clockText(dueAt) : group === 'today' ? hourMinute(dueAt) : dayTime(dueAt)
  return (
    <time className="it-ck" data-group={group} dateTime={dueAt}>
      {words}
    </time>
  )
}
