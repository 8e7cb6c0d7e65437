/** A bulletin alone on paper: pages to read, or one sheet for the wall. What is shown is what the printer gets. */
import { useLayoutEffect, useRef, useState } from 'react'
import { PDF_FORMS, readDraft, type DraftView } from '#contracts/bulletins.ts'
import { Button } from '#web/components/Button.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Seg } from '#web/components/desk/Seg.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useParam, useSearchWord } from '#web/platform/route.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { BulletinPaper, type Most } from './BulletinPaper.tsx'
import './bulletins.css'

const PAPERS = ['A4', 'A3'] as const
type Paper = (typeof PAPERS)[number]
/** ISO 216, less a margin of 12 mm above and below. */
const TALL_MM: Record<Paper, number> = { A4: 273, A3: 396 }
const PX_A_MM = 96 / 25.4 // CSS Values 4, 6.2
/** As the PDF begins with (server/modules/bulletins/printed.ts). */
const ALL: Most = { pairs: 5, rows: 4 }

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
              <Seg label={t.print} panel="bl-sheet" value={form} onChange={setForm} options={PDF_FORMS.map((value) => ({ value, words: t.forms[value] }))} />
              <Seg label={t.paper} panel="bl-sheet" value={paper} onChange={setPaper} options={PAPERS.map((value) => ({ value, words: value }))} />
              <Button kind="soft" size="small" icon="document" href={`/api/bulletins/${id}/pdf?as=${form}&paper=${paper}${draftQuery}`}>{t.pdf}</Button>
              <Button kind="accent" size="small" icon="print" onClick={() => window.print()}>{t.print}</Button>
              {wall && <span>{t.printNote}</span>}
            </nav>
            <div className="bl-sheet" id="bl-sheet">
              {wall ? <WallPaper key={paper} draft={draft} tall={TALL_MM[paper]} /> : <BulletinPaper paper={draft} />}
            </div>
          </main>
        )
      }}
    </Loaded>
  )
} // prettier-ignore

/** One sheet: photos are left off until it fits, then rows of what is in hand. Type is never made smaller. */
function WallPaper({ draft, tall }: { draft: DraftView; tall: number }) {
  const box = useRef<HTMLDivElement>(null)
  const [most, setMost] = useState(ALL)
  useLayoutEffect(() => {
    if ((box.current?.offsetHeight ?? 0) <= tall * PX_A_MM) return
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what fits is known only once it is laid out; at most six times
    if (most.pairs > 1) setMost({ ...most, pairs: most.pairs - 1 })
    else if (most.rows > 2) setMost({ ...most, rows: most.rows - 1 })
  }, [most, tall])
  return (
    <div ref={box}>
      <BulletinPaper paper={draft} most={most} />
    </div>
  )
}
