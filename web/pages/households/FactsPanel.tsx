/** Facts of the household: owned or rented, how many, since when, last checked; and the day all of it moves out. */
import { useState } from 'react'
import { changeHousehold, HOLDS, moveHouseholdOut, type HouseholdFile } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { dayInShanghai } from '#web/pages/people/day.ts'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'

export function FactsPanel({ file }: { file: HouseholdFile }) {
  const t = useText(householdsText)
  const words = useText(householdWords)
  const [holds, setHolds] = useState(file.holds)
  const [occupants, setOccupants] = useState(file.occupants === null ? '' : String(file.occupants))
  const [movedInOn, setMovedIn] = useState(file.movedInOn ?? '')
  const [leaving, leave] = useState(false)
  const { homePlaceId, may } = file
  const change = useCommand(changeHousehold, { onDone: () => toast(t.saved) })
  const out = useCommand(moveHouseholdOut, { onDone: () => (toast(t.movedOut), leave(false)) })
  const said = {
    holds,
    occupants: occupants === '' ? null : Number(occupants),
    movedInOn: movedInOn === '' ? null : movedInOn,
  }
  const save = (more: { confirmed?: true }) => change.send({ params: { homePlaceId }, body: { ...said, ...more } })
  return (
    <Panel
      title={t.facts}
      note={file.confirmedOn ? `${t.confirmed} ${file.confirmedOn}` : t.never}
      end={
        may.manage && (
          <span className="end">
            <Button kind="quiet" icon="check" busy={change.busy && t.saving} onClick={() => save({ confirmed: true })}>
              {t.check}
            </Button>
          </span>
        )
      }
    >
      <div className="hh-facts">
        <label>
          {t.holds}
          <select
            className="select"
            value={holds}
            disabled={!may.manage}
            onChange={({ target }) => setHolds(HOLDS.find((one) => one === target.value) ?? 'unknown')}
          >
            {HOLDS.map((one) => (
              <option key={one} value={one}>
                {words.holds[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.occupants}
          <input
            inputMode="numeric"
            value={occupants}
            readOnly={!may.manage}
            onChange={({ target }) => setOccupants(target.value.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 2))}
          />
        </label>
        <label>
          {t.movedIn}
          <input
            type="date"
            value={movedInOn}
            readOnly={!may.manage}
            onChange={({ target }) => setMovedIn(target.value)}
          />
        </label>
        {may.manage && (
          <>
            <Button busy={change.busy && t.saving} onClick={() => save({})}>
              {t.save}
            </Button>
            {file.householdId && (
              <button type="button" className="text-btn" onClick={() => leave(true)}>
                {t.moveOut}
              </button>
            )}
          </>
        )}
      </div>
      {leaving && (
        <Confirm
          open
          onClose={() => leave(false)}
          title={t.moveOutTitle}
          consequence={t.moveOutAfter}
          verb={t.moveOut}
          busy={out.busy && t.saving}
          onConfirm={() => out.send({ params: { homePlaceId }, body: { on: dayInShanghai(new Date()) } })}
        />
      )}
    </Panel>
  )
}
