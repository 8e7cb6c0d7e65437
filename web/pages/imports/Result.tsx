/** The end: what went in, the rows that did not, and the way back. */
import { useState } from 'react'
import { downloadBadRows, undoImport, type ImportView } from '#contracts/imports.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Button } from '#web/components/Button.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { ApiError, pathOf } from '#web/platform/api.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { importStatusText, importsText, usedText } from '#web/texts/imports.ts'
import { marks } from '#web/texts/marks.ts'
import { Rows } from './Rows.tsx'

export function Result({ one }: { one: ImportView }) {
  const t = useText(importsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [undoes, setUndoes] = useState(false)
  if (one.status !== 'done')
    return (
      <Panel title={importStatusText[lang][one.status]}>
        <p className="panel-none">{one.status === 'undone' ? t.undone : t.discarded}</p>
      </Panel>
    )
  return (
    <>
      <Panel title={t.doneTitle(one.goodCount)} note={one.placeName}>
        <p className="finding">{one.badCount > 0 ? t.doneSome(one.badCount) : t.doneAll}</p>
        <div className="imp-answers">
          {one.badCount > 0 && one.mine && (
            <Button kind="accent" icon="download" href={pathOf(downloadBadRows.path, { id: one.id })}>
              {t.bad}
            </Button>
          )}
          {one.placeId && <Button to={`/register/${one.placeId}`}>{t.toRegister}</Button>}
          {one.allowedActions.includes('undo') && (
            <Button kind="quiet" icon="undo" onClick={() => setUndoes(true)}>
              {t.undo}
            </Button>
          )}
        </div>
      </Panel>
      {one.mine && one.badCount > 0 && <Rows one={one} first="bad" />}
      {undoes && <Undo id={one.id} onClose={() => setUndoes(false)} />}
    </>
  )
}

function Undo({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(importsText)
  const { list } = useText(marks)
  const say = useProblem()
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const undo = useCommand(undoImport, { onDone: onClose })
  const used = undo.error ? usedBy(undo.error, lang) : []
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.undoTitle}
      verb={t.undo}
      busy={undo.busy && t.saving}
      consequence={used.length > 0 ? t.usedBy(used.join(list)) : undo.error ? say(undo.error) : t.undoAfter}
      onConfirm={() => undo.send({ params: { id } })}
    />
  )
}

function usedBy({ details }: ApiError, lang: 'zh' | 'en'): string[] {
  const { what } = details
  if (!Array.isArray(what)) return []
  return Object.entries(usedText[lang]).flatMap(([word, words]) => (what.includes(word) ? [words] : []))
}
