/**
 * The check-up of a place: one sentence, then what is missing by weight with rule, since when and the button that mends it;
 * standards that exclude each other apart and calm; what is met folded; the curve of the year; compounds side by side.
 */
import { useEffect } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  checkupDays,
  compareCompounds,
  listStandards,
  readCheckup,
  runCheckup,
  SEVERITIES,
  type Checkup,
  type Severity,
} from '#contracts/standards.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Button } from '#web/components/Button.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { queries, refresh, useCommand, useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { useProblem } from '#web/texts/errors.ts'
import { standardsText } from '#web/texts/standards.ts'
import { CHECKUP_TOPICS } from './topics.ts'
import { CompoundTable } from './CompoundTable.tsx'
import { Curve } from './Curve.tsx'
import { FindingGroups } from './FindingGroups.tsx'
import { openOf, Standing } from './Standing.tsx'
import './standards.css'

export function CheckupPage() {
  const t = useText(standardsText)
  return (
    <Allowed right="standards.view" title={t.title}>
      <WholeCheckup />
    </Allowed>
  )
}

/** Asked each second while a run goes on. */
const WATCH_MS = 1_000
/** What somebody mends elsewhere is looked at again a second or two later, and nobody is told of that. */
const IDLE_MS = 5_000

function WholeCheckup() {
  const t = useText(standardsText)
  const placeId = useSearchWord('placeId')
  const asked = useSearchWord('severity')
  const severity = SEVERITIES.find((one) => one === asked)
  const at = placeId ? { placeId } : {}
  const checkup = useEndpoint(
    readCheckup,
    { query: { ...at, ...(severity && { severity }) } },
    { keepLast: true, topics: CHECKUP_TOPICS, refetchInterval: IDLE_MS },
  )
  const running = checkup.data?.run?.finishedAt === null
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void refresh(queries, 'standards'), WATCH_MS)
    return () => clearInterval(timer)
  }, [running])
  return (
    <Page
      title={t.title}
      note={checkup.data && `${checkup.data.placeName}`}
      tools={checkup.data && <Tools checkup={checkup.data} severity={severity} />}
    >
      <Loaded query={checkup}>{(data) => <Body checkup={data} severity={severity} />}</Loaded>
    </Page>
  )
}

function Tools({ checkup, severity }: { checkup: Checkup; severity: Severity | undefined }) {
  const t = useText(standardsText)
  const say = useProblem()
  const navigate = useNavigate()
  const { placeId, run } = checkup
  const start = useCommand(runCheckup)
  const running = run && run.finishedAt === null
  const pick = (value: string) =>
    void navigate({ to: '/checkup', search: { placeId, ...(value && { severity: value }) } })
  return (
    <div className="st-tools">
      <label className="st-only">
        <span>{t.filter}</span>
        <select className="select" value={severity ?? ''} onChange={({ target }) => pick(target.value)}>
          <option value="">{t.all}</option>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {t.severity[one]}
            </option>
          ))}
        </select>
      </label>
      <Link to="/standards" className="text-btn">
        {t.settings}
      </Link>
      <ExportButton kind="checkup" query={{ placeId, severity }} />
      <button type="button" className="text-btn" onClick={() => window.print()}>
        {t.print}
      </button>
      <Button
        kind="soft"
        size="small"
        icon="refresh"
        busy={running ? t.running(run.done, run.portions) : start.busy && t.starting}
        blocked={start.error && say(start.error)}
        onClick={() => start.send({ body: { placeId } })}
      >
        {t.runNow}
      </Button>
    </div>
  )
}

function Body({ checkup, severity }: { checkup: Checkup; severity: Severity | undefined }) {
  const t = useText(standardsText)
  const at = { placeId: checkup.placeId }
  const standards = useEndpoint(listStandards, {})
  const days = useEndpoint(checkupDays, { query: at }, { topics: CHECKUP_TOPICS })
  const wide = checkup.level !== 'compound'
  const compounds = useEndpoint(compareCompounds, { query: at }, { enabled: wide, topics: CHECKUP_TOPICS })
  const nothing = openOf(checkup) + checkup.counts.met + checkup.counts.conflicts === 0
  if (nothing && !severity) return <Empty mood="quiet" icon="check-circle" title={t.nothing} note={t.nothingNote} />
  return (
    <>
      <p className="finding">
        <Standing checkup={checkup} />
      </p>
      <div className="st-page">
        <div className="st-main">
          <FindingGroups checkup={checkup} standards={standards.data ?? []} wide={wide} />
          {checkup.leftOff > 0 && <p className="panel-none">{t.leftOff(checkup.leftOff)}</p>}
        </div>
        <div className="st-side">
          <Panel title={t.curve} note={t.curveNote}>
            <Loaded query={days}>{(data) => <Curve days={data} />}</Loaded>
          </Panel>
          {wide && compounds.data && compounds.data.length > 0 && (
            <Panel title={t.compare} note={t.compareNote}>
              <CompoundTable rows={compounds.data} />
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}
