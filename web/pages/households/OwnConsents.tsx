/** Agreeing to one purpose by a box of its own, writing what it allows, and taking it back with one tap. */
import { useState } from 'react'
import { giveConsent, keepOwnValue, VALUE_FIELDS, withdrawConsent, type OwnFile, type ValueField } from '#contracts/households.ts' // prettier-ignore
import { Button } from '#web/components/Button.tsx'
import { Card, SectionHead } from '#web/components/Card.tsx'
import { Confirm, Sheet } from '#web/components/Sheet.tsx'
import { Row } from '#web/components/Row.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { glassText } from '#web/texts/glassFile.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { ValueInput } from './ValueFields.tsx'
import { useValueWords } from './value-words.ts'

type Consent = OwnFile['consents'][number]
const UNDER = { reach: ['speaking', 'otherNumber'], care: ['careNeed', 'emergencyContact'] } as const

export function OwnConsents({ file }: { file: OwnFile }) {
  const t = useText(glassText)
  return (
    <>
      <SectionHead title={t.agree} note={t.agreeNote} />
      {file.consents.map((consent) => (
        <OneConsent key={consent.purpose} consent={consent} file={file} />
      ))}
    </>
  )
}

function OneConsent({ consent: { purpose, given, currentVersion }, file }: { consent: Consent; file: OwnFile }) {
  const t = useText(glassText)
  const words = useText(householdWords)
  const inWords = useValueWords()
  const { dayTime } = useTime()
  const [taking, take] = useState(false)
  const [writing, write] = useState<ValueField>()
  const give = useCommand(giveConsent, { onDone: () => toast(t.agreeSaved) })
  const back = useCommand(withdrawConsent, { onDone: () => (toast(t.takenBack), take(false)) })
  const notice = words.notices[purpose]
  const isCurrent = given?.version === currentVersion
  const valueOf = (field: ValueField) => file.lines.find((line) => line.field === field)?.value
  return (
    <Card className="glass-consent">
      <label className="glass-box">
        <input
          type="checkbox"
          checked={isCurrent}
          disabled={give.busy || back.busy}
          onChange={() => (isCurrent ? take(true) : give.send({ body: { purpose, noticeVersion: currentVersion } }))}
        />
        <span>
          <b>{notice.title}</b>
          <span>{notice.short}</span>
          {given && <small>{isCurrent ? t.agreed(dayTime(given.at)) : t.newNotice}</small>}
        </span>
      </label>
      <details className="glass-more">
        <summary>{t.read}</summary>
        <ul>
          {notice.more.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {isCurrent &&
        file.homeName &&
        UNDER[purpose].map((field) => {
          const value = valueOf(field)
          return (
            <Row
              key={field}
              icon="pencil"
              title={words.fields[field]}
              note={value ? inWords(field, value) : t.write}
              onClick={() => write(field)}
            />
          )
        })}
      {writing && <WriteSheet field={writing} before={valueOf(writing) ?? ''} onClose={() => write(undefined)} />}
      <Confirm
        open={taking}
        onClose={() => take(false)}
        title={t.takeBackTitle}
        consequence={t.takeBackAfter}
        verb={t.takeBack}
        busy={back.busy && t.saving}
        onConfirm={() => back.send({ body: { purpose } })}
      />
    </Card>
  )
}

function WriteSheet({ field, before, onClose }: { field: ValueField; before: string; onClose: () => void }) {
  const t = useText(glassText)
  const { fields } = useText(householdWords)
  const say = useProblem()
  const [value, setValue] = useState(before)
  const save = useCommand(keepOwnValue, { onDone: () => (toast(t.saved), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={fields[VALUE_FIELDS.find((one) => one === field) ?? field]}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          onClick={() => save.send({ body: { field, value: value.trim() || null } })}
        >
          {value.trim() ? t.save : t.empty}
        </Button>
      }
    >
      <ValueInput
        field={field}
        value={value}
        onChange={setValue}
        hint={t.neverDiagnosis}
        error={save.error ? say(save.error) : undefined}
      />
    </Sheet>
  )
}
