/** Findings by weight, then what excludes each other, then what is told, what is met and what is not asked here, folded. */
import type { ReactNode } from 'react'
import type { Checkup, FindingView, StandardView } from '#contracts/standards.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { standardsText } from '#web/texts/standards.ts'
import { FindingRow } from './FindingRow.tsx'

type GroupsProps = { checkup: Checkup; standards: readonly StandardView[]; wide: boolean }
const WEIGHTS = ['must', 'should', 'advise'] as const
const WHYS = ['noMembers', 'fewMembers', 'noBranch', 'meetings'] as const

export function FindingGroups({ checkup: { findings }, standards, wide }: GroupsProps) {
  const t = useText(standardsText)
  const standardOf = ({ standard }: FindingView) => standards.find(({ id }) => id === standard)
  const told = findings.filter(({ severity, state }) => severity === 'information' && state === 'met')
  const met = findings.filter(({ severity, state }) => severity !== 'information' && state === 'met')
  const conflicts = findings.filter(({ state }) => state === 'conflict')
  const later = findings.filter(({ state }) => state === 'notApplicable')
  const rows = (some: readonly FindingView[], lead = false) => {
    const list = some.map((one, at) => (
      <FindingRow
        key={keyOf(one)}
        finding={one}
        standard={standardOf(one)}
        first={lead && at === 0 && !wide}
        withPlace={wide}
      />
    ))
    return <ul className="st-list">{list}</ul>
  }
  const byStandard = (some: readonly FindingView[]) =>
    [...new Set(some.map(({ standard }) => standard))].map((id) => some.filter(({ standard }) => standard === id))
  const missing = WEIGHTS.map((severity) => ({
    severity,
    some: findings.filter((one) => one.state === 'gap' && one.severity === severity),
  })).filter(({ some }) => some.length > 0)
  return (
    <>
      {missing.map(({ severity, some }, at) => (
        <Panel key={severity} title={t.severity[severity]} note={String(some.length)} className="st-card">
          {wide
            ? byStandard(some).map((same) => (
                <Wide
                  key={same[0]?.standard}
                  standard={same[0] && standardOf(same[0])}
                  count={same.length}
                  open={some.length <= FEW}
                >
                  {rows(same)}
                </Wide>
              ))
            : rows(some, at === 0)}
        </Panel>
      ))}
      {conflicts.length > 0 && (
        <Panel title={t.conflicts} note={t.conflictsNote} className="st-card st-calm">
          {rows(conflicts)}
        </Panel>
      )}
      {told.length > 0 && (
        <Folded title={t.informationTitle} count={told.length}>
          {told.map((one) => (
            <Line key={keyOf(one)} finding={one} standard={standardOf(one)} wide={wide} words={wordsOf(one)} />
          ))}
        </Folded>
      )}
      {met.length > 0 && (
        <Folded title={missing.length > 0 ? t.met(met.length) : t.metOnly(met.length)} good>
          {met.map((one) => (
            <Line key={keyOf(one)} finding={one} standard={standardOf(one)} wide={wide} words={countOf(one)} />
          ))}
        </Folded>
      )}
      {later.length > 0 && (
        <Folded title={t.notYet} count={later.length}>
          {later.map((one) => (
            <Line key={keyOf(one)} finding={one} standard={standardOf(one)} wide={wide} words={whyOf(one)} />
          ))}
        </Folded>
      )}
    </>
  )

  function wordsOf({ standard, subjects, subjectCount }: FindingView) {
    const [first] = subjects
    return t.gaps[standard]({ names: '', count: subjectCount, facts: { ...first?.counted } })
  }
  function countOf({ subjects }: FindingView) {
    const of = Number(subjects[0]?.counted['of'] ?? 1)
    return of > 1 ? t.each(of) : ''
  }
  function whyOf({ subjects }: FindingView) {
    const why = WHYS.find((one) => one === subjects[0]?.gap['why'])
    return why ? t.why[why] : ''
  }
}

const keyOf = ({ standard, placeId }: FindingView) => `${standard} ${placeId}`

/** So many stand open by themselves. */
const FEW = 6
type WideProps = { standard: StandardView | undefined; count: number; open: boolean; children: ReactNode }
function Wide({ standard, count, open, children }: WideProps) {
  const t = useText(standardsText)
  const english = useLang() === 'en'
  return (
    <details className="st-wide" open={open}>
      <summary>
        <b>{english ? standard?.titleEn : standard?.title}</b>
        <span>{t.places(count)}</span>
        <Icon name="chevron-down" size={18} />
      </summary>
      {children}
    </details>
  )
}

type LineProps = { finding: FindingView; standard: StandardView | undefined; wide: boolean; words: string }
function Line({ finding, standard, wide, words }: LineProps) {
  const english = useLang() === 'en'
  return (
    <li>
      <b>{english ? standard?.titleEn : standard?.title}</b>
      {wide && <span>{finding.placeName}</span>}
      {words && <small>{words}</small>}
    </li>
  )
}

type FoldedProps = { title: string; count?: number; good?: boolean; children: ReactNode }
const Folded = ({ title, count, good = false, children }: FoldedProps) => (
  <details className="st-fold panel">
    <summary>
      <Icon name={good ? 'check-circle' : 'info'} size={18} />
      {title}
      {count !== undefined && <span>{count}</span>}
      <Icon name="chevron-down" size={18} />
    </summary>
    <ul>{children}</ul>
  </details>
)
