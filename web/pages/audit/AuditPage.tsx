/** The log: who opened, changed or signed in to what, in what capacity and why. Names are masked; nobody can change it. */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { listAudit } from '#contracts/people.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Further } from '#web/components/desk/Further.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { AUDIT_WORDS, auditText } from '#web/texts/audit.ts'

type Row = ReplyOf<typeof listAudit>['rows'][number]

export function AuditPage() {
  const t = useText(auditText)
  return (
    <Allowed right="audit.view" title={t.title}>
      <AuditLog />
    </Allowed>
  )
}

function AuditLog() {
  const t = useText(auditText)
  const wordOf = useWordOf()
  const [what, setWhat] = useState('')
  const [after, setAfter] = useState<string>()
  const log = useEndpoint(listAudit, { query: { ...(what && { what }), ...(after && { after }) } }, { keepLast: true })
  return (
    <Page
      title={t.title}
      note={t.note}
      tools={
        <>
          <ExportButton kind="audit" query={{ what }} />
          <select
            className="select"
            aria-label={t.what}
            value={what}
            onChange={({ target }) => (setWhat(target.value), setAfter(undefined))}
          >
            <option value="">{t.all}</option>
            {AUDIT_WORDS.map((word) => (
              <option key={word} value={word}>
                {t.words[word]}
              </option>
            ))}
          </select>
        </>
      }
    >
      <Panel title={wordOf(what) || t.all}>
        <Loaded query={log}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 ? <p className="panel-none">{t.none}</p> : <Log rows={rows} />}
              <Further next={next} after={after} onTurn={setAfter} words={{ more: t.more, first: t.newest }} />
            </>
          )}
        </Loaded>
      </Panel>
    </Page>
  )
}

/** What was done, in words; a word that is new to the list as it was written. */
function useWordOf() {
  const t = useText(auditText)
  return (what: string) => {
    const known = AUDIT_WORDS.find((word) => word === what)
    return known ? t.words[known] : what
  }
}

function Log({ rows }: { rows: readonly Row[] }) {
  const t = useText(auditText)
  const { dayTime } = useTime()
  const signInBy = (reason: string) => (reason in t.by ? t.by[reason as keyof typeof t.by] : undefined) // asked for just before
  const wordOf = useWordOf()
  return (
    <table className="grid-table">
      <thead>
        <tr>
          {[t.at, t.what, t.actor, t.subject, t.reason].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, what, actor, subject, reason }) => (
          <tr key={id}>
            <td>
              <time dateTime={at}>{dayTime(at)}</time>
            </td>
            <td>
              <b>{wordOf(what)}</b>
            </td>
            <td>{actor}</td>
            <td>{subject.replaceAll('*', '＊')}</td>
            <td>{reason && (signInBy(reason) ?? reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
