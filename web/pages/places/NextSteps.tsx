/** What the check-up found here, the weightiest first, each with the page that mends it. */
import { Link } from '@tanstack/react-router'
import { listStandards, readCheckup, SEVERITIES, type FindingView } from '#contracts/standards.ts'
import { CHECKUP_TOPICS } from '#web/pages/standards/topics.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { registerText } from '#web/texts/register.ts'

const SHOWN = 4

export function NextSteps({ placeId }: { placeId: string }) {
  const t = useText(registerText)
  const may = useRight('standards.view')
  const { data } = useEndpoint(readCheckup, { query: { placeId } }, { enabled: may, topics: CHECKUP_TOPICS })
  if (!may || !data) return null
  const gaps = data.findings
    .filter(({ state, severity }) => state === 'gap' && severity !== 'information')
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  const { must, should, advise, met } = data.counts
  return (
    <Panel
      title={t.checkup}
      note={data.checkedAt ? t.checkupNote(met, must + should + advise) : t.checkupNever}
      end={
        <Link to="/checkup" search={{ placeId }} className="text-btn end">
          {t.checkupGo}
        </Link>
      }
    >
      {data.checkedAt && gaps.length === 0 && <p className="panel-none">{t.allGood}</p>}
      <ul className="pnext">
        {gaps.slice(0, SHOWN).map((finding) => (
          <Gap key={`${finding.standard}${finding.placeId}`} finding={finding} />
        ))}
      </ul>
    </Panel>
  )
}

function Gap({ finding: { standard, subjects, subjectCount, placeId } }: { finding: FindingView }) {
  const t = useText(registerText)
  const { list } = useText(marks)
  const isEnglish = useLang() === 'en'
  const standards = useEndpoint(listStandards, {})
  const known = standards.data?.find(({ id }) => id === standard)
  const [first] = subjects
  const names = subjects.slice(0, 3).map(({ name }) => name)
  return (
    <li>
      <Icon name="clock" size={18} />
      <span>
        <b>{isEnglish ? known?.titleEn : known?.title}</b>
        <small>{[names.join(list), t.gapOf(subjectCount)].filter(Boolean).join(' · ')}</small>
      </span>
      <a className="text-btn" href={`/console${first?.task?.to ?? `/checkup?placeId=${placeId}`}`}>
        {t.doIt}
      </a>
    </li>
  )
}
