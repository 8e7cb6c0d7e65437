/** What was changed about the grids, newest first, what waits for its day, and the grids as they were on a day. */
import { cancelGridChange, listGridChanges, type GridChangeView, type GridsView } from '#contracts/grids.ts'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { gridKindText, gridsText } from '#web/texts/grids.ts'
import { ChangeWords } from './ChangeWords.tsx'

const TONES = { applied: 'good', waiting: 'due', cancelled: 'new', refused: 'late' } as const

type HistoryProps = { view: GridsView; onDay: (day: string | undefined) => void }

export function GridHistory({ view, onDay }: HistoryProps) {
  const t = useText(gridsText)
  const changes = useEndpoint(listGridChanges, { params: { scopeId: view.scope.id }, query: { level: view.gridLevel } })
  const isPast = view.on !== view.today
  return (
    <>
      <div className="grids-asof">
        <TextField
          label={t.asOf}
          type="date"
          value={view.on}
          onChange={(day) => onDay(day && day < view.today ? day : undefined)}
        />
        {isPast && (
          <p className="grids-note">
            {t.asOfNote(view.on)}
            <Button kind="quiet" size="small" onClick={() => onDay(undefined)}>
              {t.toToday}
            </Button>
          </p>
        )}
      </div>
      <Loaded query={changes}>
        {(rows) => (
          <ol className="grids-changes">
            {rows.length === 0 && <li className="panel-none">{t.noHistory}</li>}
            {rows.map((change) => (
              <ChangeRow key={change.id} change={change} mayCancel={view.mayChange} onDay={onDay} />
            ))}
          </ol>
        )}
      </Loaded>
    </>
  )
}

type RowProps = { change: GridChangeView; mayCancel: boolean; onDay: (day: string) => void }

function ChangeRow({ change, mayCancel, onDay }: RowProps) {
  const t = useText(gridsText)
  const kinds = gridKindText[useLang() === 'en' ? 'en' : 'zh']
  const cancel = useCommand(cancelGridChange, { changes: ['grids'], onDone: () => toast(t.cancelled) })
  const { state, effectiveOn, kind, capacity, reason } = change
  return (
    <li>
      <header>
        {state === 'applied' ? (
          <button type="button" className="text-btn" onClick={() => onDay(effectiveOn)}>
            {effectiveOn}
          </button>
        ) : (
          <b>{effectiveOn}</b>
        )}
        <span>{kinds[kind]}</span>
        <Pill tone={TONES[state]}>{t.states[state]}</Pill>
      </header>
      <ChangeWords {...change} borders={[]} />
      <small>{[reason, capacity].filter(Boolean).join(' · ')}</small>
      {state === 'waiting' && mayCancel && (
        <Button kind="soft" size="small" onClick={() => cancel.send({ params: { id: change.id } })}>
          {t.cancelChange}
        </Button>
      )}
    </li>
  )
}
