/** 我家的册子: the glass file. What is written and why, what I agreed to, who opened it, and every right over it. */
import { useState } from 'react'
import { ownFile, type OwnFile } from '#contracts/households.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Card, Facts, SectionHead } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Row } from '#web/components/Row.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { glassText } from '#web/texts/glassFile.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { marks } from '#web/texts/marks.ts'
import { AskSheet } from './AskSheet.tsx'
import { useFieldWord } from './field-word.ts'
import { Lines } from './Lines.tsx'
import { OwnConsents } from './OwnConsents.tsx'
import { TakeAndErase } from './TakeAndErase.tsx'
import './glass.css'

export function OwnFilePage() {
  const t = useText(glassText)
  return (
    <AppFrame title={t.title} backTo="/me">
      <p className="glass-intro">{t.intro}</p>
      <Loaded query={useEndpoint(ownFile, {})}>{(file) => <File file={file} />}</Loaded>
    </AppFrame>
  )
}

const FEW = 5

function File({ file }: { file: OwnFile }) {
  const t = useText(glassText)
  const { list } = useText(marks)
  const words = useText(householdWords)
  const { dayTime } = useTime()
  const wordOf = useFieldWord()
  const [asking, ask] = useState(false)
  const [all, showAll] = useState(false)
  const { lines, others, opened, asks } = file
  return (
    <>
      <SectionHead title={t.written} note={t.tapLine} />
      <Lines lines={lines} />
      {others.length > 0 && <p className="glass-note">{t.others(others.join(list))}</p>}
      <OwnConsents file={file} />
      <SectionHead title={t.opened} note={t.openedNote} />
      {opened.length === 0 ? (
        <Empty mood="quiet" icon="eye-off" title={t.openedNone} />
      ) : (
        <Card>
          {opened.slice(0, all ? undefined : FEW).map(({ id, at, capacity, field, reason, subject }) => (
            <Row
              key={id}
              icon="eye"
              title={t.by(capacity, wordOf(field))}
              note={<Facts items={[dayTime(at), subject, reason && t.because(reason)]} />}
            />
          ))}
          {!all && opened.length > FEW && <Row title={t.showAll} onClick={() => showAll(true)} />}
        </Card>
      )}
      <SectionHead title={t.asks} />
      <Card>
        {asks.map(({ id, kind, field, status, dueOn, answer }) => (
          <Row
            key={id}
            icon="message"
            title={<Facts items={[words.asks[kind], field && words.fields[field]]} />}
            note={<Facts items={[status === 'open' ? t.due(dueOn) : t[status], answer]} />}
          />
        ))}
        <Row icon="pencil" title={t.ask} note={t.askHint} onClick={() => ask(true)} />
      </Card>
      <TakeAndErase />
      {asking && <AskSheet lines={lines} onClose={() => ask(false)} />}
    </>
  )
}
