/** A copy to take along, as data or as a table; and the end of the account, said in full before it is done. */
import { useState } from 'react'
import { eraseMe, exportOwn } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Answers } from '#web/components/Answers.tsx'
import { Card, SectionHead } from '#web/components/Card.tsx'
import { Row } from '#web/components/Row.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { call } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { forgetPerson } from '#web/platform/offline.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { glassText } from '#web/texts/glassFile.ts'
import { useValueWords } from './value-words.ts'
import { householdWords } from '#web/texts/householdWords.ts'

export function TakeAndErase() {
  const t = useText(glassText)
  const [ending, end] = useState(false)
  const { asJson, asTable } = useCopies()
  return (
    <>
      <SectionHead title={t.take} note={t.takeNote} />
      <Card>
        <Row icon="download" title={t.json} onClick={() => void asJson()} />
        <Row icon="download" title={t.xlsx} onClick={() => void asTable()} />
      </Card>
      <Card className="glass-gap">
        <Row icon="trash" title={t.erase} note={t.eraseNote} onClick={() => end(true)} />
      </Card>
      {ending && <EndSheet onClose={() => end(false)} />}
    </>
  )
}

function EndSheet({ onClose }: { onClose: () => void }) {
  const t = useText(glassText)
  const say = useProblem()
  const [sure, setSure] = useState(false)
  const erase = useCommand(eraseMe, {
    onDone: () => void forgetPerson().then(() => window.location.assign('/')),
  })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.eraseTitle}
      footer={
        <Answers>
          <Button onClick={onClose}>{t.change}</Button>
          <Button
            kind="accent"
            busy={erase.busy && t.erasing}
            blocked={!sure && t.sure}
            onClick={() => erase.send({ body: { confirm: true } })}
          >
            {t.eraseDo}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{t.eraseAfter}</p>
      <label className="glass-box">
        <input type="checkbox" checked={sure} onChange={({ target }) => setSure(target.checked)} />
        <span>{t.sure}</span>
      </label>
      {erase.error && <p role="alert">{say(erase.error)}</p>}
    </Sheet>
  )
}

/** The table is made here, on the phone: nothing but the data itself comes from the server. */
function useCopies() {
  const t = useText(glassText)
  const words = useText(householdWords)
  const inWords = useValueWords()
  return {
    async asJson() {
      const all = await call(exportOwn, {})
      save(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }), 'linli.json')
      toast(t.taken)
    },
    async asTable() {
      const { lines, opened, requests } = await call(exportOwn, {})
      const { default: writeXlsx } = await import('write-excel-file/browser')
      const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [
        head.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value) => ({ value, type: String }))),
      ]
      const own = table(
        [t.sheetFile, t.sheetValue, t.sheetWhy, t.sheetGround, t.sheetKeep],
        lines.map(({ field, value, purpose, basis, keep }) => [words.fields[field], inWords(field, value), words.purposes[purpose], words.bases[basis], words.keeps[keep]]), // prettier-ignore
      )
      const looks = table(
        [t.at, t.sheetOpened, t.sheetFile, t.sheetWhy],
        opened.map(({ at, capacity, field, reason }) => [at, capacity, field ?? '', reason ?? '']),
      )
      const asked = table(
        [t.at, t.number, t.sheetRequests, t.words],
        requests.map(({ createdAt, number, title, text }) => [createdAt, number, title, text]),
      )
      await writeXlsx([
        { data: own, sheet: t.sheetName },
        { data: looks, sheet: t.sheetOpened },
        { data: asked, sheet: t.sheetRequests },
      ]).toFile('linli.xlsx')
      toast(t.taken)
    },
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
