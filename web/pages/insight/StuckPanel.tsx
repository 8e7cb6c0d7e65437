/** What is past its time and not moving: who has it, and at which step. Moves by itself when something goes overdue. */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { STUCK_AT, type figuresStuck } from '#contracts/figures.ts'
import { Matrix } from '#web/components/charts/Matrix.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded, type LoadedProps } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { isCut, searchOf, type Look } from './look.ts'
import { stuckCount } from './stuck.ts'
import { Waiting } from './Waiting.tsx'

type Reply = ReplyOf<typeof figuresStuck>
const SHOWN = 6

export function StuckPanel({ look, query }: { look: Look; query: LoadedProps<Reply>['query'] }) {
  const t = useText(insightText)
  const { comma } = useText(marks)
  const { dayTime } = useTime()
  return (
    <Panel
      title={t.stuck}
      note={query.data && [t.stuckNote(dayTime(query.data.asOf)), ...(isCut(look) ? [t.cutNone] : [])].join(comma)}
      className="in-stuck"
    >
      <Loaded query={query} skeleton={<Waiting />}>
        {(reply) => <Stuck look={look} reply={reply} />}
      </Loaded>
    </Panel>
  )
}

function Stuck({ look: { placeId }, reply }: { look: Pick<Look, 'placeId'>; reply: Reply }) {
  const t = useText(insightText)
  const { clockText } = useTime()
  const [all, setAll] = useState(false)
  const rows = [...reply.rows].sort((a, b) => stuckCount(b) - stuckCount(a)).filter((row) => stuckCount(row) > 0)
  const shown = all ? rows : rows.slice(0, SHOWN)
  if (rows.length === 0) return <p className="panel-none">{t.stuckNone}</p>
  return (
    <>
      <Matrix
        label={t.stuck}
        corner={t.who}
        columns={STUCK_AT.map((step) => t.steps[step])}
        path="/insight/rows"
        say={t.cell}
        rows={shown.map((row) => ({
          key: `${row.organisationId} ${row.name}`,
          name: row.name,
          note: row.oldestDueAt ? t.oldest(clockText(row.oldestDueAt)) : undefined,
          cells: STUCK_AT.map((step) => ({
            key: step,
            n: row[step],
            to: searchOf({ placeId, measure: 'overdueNow', stuckAt: step, heldBy: row.name }),
          })),
        }))}
      />
      {rows.length > shown.length && (
        <button type="button" className="text-btn" onClick={() => setAll(true)}>
          {t.others(rows.length - shown.length)}
        </button>
      )}
    </>
  )
}
