/** What is kept with consent: named, closed, opened one by one; kept and emptied only while the consent lives. */
import { useState } from 'react'
import { keepValue, VALUE_FIELDS, type HouseholdFile, type ValueField } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { Reveal } from './Reveal.tsx'
import { ValueInput } from './ValueFields.tsx'

export function KeptPanel({ file }: { file: HouseholdFile }) {
  const t = useText(householdsText)
  const { fields } = useText(householdWords)
  const [keeping, keep] = useState(false)
  const drop = useCommand(keepValue, { onDone: () => toast(t.dropped) })
  const { homePlaceId, kept, people, may } = file
  const canKeep = may.manage && people.some(({ agreed }) => agreed.length > 0)
  return (
    <Panel
      title={t.kept}
      note={t.keptNote}
      end={
        canKeep && (
          <span className="end">
            <Button kind="quiet" icon="plus" onClick={() => keep(true)}>
              {t.keep}
            </Button>
          </span>
        )
      }
    >
      {kept.length === 0 ? (
        <p className="panel-none">{t.keptNone}</p>
      ) : (
        <ul className="hh-list">
          {kept.map(({ personId, name, field }) => (
            <li key={`${personId}${field}`}>
              <b>{fields[field]}</b>
              <span>{name}</span>
              <Reveal file={file} personId={personId} name={name} field={field} masked="＊＊＊＊" />
              <span className="sp" />
              <button
                type="button"
                className="text-btn"
                onClick={() => drop.send({ params: { homePlaceId }, body: { personId, field, value: null } })}
              >
                {t.drop}
              </button>
            </li>
          ))}
        </ul>
      )}
      {keeping && <KeepSheet file={file} onClose={() => keep(false)} />}
    </Panel>
  )
}

const NEEDS = { speaking: 'reach', otherNumber: 'reach', careNeed: 'care', careHelper: 'care', emergencyContact: 'care' } as const // prettier-ignore

function KeepSheet({ file: { homePlaceId, people }, onClose }: { file: HouseholdFile; onClose: () => void }) {
  const t = useText(householdsText)
  const { fields } = useText(householdWords)
  const say = useProblem()
  const agreed = people.filter((person) => person.agreed.length > 0)
  const [personId, setPerson] = useState(agreed[0]?.personId)
  const purposes = agreed.find((one) => one.personId === personId)?.agreed ?? []
  const open = VALUE_FIELDS.filter((one) => purposes.includes(NEEDS[one]))
  const [chosen, setField] = useState<ValueField>()
  const field = chosen && open.includes(chosen) ? chosen : open[0]
  const [value, setValue] = useState('')
  const save = useCommand(keepValue, { onDone: () => (toast(t.saved), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.keepTitle}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={(!personId || !field || value.trim() === '') && t.keepHint}
          onClick={() =>
            personId && field && save.send({ params: { homePlaceId }, body: { personId, field, value: value.trim() } })
          }
        >
          {t.save}
        </Button>
      }
    >
      <div className="hh-form">
        <Choice
          label={t.keepWhom}
          value={personId}
          onChange={setPerson}
          options={agreed.map((one) => ({ value: one.personId, label: one.name }))}
        />
        <Choice
          label={t.keepWhat}
          value={field}
          onChange={(next) => (setField(next), setValue(''))}
          options={open.map((one) => ({ value: one, label: fields[one] }))}
        />
        {field && (
          <ValueInput
            field={field}
            value={value}
            onChange={setValue}
            hint={t.keepHint}
            error={save.error ? say(save.error) : undefined}
          />
        )}
      </div>
    </Sheet>
  )
}
