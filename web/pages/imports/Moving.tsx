/** What goes on by itself: how far it is, and that one may leave. */
import { Progress } from 'antd'
import type { ImportView } from '#contracts/imports.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { importsText } from '#web/texts/imports.ts'

export function Moving({ one }: { one: ImportView }) {
  const t = useText(importsText)
  const title = { checking: t.checking, running: t.entering, undoing: t.undoing }[one.status as 'checking'] // isMoving() let no other in
  const all =
    one.status === 'running'
      ? one.goodCount
      : one.sheets.reduce((sum, { rowCount }, at) => sum + (one.parts[at]?.kind ? rowCount : 0), 0)
  const share =
    one.status === 'undoing' || all === 0 ? undefined : Math.min(99, Math.round((one.doneCount / all) * 100))
  return (
    <Panel title={title} className="imp-moving">
      <div role="status">
        <Progress percent={share ?? 0} status="active" showInfo={share !== undefined} aria-label={title} />
        {share !== undefined && <p>{t.progress(one.doneCount, Math.max(all, one.doneCount))}</p>}
      </div>
      <p className="panel-none">{t.leave}</p>
    </Panel>
  )
}
