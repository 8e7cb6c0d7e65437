/** One bulletin at the desk: written on the left, as readers will see it on the right; published, corrected, withdrawn, printed. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  BLOCK_KINDS,
  MOST_BLOCKS,
  readDraft,
  refreshBulletin,
  type Block,
  type DraftView,
} from '#contracts/bulletins.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useParam } from '#web/platform/route.ts'
import { useTime } from '#web/platform/time.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { useProblem } from '#web/texts/errors.ts'
import { BlockCard } from './BlockCard.tsx'
import { BulletinPaper } from './BulletinPaper.tsx'
import { PublishSheet, WithdrawSheet } from './PublishSheet.tsx'
import { useEditor, type Editor } from './use-editor.ts'
import './bulletins.css'

export function EditorPage() {
  const t = useText(bulletinText)
  const id = useParam('id')
  return (
    <Allowed right="bulletins.write" title={t.title}>
      <Opened key={id} id={id} />
    </Allowed>
  )
}

function Opened({ id }: { id: string }) {
  const query = useEndpoint(readDraft, { params: { id } })
  // A new state of the server (published, refreshed, read anew) begins a new editor.
  return <Loaded query={query}>{(draft) => <Editing key={draft.seq} draft={draft} onReload={() => void query.refetch()} />}</Loaded>
} // prettier-ignore

function Editing({ draft, onReload }: { draft: DraftView; onReload: () => void }) {
  const t = useText(bulletinText)
  const say = useProblem()
  const { dayTime } = useTime()
  const editor = useEditor(draft)
  const { now, change, lacking, elsewhere } = editor
  const open = draft.state !== 'withdrawn'
  const setBlocks = (blocks: readonly Block[], field?: string) => change({ blocks }, field)
  const move = (at: number, by: number) => {
    const blocks = [...now.blocks]
    const [one] = blocks.splice(at, 1)
    if (one) blocks.splice(at + by, 0, one)
    setBlocks(blocks)
  }
  return (
    <Page whole title={draft.placeName} note={<Link to="/bulletins" className="link">{t.back}</Link>} tools={<Tools draft={draft} editor={editor} />}>
      <div className="bl-two">
        <section className="bl-write" aria-label={t.write}>
          {draft.withdrawnReason && <p className="bl-word" role="status">{t.withdrawnWhy(draft.withdrawnReason)}</p>}
          {elsewhere && (
            <p className="bl-word" role="alert">
              {t.elsewhere} <button type="button" className="text-btn" onClick={onReload}>{t.load}</button>
            </p>
          )}
          {editor.error && <p className="bl-word" role="alert">{say(editor.error)}</p>}
          {lacking.length > 0 && <p className="bl-word" role="alert">{t.lacking(lacking.join(' '))}</p>}
          <TextField label={t.titleField} value={now.title} onChange={(title) => change({ title }, 'title')} maxLength={80} error={now.title.trim() === '' ? t.titleNeeded : undefined} />
          <p className="bl-asof">{t.asOf(dayTime(draft.material.asOf))}</p>
          <ol className="bl-blocks">
            {now.blocks.map((block, at) => (
              <BlockCard
                key={block.id}
                block={block}
                draft={draft}
                onChange={(next) => setBlocks(now.blocks.map((one) => (one.id === next.id ? next : one)), next.leftOut === block.leftOut ? block.id : '')}
                onRemove={() => setBlocks(now.blocks.filter(({ id }) => id !== block.id))}
                {...(at > 0 && { onUp: () => move(at, -1) })}
                {...(at < now.blocks.length - 1 && { onDown: () => move(at, 1) })}
              />
            ))}
          </ol>
          {open && now.blocks.length < MOST_BLOCKS && (
            <div className="bl-add">
              <span>{t.add}</span>
              {BLOCK_KINDS.map((kind) => (
                <button key={kind} type="button" className="tok" onClick={() => setBlocks([...now.blocks, { id: crypto.randomUUID(), kind, text: '', leftOut: [] }])}>
                  {t.blocks[kind]}
                </button>
              ))}
            </div>
          )}
        </section>
        <section className="bl-preview" aria-label={t.preview}>
          <p className="bl-readers">{t.readers(draft.readers.placeName, draft.readers.households)}</p>
          <BulletinPaper paper={{ ...draft, title: now.title, blocks: now.blocks }} />
        </section>
      </div>
    </Page>
  )
} // prettier-ignore

function Tools({ draft, editor }: { draft: DraftView; editor: Editor }) {
  const t = useText(bulletinText)
  const navigate = useNavigate()
  const [asking, ask] = useState<'publish' | 'withdraw' | undefined>()
  const refresh = useCommand(refreshBulletin, { onDone: () => toast(t.refreshed) })
  const open = draft.state !== 'withdrawn'
  const changed = draft.version > 0 && (draft.changed || editor.dirty)
  const openPdf = async () => {
    // Opened at the click, filled once saved: a browser blocks windows that come later.
    const page = window.open('', '_blank')
    await editor.settle()
    const query = draft.version > 0 && !changed ? '' : '&draft=true'
    if (page) page.location.href = `/api/bulletins/${draft.id}/pdf?as=${draft.kind === 'wall' ? 'wall' : 'page'}${query}`
  }
  const openPrint = async () => {
    await editor.settle()
    void navigate({ to: '/bulletins/$id/print', params: { id: draft.id }, search: { as: draft.kind === 'wall' ? 'wall' : 'page' } })
  }
  return (
    <>
      {open && <span className="bl-state" role="status">{editor.elsewhere || editor.error || editor.now.title.trim() === '' ? t.unsaved : editor.dirty ? t.saving : t.saved}</span>}
      <Pill tone={draft.state === 'published' ? 'good' : 'new'}>{draft.version > 0 && open ? t.version(draft.version) : t.states[draft.state]}</Pill>
      {open && (
        <>
          <button type="button" className="text-btn" aria-disabled={!editor.undo} onClick={editor.undo}>{t.undo}</button>
          <Button kind="quiet" size="small" icon="refresh" busy={refresh.busy && t.refreshing} onClick={() => void editor.settle().then((seq) => refresh.send({ params: { id: draft.id }, body: { seq } }))}>{t.refresh}</Button>
          <Button kind="quiet" size="small" icon="print" onClick={() => void openPrint()}>{t.print}</Button>
          <Button kind="quiet" size="small" icon="document" onClick={() => void openPdf()}>{draft.kind === 'wall' ? t.pdfWall : t.pdf}</Button>
        </>
      )}
      {draft.state === 'published' && <Button kind="quiet" size="small" onClick={() => ask('withdraw')}>{t.withdraw}</Button>}
      {open && (draft.version === 0 || changed) && (
        <Button kind="accent" size="small" icon="megaphone" onClick={() => ask('publish')}>{draft.version > 0 ? t.correct : t.publish}</Button>
      )}
      <PublishSheet open={asking === 'publish'} onClose={() => ask(undefined)} draft={draft} editor={editor} />
      <WithdrawSheet open={asking === 'withdraw'} onClose={() => ask(undefined)} draft={draft} />
    </>
  )
} // prettier-ignore
