/** The check-up of one place as a card for its register page: what is missing first, and the way to the whole. */
import { Link } from '@tanstack/react-router'
import { readCheckup, type Checkup } from '#contracts/standards.ts'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useRight } from '#web/platform/me.ts'
import { useTime } from '#web/platform/time.ts'
import { standardsText } from '#web/texts/standards.ts'
import { FindingRow } from './FindingRow.tsx'
import './standards.css'

const SHOWN = 4
/** What it speaks of: a live event or a command about one of them asks again. */
export const CHECKUP_TOPICS = ['standards', 'posts', 'organisations', 'places', 'households', 'venues', 'members']

/** Shows nothing to whoever may not read check-ups. */
export function CheckupCard({ placeId }: { placeId: string }) {
  const t = useText(standardsText)
  const may = useRight('standards.view')
  const checkup = useEndpoint(readCheckup, { query: { placeId } }, { enabled: may, topics: CHECKUP_TOPICS })
  if (!may) return null
  return (
    <Panel title={t.card} note={checkup.data && <Standing checkup={checkup.data} />} className="st-card">
      <Loaded query={checkup}>{(data) => <Shortcomings checkup={data} />}</Loaded>
    </Panel>
  )
}

function Shortcomings({ checkup: { placeId, findings, counts } }: { checkup: Checkup }) {
  const t = useText(standardsText)
  const missing = findings.filter(({ state }) => state === 'gap')
  return (
    <>
      {missing.length > 0 && (
        <ul className="st-list">
          {missing.slice(0, SHOWN).map((finding, at) => (
            <FindingRow key={`${finding.standard} ${finding.placeId}`} finding={finding} first={at === 0} />
          ))}
        </ul>
      )}
      <Link to="/checkup" search={{ placeId }} className="st-fine">
        <Icon name="check-circle" size={18} />
        {missing.length === 0 ? t.metOnly(counts.met) : t.met(counts.met)}
        <span>{t.checkupPage}</span>
        <Icon name="chevron" size={16} />
      </Link>
    </>
  )
}

export const openOf = ({ counts: { must, should, advise } }: Pick<Checkup, 'counts'>) => must + should + advise

/** 25 项里 8 项要补，今天 6:00 检查. */
export function Standing({ checkup }: { checkup: Checkup }) {
  const t = useText(standardsText)
  const { dayTime } = useTime()
  const open = openOf(checkup)
  const all = open + checkup.counts.met + checkup.counts.conflicts
  return (
    <>
      {all > 0 && t.summary(all, open)}{' '}
      <small>{checkup.checkedAt ? t.checkedAt(dayTime(checkup.checkedAt)) : t.never}</small>
    </>
  )
}
