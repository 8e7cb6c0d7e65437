/** A bulletin of any place that one writes for, and of any week or month: composed at once, one that is there is opened. */
import { useState } from 'react'
import { BULLETIN_KINDS, listBulletinPlaces, makeBulletin, type BulletinKind } from '#contracts/bulletins.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Seg } from '#web/components/desk/Seg.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { useProblem } from '#web/texts/errors.ts'
import { kitText } from '#web/texts/kit.ts'
import { shanghaiDay } from './BulletinPaper.tsx'

/** A day of the last period that is over: a bulletin of a week that has just begun would mislead. */
function lastOf(kind: BulletinKind, today: string): string {
  const day = new Date(today)
  if (kind === 'weekly') day.setUTCDate(day.getUTCDate() - 7)
  else day.setUTCDate(0)
  return day.toISOString().slice(0, 10)
}

/** With more than this the list has a field to find by name. */
const FEW = 12

export function MakeSheet({ open, onClose, onMade }: { open: boolean; onClose: () => void; onMade: (id: string) => void }) {
  const t = useText(bulletinText)
  const kit = useText(kitText)
  const say = useProblem()
  const today = shanghaiDay(useNow().toISOString())
  const [kind, setKind] = useState<BulletinKind>('weekly')
  // unless another day is chosen: the week or month that is over
  const [picked, setOn] = useState<string>()
  const on = picked ?? lastOf(kind, today)
  const [q, setQ] = useState('')
  const [chosen, pick] = useState('')
  const places = useEndpoint(listBulletinPlaces, { query: { kind, ...(q.trim() && { q: q.trim() }) } }, { enabled: open, keepLast: true })
  const placeId = places.data?.rows.find(({ id }) => id === chosen)?.id ?? places.data?.rows[0]?.id
  const make = useCommand(makeBulletin, {
    onDone: ({ id, made }) => {
      if (!made) toast(t.there)
      onClose()
      onMade(id)
    },
  })
  const other = make.error && !['on', 'placeId'].includes(make.error.field ?? '') ? make.error : null
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t.made}
      footer={
        <Answers>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button kind="accent" busy={make.busy && t.making} blocked={!placeId && t.noPlaces} onClick={() => placeId && make.send({ body: { kind, placeId, on } })}>
            {t.make}
          </Button>
        </Answers>
      }
    >
      <Seg label={t.kind} panel="bl-make" value={kind} onChange={setKind} options={BULLETIN_KINDS.map((value) => ({ value, words: t.kinds[value] }))} />
      <Loaded query={places}>
        {({ rows, more }) => (
          <div className="bl-make" id="bl-make">
            {(more || q !== '' || rows.length > FEW) && <TextField label={t.placeFind} type="search" value={q} onChange={setQ} maxLength={40} />}
            <label className="bl-place">
              <span>{t.place}</span>
              <select className="select" value={placeId ?? ''} onChange={({ target }) => pick(target.value)}>
                {rows.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
      </Loaded>
      <TextField label={t.on} hint={t.onHint} type="date" value={on} onChange={setOn} error={fieldError(make.error, 'on', say)} />
      {other && <p className="bl-word" role="alert">{say(other)}</p>}
    </Sheet>
  )
} // prettier-ignore
