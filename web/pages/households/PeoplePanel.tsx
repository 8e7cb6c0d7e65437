/** Who lives here, masked; each value is opened with a reason. Entered, made the contact, left. */
import { useState } from 'react'
import { changeHousehold, leaveHome, type HouseholdFile } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { dayInShanghai } from '#web/pages/people/day.ts'
import { householdsText } from '#web/texts/households.ts'
import { AddPersonSheet } from './AddPersonSheet.tsx'
import { Reveal } from './Reveal.tsx'

type Person = HouseholdFile['people'][number]

export function PeoplePanel({ file }: { file: HouseholdFile }) {
  const t = useText(householdsText)
  const [adding, add] = useState(false)
  const [leaving, leave] = useState<Person>()
  const { homePlaceId, people, contactPersonId, may } = file
  const change = useCommand(changeHousehold, { onDone: () => toast(t.saved) })
  const left = useCommand(leaveHome, { onDone: () => (toast(t.saved), leave(undefined)) })
  return (
    <Panel
      title={t.lives}
      end={
        may.manage && (
          <span className="end">
            <Button kind="quiet" icon="plus" onClick={() => add(true)}>
              {t.addPerson}
            </Button>
          </span>
        )
      }
    >
      {people.length === 0 ? (
        <p className="panel-none">
          {t.noHousehold}
          {may.manage && ` · ${t.noHouseholdNote}`}
        </p>
      ) : (
        <ul className="hh-list">
          {people.map((person) => {
            const { personId, name, phone, largePrint, fromOn } = person
            return (
              <li key={personId}>
                <Reveal file={file} personId={personId} name={name} field="name" masked={name} />
                {phone && (
                  <Reveal
                    file={file}
                    personId={personId}
                    name={name}
                    field="phone"
                    masked={phone.replaceAll('*', '＊')}
                  />
                )}
                {contactPersonId === personId && <span className="hh-mark">{t.contactMark}</span>}
                {largePrint && <small>{t.largePrint}</small>}
                <small>{t.since(fromOn)}</small>
                <span className="sp" />
                {may.manage && contactPersonId !== personId && (
                  <button
                    type="button"
                    className="text-btn"
                    onClick={() => change.send({ params: { homePlaceId }, body: { contactPersonId: personId } })}
                  >
                    {t.makeContact}
                  </button>
                )}
                {may.manage && (
                  <button type="button" className="text-btn" onClick={() => leave(person)}>
                    {t.left}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {adding && <AddPersonSheet homePlaceId={homePlaceId} isFirst={people.length === 0} onClose={() => add(false)} />}
      {leaving && (
        <Confirm
          open
          onClose={() => leave(undefined)}
          title={t.leftTitle(leaving.name)}
          consequence={t.leftAfter}
          verb={t.left}
          busy={left.busy && t.saving}
          onConfirm={() =>
            left.send({ params: { homePlaceId, personId: leaving.personId }, body: { on: dayInShanghai(new Date()) } })
          }
        />
      )}
    </Panel>
  )
}
