/** Lists of requests: the work list, the rows behind a figure, what is set apart. */
import type { Static } from 'typebox'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { figuresTable, listBehind, listSetApart, RATES, type RateCode } from '#contracts/figures.ts'
import { listWork, type RequestRow } from '#contracts/requests.ts'
import { pointsOf } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'
import { kind, only, type Column, type Geometry } from './kind.ts'

/** Of what only few may know, a file says that it is there and how it stands. */
export const NOT_PUBLIC = ['（不公开）', '(private)'] as const

const REQUEST: readonly Column<RequestRow>[] = [
  ['编号', 'Number', 14, ({ number }) => number],
  ['事项', 'What', 40, ({ title, limited }, { pick }) => (limited ? pick(NOT_PUBLIC) : title)],
  ['种类', 'Kind', 10, (row, { word }) => word('requestKind', row.kind)],
  ['类别', 'Category', 18, (row) => row.categoryName ?? ''],
  ['地点', 'Place', 30, ({ placeName, limited }, { pick }) => (limited ? pick(NOT_PUBLIC) : placeName)],
  ['来源', 'Channel', 12, (row, { word }) => word('channel', row.channel)],
  ['收到时间', 'Received', 18, (row, { time }) => time(row.createdAt)],
  ['状态', 'Status', 12, (row, { word }) => word('status', row.status)],
  ['结果', 'Outcome', 12, (row, { word }) => word('outcome', row.outcome)],
  ['谁确认', 'Confirmed by', 14, (row, { word }) => word('confirmedBy', row.confirmedBy)],
  ['承办', 'Handled by', 24, (row) => row.handlerName ?? ''],
  ['第几轮', 'Round', 8, (row, { number }) => number(row.round)],
  ['期限', 'Due', 18, (row, { time }) => time(row.dueAt)],
  ['办结时间', 'Done', 18, (row, { time }) => time(row.finishedAt)],
  ['结案时间', 'Closed', 18, (row, { time }) => time(row.closedAt)],
  ['关注人数', 'Followers', 10, (row, { number }) => number(row.joinerCount)],
  ['催办次数', 'Urged', 10, (row, { number }) => number(row.urgeCount)],
  ['督办', 'Supervised', 8, (row, { yes }) => yes(row.supervised)],
]

export async function onBuildings(tx: Tx, rows: readonly { id: string }[]): Promise<(Geometry | null)[]> {
  const points = await pointsOf(tx, rows.map(({ id }) => id)) // prettier-ignore
  return rows.map(({ id }) => {
    const point = points.get(id)
    return point ? { type: 'Point', coordinates: point } : null
  })
}

const WORK_FILTERS = ['status', 'view', 'placeId', 'gridId', 'categoryCode', 'kind', 'channel', 'organisationId', 'q', 'sort'] // prettier-ignore
const LOOK = ['placeId', 'from', 'to', 'categoryCode', 'channel', 'organisationId']
const WHOLE_PAGE = 100

export const work = kind<RequestRow>({
  title: ['工单清单', 'Work list'],
  columns: REQUEST,
  places: onBuildings,
  read: ({ ask, filters }, from) =>
    ask(listWork, { query: { ...only(filters, WORK_FILTERS), limit: WHOLE_PAGE, ...(from && { after: from }) } }),
})

export const behind = kind<RequestRow>({
  title: ['数字背后的工单', 'Requests behind a figure'],
  columns: REQUEST,
  places: onBuildings,
  read: ({ ask, filters }, from) =>
    ask(listBehind, { query: { ...only(filters, [...LOOK, 'measure']), limit: WHOLE_PAGE, ...(from && { after: from }) } }), // prettier-ignore
})

type SetApart = ReplyOf<typeof listSetApart>['rows'][number]
export const setApart = kind<SetApart>({
  title: ['默认结案与批准延期', 'Closed by silence, and exemptions'],
  columns: [
    ['编号', 'Number', 14, ({ number }) => number],
    ['事项', 'What', 40, ({ title }) => title],
    ['地点', 'Place', 30, ({ placeName }) => placeName],
    ['承办', 'Handled by', 24, ({ handlerName }) => handlerName ?? ''],
    ['时间', 'When', 18, ({ at }, { time }) => time(at)],
    ['批准了什么', 'What was granted', 14, ({ exemption }, { word }) => word('exemption', exemption)],
    ['理由', 'Reason', 30, ({ reason }) => reason ?? ''],
    ['谁批准', 'Granted by', 20, ({ by }) => by ?? ''],
    ['到', 'Until', 18, ({ until }) => until ?? ''],
  ],
  read: ({ ask, filters }, from) =>
    ask(listSetApart, { query: { ...only(filters, [...LOOK, 'kind']), ...(from && { after: from }) } }),
})

type FigureRow = ReplyOf<typeof figuresTable>['rows'][number]
/** A rate with its n: 38/40，95%. */
const rate =
  (code: RateCode) =>
  ({ counts }: FigureRow): string => {
    const sum = (names: readonly (keyof typeof counts)[]) => names.reduce((all, name) => all + (counts[name] ?? 0), 0)
    const n = sum(RATES[code].n)
    return n === 0 ? '' : `${sum(RATES[code].of)}/${n}，${Math.round((100 * sum(RATES[code].of)) / n)}%`
  }
const count =
  (name: keyof Static<(typeof figuresTable)['reply']>['rows'][number]['counts']) =>
  ({ counts }: FigureRow) =>
    String(counts[name] ?? 0)

export const figures = kind<FigureRow>({
  title: ['运行情况', 'Figures'],
  columns: [
    ['名称', 'Name', 26, ({ name }) => name],
    ['户数', 'Households', 10, ({ households }, { number }) => number(households)],
    ['收到（件）', 'Received', 12, count('received')],
    ['结案（件）', 'Closed', 12, count('closed')],
    ['已解决（件）', 'Solved', 12, count('solved')],
    ['响应率', 'Response rate', 16, rate('response')],
    ['解决率', 'Solved rate', 16, rate('solved')],
    ['满意率', 'Satisfied rate', 16, rate('satisfied')],
    ['按期办结率', 'On time', 16, rate('onTime')],
    ['重新办理率', 'Reopened', 16, rate('reopened')],
    ['重复反映率', 'Repeated', 16, rate('repeated')],
    ['当场处置率', 'On the spot', 16, rate('onTheSpot')],
    ['默认结案（另计）', 'Closed by silence', 16, count('bySilence')],
    ['批准延期（另计）', 'Exempted', 16, count('exempted')],
    ['现在未结', 'Open now', 10, ({ standing }) => String(standing?.openNow ?? '')],
    ['现在超期', 'Overdue now', 12, ({ standing }) => String(standing?.overdueNow ?? '')],
  ],
  read: async ({ ask, filters }) => {
    const { rows } = await ask(figuresTable, { query: { by: 'place', ...only(filters, [...LOOK, 'by', 'level']) } })
    return { rows, next: null }
  },
})
