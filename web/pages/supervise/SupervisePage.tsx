/**
 * The supervise board: a sentence that says what is the case, then with whom and where it sticks, what is stuck, and what
 * is under an order of its own. Every figure opens its rows. Source: look.md, principle 6.
 */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { superviseBoard, type RequestRow } from '#contracts/requests.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { BarTable, Bars, type Bar } from '#web/components/desk/Bars.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { superviseText } from '#web/texts/supervise.ts'
import { Finding } from './Finding.tsx'
import { OrderSheet } from './OrderSheet.tsx'
import { StuckList } from './StuckList.tsx'
import { SupervisedList } from './SupervisedList.tsx'
import './SupervisePage.css'

type Board = ReplyOf<typeof superviseBoard>

export function SupervisePage() {
  const t = useText(superviseText)
  return (
    <Allowed right="requests.supervise" title={t.title}>
      <WholeBoard />
    </Allowed>
  )
}

function WholeBoard() {
  const t = useText(superviseText)
  const board = useEndpoint(superviseBoard, {}, { refetchInterval: 60_000 })
  const [ordering, order] = useState<RequestRow>()
  const open = board.data?.byHandler.reduce((sum, one) => sum + one.open, 0)
  return (
    <Page title={t.title} note={open !== undefined && t.note(open)}>
      <Loaded query={board}>
        {(data) => (
          <>
            <Finding board={data} />
            <div className="sup">
              <HandlerPanel board={data} />
              <GridPanel board={data} />
              <Panel title={t.stuck} note={t.stuckNote}>
                <StuckList rows={data.stuck} onOrder={order} />
              </Panel>
              <Panel
                title={t.supervised}
                note={t.supervisedNote}
                end={<ExportButton kind="work" query={{ view: 'supervised' }} />}
              >
                <SupervisedList rows={data.supervised} />
              </Panel>
            </div>
          </>
        )}
      </Loaded>
      {ordering && <OrderSheet request={ordering} onClose={() => order(undefined)} />}
    </Page>
  )
}

function HandlerPanel({ board }: { board: Board }) {
  const t = useText(superviseText)
  const { clockText } = useTime()
  const bars = board.byHandler.map(({ name, organisationId, open, late, oldestDueAt }): Bar => ({
    key: organisationId ?? name,
    name: name || t.unassigned,
    open,
    late,
    note: oldestDueAt && late > 0 ? t.oldestDue(clockText(oldestDueAt)) : null,
    rows: name ? { view: 'open', q: name } : { view: 'mine' },
  }))
  return <BarPanel title={t.byHandler} bars={bars} oldest />
}

function GridPanel({ board }: { board: Board }) {
  const t = useText(superviseText)
  const bars = board.byGrid.map(({ gridId, name, open, late }): Bar => ({
    key: gridId,
    name,
    open,
    late,
    rows: { view: 'open', placeId: gridId, placeName: name },
  }))
  return <BarPanel title={t.byGrid} bars={bars} />
}

function BarPanel({ title, bars, oldest = false }: { title: string; bars: readonly Bar[]; oldest?: boolean }) {
  const t = useText(superviseText)
  const [asTable, setAsTable] = useState(false)
  return (
    <Panel
      title={title}
      note={t.barNote}
      end={
        <button type="button" className="text-btn" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t.picture : t.table}
        </button>
      }
    >
      {asTable ? (
        <BarTable bars={bars} words={{ name: t.name, open: t.open, late: t.late, ...(oldest && { note: t.oldest }) }} />
      ) : (
        <Bars bars={bars} words={{ openAndLate: t.openAndLate, rows: t.openRows, more: t.showAll }} />
      )}
    </Panel>
  )
}
