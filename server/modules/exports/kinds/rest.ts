/** Lists of the desk besides requests and registers: selections, the check-up, plans, the log. */
import { listAudit } from '#contracts/people.ts'
import { listPlans, type PlanRow } from '#contracts/planner.ts'
import { listSelections, type SelectionView } from '#contracts/selections.ts'
import { listStandards, readCheckup, type FindingView, type StandardView } from '#contracts/standards.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { kind, only } from './kind.ts'

/** Without candidates: whoever runs a selection sees them on its page. */
export const selections = kind<SelectionView>({
  title: ['选人', 'Selections'],
  columns: [
    ['名称', 'Title', 30, ({ title }) => title],
    ['组织', 'Organisation', 26, ({ organisationName }) => organisationName],
    ['地点', 'Place', 26, ({ placeName }) => placeName],
    ['岗位', 'Posts', 30, ({ seats }) => seats.map(({ title, seats: count }) => `${title} ${count}`).join('、')],
    ['到哪一步', 'State', 12, (row, { word }) => word('selection', row.status)],
    ['开始', 'From', 14, (row, { day }) => day(row.fromOn)],
    ['推荐截止', 'Nominations until', 14, (row, { day }) => day(row.nominateUntil)],
    ['结束时间', 'Closed', 18, (row, { time }) => time(row.closedAt)],
    ['结果说明', 'Result', 30, ({ resultNote }) => resultNote ?? ''],
  ],
  read: async ({ ask }) => ({ rows: await ask(listSelections), next: null }),
})

type Found = { finding: FindingView; standard: StandardView | undefined; name: string; sinceOn: string }
const MARKS = { law: ['法规', 'law'], report: ['各地做法', 'report'], custom: ['惯例', 'custom'] } as const

export const checkup = kind<Found>({
  title: ['标准体检', 'Check-up'],
  columns: [
    ['标准', 'Standard', 36, ({ standard, finding }, { pick }) => (standard ? pick([standard.title, standard.titleEn]) : finding.standard)],
    ['依据', 'Source', 36, ({ standard }, { pick }) => (standard ? `${pick(MARKS[standard.mark])}：${pick([standard.source, standard.sourceEn])}` : '')],
    ['程度', 'Severity', 10, ({ finding }, { word }) => word('severity', finding.severity)],
    ['情况', 'State', 14, ({ finding }, { word }) => word('finding', finding.state)],
    ['地点', 'Place', 30, ({ finding }) => finding.placeName],
    ['对象', 'What', 30, ({ name }) => name],
    ['从哪天起', 'Since', 14, ({ sinceOn }, { day }) => day(sinceOn)],
  ], // prettier-ignore
  async read({ ask, filters }) {
    const { findings } = await ask(readCheckup, { query: only(filters, ['placeId', 'severity', 'standard']) })
    const standards = await ask(listStandards)
    const rows = findings.flatMap((finding): Found[] => {
      const standard = standards.find(({ id }) => id === finding.standard)
      const whole = { finding, standard, name: finding.placeName, sinceOn: finding.sinceOn }
      return finding.subjects.length === 0
        ? [whole]
        : finding.subjects.map(({ name, sinceOn }) => ({ ...whole, name, sinceOn }))
    })
    return { rows, next: null }
  },
})

export const plans = kind<PlanRow>({
  title: ['规划方案', 'Plans'],
  columns: [
    ['种类', 'Kind', 12, (row, { word }) => word('planKind', row.kind)],
    ['地点', 'Place', 30, ({ place }) => place.name],
    ['状态', 'State', 14, (row, { word }) => word('planStatus', row.status)],
    ['提出时间', 'Asked', 18, (row, { time }) => time(row.createdAt)],
    ['算好时间', 'Solved', 18, (row, { time }) => time(row.solvedAt)],
    ['采用时间', 'Applied', 18, (row, { time }) => time(row.appliedAt)],
  ],
  read: ({ ask, filters }, from) =>
    ask(listPlans, { query: { ...only(filters, ['placeId']), ...(from && { after: from }) } }),
})

type Entry = ReplyOf<typeof listAudit>['rows'][number]
export const audit = kind<Entry>({
  title: ['查看记录', 'Log of who looked'],
  columns: [
    ['时间', 'When', 18, ({ at }, { time }) => time(at)],
    ['做了什么（代码）', 'What (code)', 20, ({ what }) => what],
    ['以什么身份', 'In what capacity', 26, ({ actor }) => actor],
    ['对谁、对什么', 'To whom, to what', 40, ({ subject }) => subject],
    ['理由', 'Reason', 30, ({ reason }) => reason ?? ''],
  ],
  read: ({ ask, filters }, from) =>
    ask(listAudit, { query: { ...only(filters, ['what']), ...(from && { after: from }) } }),
})
