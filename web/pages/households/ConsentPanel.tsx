/** Consents of those who live here: each purpose by itself, given and taken back, and asking for one at the door. */
import { useState } from 'react'
import { withdrawForSomebody, type HouseholdFile } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { ConsentSheet } from './ConsentSheet.tsx'

export function ConsentPanel({ file }: { file: HouseholdFile }) {
  const t = useText(householdsText)
  const words = useText(householdWords)
  const { dayTime } = useTime()
  const [asking, ask] = useState(false)
  const [withdrawing, withdraw] = useState<string>()
  const { homePlaceId, consents, may, people } = file
  const back = useCommand(withdrawForSomebody, { onDone: () => (toast(t.dropped), withdraw(undefined)) })
  return (
    <Panel
      title={t.consents}
      end={
        may.manage &&
        people.length > 0 && (
          <span className="end">
            <Button kind="quiet" icon="plus" onClick={() => ask(true)}>
              {t.consentAsk}
            </Button>
          </span>
        )
      }
    >
      {consents.length === 0 ? (
        <p className="panel-none">{t.consentNone}</p>
      ) : (
        <ul className="hh-list">
          {consents.map(({ id, name, purpose, noticeVersion, givenBy, givenAt, withdrawnAt }) => (
            <li key={id}>
              <span>
                <b>{words.notices[purpose].title}</b> {name}
                <br />
                <small>
                  {words.givenBy[givenBy]} · {t.version(noticeVersion)} · {dayTime(givenAt)}
                  {withdrawnAt && ` · ${t.withdrawn} ${dayTime(withdrawnAt)}`}
                </small>
              </span>
              <span className="sp" />
              {may.manage && !withdrawnAt && (
                <button type="button" className="text-btn" onClick={() => withdraw(id)}>
                  {t.withdraw}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asking && <ConsentSheet file={file} onClose={() => ask(false)} />}
      {withdrawing && (
        <Confirm
          open
          onClose={() => withdraw(undefined)}
          title={t.withdrawTitle}
          consequence={t.withdrawAfter}
          verb={t.withdraw}
          busy={back.busy && t.saving}
          onConfirm={() => back.send({ params: { homePlaceId, id: withdrawing } })}
        />
      )}
    </Panel>
  )
}
