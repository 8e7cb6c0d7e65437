/** What one took out and can fetch, what waits for one's agreement, and the ledgers that are handed in. */
import { useState } from 'react'
import { decideExport, endExport, listApprovals, listExports, type ExportRow } from '#contracts/exports.ts'
import { Button } from '#web/components/Button.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Because, DownloadLink } from '#web/components/desk/ExportSheet.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { toast } from '#web/components/Toast.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { exportKindText, exportsText, exportStateText } from '#web/texts/exports.ts'
import { marks } from '#web/texts/marks.ts'
import { Ledgers } from './Ledgers.tsx'
import './exports.css'

export function ExportsPage() {
  const t = useText(exportsText)
  const approves = useRight('exports.approve')
  return (
    <Allowed right="exports.make" title={t.title}>
      <Page title={t.title} note={t.note}>
        {approves && <Approvals />}
        <Mine />
        <Ledgers />
      </Page>
    </Allowed>
  )
}

const TONES: Record<ExportRow['state'], Tone> = {
  waiting: 'due',
  running: 'doing',
  ready: 'good',
  refused: 'late',
  ended: 'new',
  failed: 'late',
}
const OFTEN_MS = 1_500
const SELDOM_MS = 30_000

function Mine() {
  const t = useText(exportsText)
  const [often, setOften] = useState(true)
  const mine = useEndpoint(listExports, {}, { refetchInterval: often ? OFTEN_MS : SELDOM_MS })
  const running = mine.data?.rows.some(({ state }) => state === 'running') ?? true
  if (running !== often) setOften(running)
  return (
    <Panel title={t.mine} note={mine.data && t.left(mine.data.personalRowsLeft)}>
      <Loaded query={mine}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty mood="quiet" icon="download" title={t.none} note={t.noneNote} />
          ) : (
            <ul className="exp-list">
              {rows.map((one) => (
                <Mined key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}

function Mined({ one }: { one: ExportRow }) {
  const t = useText(exportsText)
  const { comma } = useText(marks)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const { dayTime } = useTime()
  const end = useCommand(endExport)
  const open = ['waiting', 'running', 'ready'].includes(one.state)
  const facts = [
    one.placeName,
    one.purpose,
    one.state === 'running' && t.sofar(one.rowCount),
    one.endsAt && one.state === 'ready' && t.until(dayTime(one.endsAt)),
    one.downloads > 0 && t.fetched(one.downloads),
  ]
  return (
    <li>
      <span className="exp-what">
        <b>{exportKindText[lang][one.kind]}</b>
        <span>{facts.filter(Boolean).join(comma)}</span>
        {(one.state === 'refused' || one.state === 'failed') && <Because one={one} />}
      </span>
      <code>{one.number}</code>
      <time dateTime={one.createdAt}>{dayTime(one.createdAt)}</time>
      <Pill tone={TONES[one.state]}>{exportStateText[lang][one.state]}</Pill>
      {one.state === 'ready' && <DownloadLink one={one} />}
      {open && (
        <Button
          kind="quiet"
          size="small"
          busy={end.busy && t.cancel}
          onClick={() => end.send({ params: { id: one.id } })}
        >
          {one.state === 'ready' ? t.remove : t.cancel}
        </Button>
      )}
    </li>
  )
}

function Approvals() {
  const t = useText(exportsText)
  const waiting = useEndpoint(listApprovals, {}, { refetchInterval: SELDOM_MS })
  if (!waiting.data || waiting.data.length === 0) return null
  return (
    <Panel title={t.approvals}>
      <ul className="exp-list">
        {waiting.data.map((one) => (
          <Approval key={one.id} one={one} />
        ))}
      </ul>
    </Panel>
  )
}

function Approval({ one }: { one: ExportRow }) {
  const t = useText(exportsText)
  const { comma } = useText(marks)
  const say = useProblem()
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [words, setWords] = useState('')
  const decide = useCommand(decideExport)
  const answer = (agree: boolean) =>
    void decide.sendAsync({ params: { id: one.id }, body: { agree, words } }).then(
      () => toast(agree ? t.agreed : t.refused),
      () => undefined, // what went wrong stands beside it
    )
  return (
    <li className="exp-ask">
      <span className="exp-what">
        <b>
          {exportKindText[lang][one.kind]} · {one.placeName}
        </b>
        <span>{[t.askedBy(one.capacity), t.expected(one.expected ?? 0), one.purpose].join(comma)}</span>
        {decide.error && <span className="field-error">{say(decide.error)}</span>}
      </span>
      <TextField label={t.why} hideLabel placeholder={t.why} value={words} onChange={setWords} maxLength={200} />
      <Button kind="accent" size="small" busy={decide.busy && t.agreeing} onClick={() => answer(true)}>
        {t.agree}
      </Button>
      <Button kind="outline" size="small" onClick={() => answer(false)}>
        {t.refuse}
      </Button>
    </li>
  )
}
