/** What is under an order: the order's own deadline, whether it was answered, and the way to lift it. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { takeStep, viewRequest, type RequestRow, type RequestView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { superviseText } from '#web/texts/supervise.ts'

export function SupervisedList({ rows }: { rows: readonly RequestRow[] }) {
  const t = useText(superviseText)
  const [lifting, lift] = useState<RequestView>()
  if (rows.length === 0) return <p className="panel-none">{t.supervisedNone}</p>
  return (
    <>
      <ul className="sup-list">
        {rows.map((row) => (
          <SupervisedRow key={row.id} row={row} onLift={lift} />
        ))}
      </ul>
      {lifting && <LiftSheet request={lifting} onClose={() => lift(undefined)} />}
    </>
  )
}

function SupervisedRow({ row, onLift }: { row: RequestRow; onLift: (request: RequestView) => void }) {
  const t = useText(superviseText)
  const { now, dayTime, duration } = useTime()
  const { data } = useEndpoint(viewRequest, { params: { id: row.id } })
  const order = data?.supervision
  const mayLift = data?.allowedActions.some(({ action, blocked }) => action === 'liftSupervision' && !blocked)
  const overMs = order ? now.getTime() - new Date(order.dueAt).getTime() : 0
  const answer = data?.events.find(({ action }) => action === 'answerSupervision')
  return (
    <li>
      <div>
        <Link to="/requests/$id" params={{ id: row.id }} className="sup-title">
          {row.title}
        </Link>
        <p>
          <Facts items={[row.placeName, row.handlerName ?? t.unassigned, order && t.by(order.by)]} />
        </p>
        {order && <p className="sup-words">{order.reason}</p>}
        {order?.answeredAt && answer?.note && <p className="sup-answer">{answer.note}</p>}
      </div>
      {order && (
        <Pill tone={order.answeredAt ? 'said' : overMs > 0 ? 'late' : 'doing'}>
          {order.answeredAt
            ? t.answered(dayTime(order.answeredAt))
            : overMs > 0
              ? t.answerLate(duration(overMs))
              : t.answerBy(dayTime(order.dueAt))}
        </Pill>
      )}
      {data && mayLift && (
        <Button kind="soft" size="small" onClick={() => onLift(data)}>
          {t.lift}
        </Button>
      )}
    </li>
  )
}

function LiftSheet({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const t = useText(superviseText)
  const say = useProblem()
  const [note, setNote] = useState('')
  const step = useCommand(takeStep, { onDone: () => (toast(t.lifted), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.liftTitle}
      footer={
        <Button
          kind="accent"
          busy={step.busy && t.sending}
          blocked={note.trim().length < 2 && t.liftReason}
          onClick={() =>
            step.send({
              params: { id: request.id },
              body: { action: 'liftSupervision', seq: request.seq, note: note.trim() },
            })
          }
        >
          {t.lift}
        </Button>
      }
    >
      <p className="sup-about">{request.title}</p>
      <TextArea
        label={t.liftReason}
        hint={t.liftAfter}
        value={note}
        onChange={setNote}
        maxLength={500}
        error={step.error ? say(step.error) : undefined}
      />
    </Sheet>
  )
}
