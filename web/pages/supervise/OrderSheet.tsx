/** 督办: until when an answer is owed and why. Whoever handles the request may not order it; the server says so. */
import { useState } from 'react'
import { takeStep, viewRequest, type RequestRow } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { TextArea, TextField, fieldError } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { superviseText } from '#web/texts/supervise.ts'
import { atHourInDays, fromField, toField } from './moments.ts'

const OFFICE_CLOSES = 17 // customary hours of community offices: server/platform/calendar/shanghai.ts
const LEAST_WORDS = 4

export function OrderSheet({ request, onClose }: { request: RequestRow; onClose: () => void }) {
  const t = useText(superviseText)
  const say = useProblem()
  const { now } = useTime()
  const full = useEndpoint(viewRequest, { params: { id: request.id } })
  const [until, setUntil] = useState(() => toField(atHourInDays(now, 1, OFFICE_CLOSES)))
  const [note, setNote] = useState('')
  const step = useCommand(takeStep, { onDone: () => (toast(t.sent), onClose()) })
  const may = full.data?.allowedActions.some(({ action, blocked }) => action === 'supervise' && !blocked)
  const missing = fromField(until) <= now ? t.pickDate : note.trim().length < LEAST_WORDS ? t.writeReason : false
  const send = () =>
    full.data &&
    step.send({
      params: { id: request.id },
      body: { action: 'supervise', seq: full.data.seq, until: fromField(until).toISOString(), note: note.trim() },
    })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.orderTitle}
      footer={
        may && (
          <Button kind="accent" busy={step.busy && t.sending} blocked={missing} onClick={send}>
            {t.send}
          </Button>
        )
      }
    >
      <p className="sup-about">{request.title}</p>
      <Loaded query={full}>
        {() =>
          may ? (
            <>
              <TextField
                label={t.until}
                type="datetime-local"
                value={until}
                onChange={setUntil}
                error={fieldError(step.error, 'until', say)}
              />
              <p className="sup-quick">
                <button
                  type="button"
                  className="text-btn"
                  onClick={() => setUntil(toField(atHourInDays(now, 1, OFFICE_CLOSES)))}
                >
                  {t.whenTomorrow}
                </button>
                <button
                  type="button"
                  className="text-btn"
                  onClick={() => setUntil(toField(atHourInDays(now, 3, OFFICE_CLOSES)))}
                >
                  {t.whenThree}
                </button>
              </p>
              <TextArea
                label={t.reason}
                hint={t.orderAfter}
                value={note}
                onChange={setNote}
                maxLength={2000}
                error={step.error && step.error.field !== 'until' ? say(step.error) : undefined}
              />
            </>
          ) : (
            <p className="sheet-text">{t.noOrder}</p>
          )
        }
      </Loaded>
    </Sheet>
  )
}
