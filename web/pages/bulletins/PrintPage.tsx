/** A bulletin alone on paper: pages to read, or one sheet for the wall. What is shown is what the printer gets. */
import { useState } from 'react'
import { PDF_FORMS, readDraft } from '#contracts/bulletins.ts'
import { Button } from '#web/components/Button.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Seg } from '#web/components/desk/Seg.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useParam, useSearchWord } from '#web/platform/route.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { BulletinPaper } from './BulletinPaper.tsx'
import './bulletins.css'

const PAPERS = ['A4', 'A3'] as const
type Paper = (typeof PAPERS)[number]

export function PrintPage() {
  const t = useText(bulletinText)
  const id = useParam('id')
  const asked = useSearchWord('as')
  const [form, setForm] = useState(PDF_FORMS.find((one) => one === asked) ?? 'page')
  const [paper, setPaper] = useState<Paper>('A4')
  const query = useEndpoint(readDraft, { params: { id } })
  const wall = form === 'wall'
  return (
    <Loaded query={query}>
      {(draft) => {
        const draftQuery = draft.version === 0 || draft.changed ? '&draft=true' : ''
        return (
          <main className="bl-print" data-paper={paper}>
            <style>{`@page { size: ${paper} portrait; margin: ${wall ? 12 : 18}mm }`}</style>
            <nav className="bl-print-tools">
              <Button kind="quiet" size="small" icon="back" href={`/console/bulletins/${id}`}>{t.write}</Button>
              <Seg label={t.print} panel="bl-sheet" value={form} onChange={setForm} options={[{ value: 'page', words: t.print }, { value: 'wall', words: t.printWall }]} />
              <Seg label={t.paper} panel="bl-sheet" value={paper} onChange={setPaper} options={PAPERS.map((value) => ({ value, words: value }))} />
              <Button kind="soft" size="small" icon="document" href={`/api/bulletins/${id}/pdf?as=${form}&paper=${paper}${draftQuery}`}>{t.pdf}</Button>
              <Button kind="accent" size="small" icon="print" onClick={() => window.print()}>{t.print}</Button>
              <span>{t.printNote}</span>
            </nav>
            <div className="bl-sheet" id="bl-sheet">
              <BulletinPaper paper={draft} wall={wall} />
            </div>
          </main>
        )
      }}
    </Loaded>
  )
} // prettier-ignore
