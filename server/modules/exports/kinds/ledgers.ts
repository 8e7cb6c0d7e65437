/**
 * Ledgers in the layouts that communities hand in: the loop 闭环台账, and of the five micro-ledgers 五微台账 those that the
 * product has records for: practical matters, teams, grids. Wishes and small grants have none yet, so there is no ledger of
 * them. Source: docs/capabilities/exports.md, "Ledgers".
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { readGrids, reportGrids } from '#contracts/grids.ts'
import { listLoop, type LoopLine } from '#contracts/ledgers.ts'
import { listOrganisations, readOrganisation, type OrganisationFile } from '#contracts/organisations.ts'
import { listPosts, type PostView } from '#contracts/people.ts'
import { covers, readTree } from '#modules/places/index.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { AppError } from '#platform/errors.ts'
import { dayOf, type Pen } from '../words.ts'
import { kind, only, text, type Column, type Reading } from './kind.ts'
import { NOT_PUBLIC, onBuildings } from './requests.ts'

const PERIOD = ['placeId', 'from', 'to']
type Numbered<T> = T & { order: number }

const said = ({ saidSolved, saidSatisfied }: LoopLine, { pick }: Pen) =>
  saidSolved === null
    ? ''
    : [
        pick(saidSolved ? ['解决了', 'solved'] : ['没解决', 'not solved']),
        ...(saidSatisfied === null ? [] : [pick(saidSatisfied ? ['满意', 'satisfied'] : ['不满意', 'not satisfied'])]),
      ].join('，')
/** Whole days of the calendar from receipt to closing. */
const daysOf = ({ receivedAt, closedAt }: LoopLine) =>
  closedAt ? String((Date.parse(dayOf(closedAt)) - Date.parse(dayOf(receivedAt))) / DAY) : ''

const shown = ({ limited }: LoopLine, { pick }: Pen, words: string) => (limited ? pick(NOT_PUBLIC) : words)

const LOOP: readonly Column<Numbered<LoopLine>>[] = [
  ['序号', 'No.', 6, ({ order }) => String(order)],
  ['编号', 'Number', 14, ({ number }) => number],
  ['收到时间', 'Received', 18, (row, { time }) => time(row.receivedAt)],
  ['来源渠道', 'Channel', 12, (row, { word }) => word('channel', row.channel)],
  ['地点', 'Place', 28, (row, pen) => shown(row, pen, row.placeName)],
  ['类别', 'Category', 16, ({ categoryName }) => categoryName ?? ''],
  ['事项', 'What', 36, (row, pen) => shown(row, pen, row.title)],
  ['派给', 'Sent to', 20, ({ sentTo }) => sentTo ?? ''],
  ['派出时间', 'Sent', 18, (row, { time }) => time(row.sentAt)],
  ['接下时间', 'Taken on', 18, (row, { time }) => time(row.takenOnAt)],
  ['联系报件人', 'Reporter contacted', 18, (row, { time }) => time(row.contactedAt)],
  ['办结时间', 'Done', 18, (row, { time }) => time(row.doneAt)],
  ['办理结果', 'Result', 12, (row, { word }) => word('outcome', row.outcome) || word('status', row.status)],
  ['报件人评价', 'Reporter says', 16, said],
  ['谁确认', 'Confirmed by', 14, (row, { word }) => word('confirmedBy', row.confirmedBy)],
  ['结案时间', 'Closed', 18, (row, { time }) => time(row.closedAt)],
  ['历时（天）', 'Days', 10, daysOf],
  ['是否超期', 'Late', 10, ({ late }, { yes }) => yes(late)],
]

/** A ledger numbers its lines through all pages: the cursor carries how many there were. */
async function loopPage({ ask, filters }: Reading, from: unknown, more: { kind?: string }) {
  const [after, before] = Array.isArray(from) ? (from as string[]) : [] // as written below
  const { rows, next } = await ask(listLoop, { query: { ...only(filters, PERIOD), ...more, limit: 100, ...(after && { after }) } }) // prettier-ignore
  const start = Number(before ?? 0)
  return {
    rows: rows.map((row, at) => ({ ...row, order: start + at + 1 })),
    next: next === null ? null : [next, String(start + rows.length)],
  }
}

export const loop = kind<Numbered<LoopLine>>({
  title: ['闭环台账', 'Loop ledger'],
  columns: LOOP,
  places: onBuildings,
  read: (reading, from) => loopPage(reading, from, {}),
})

export const practical = kind<Numbered<LoopLine>>({
  title: ['微实事台账', 'Ledger of practical matters'],
  columns: [
    ['序号', 'No.', 6, ({ order }) => String(order)],
    ['编号', 'Number', 14, ({ number }) => number],
    ['提出时间', 'Proposed', 18, (row, { time }) => time(row.receivedAt)],
    ['地点', 'Place', 28, (row, pen) => shown(row, pen, row.placeName)],
    ['实事内容', 'What', 40, (row, pen) => shown(row, pen, row.title)],
    ['承办', 'Done by', 22, ({ sentTo }) => sentTo ?? ''],
    ['办理情况', 'State', 12, (row, { word }) => word('status', row.status)],
    ['办结时间', 'Done', 18, (row, { time }) => time(row.doneAt)],
    ['办理结果', 'Result', 12, (row, { word }) => word('outcome', row.outcome)],
    ['群众评价', 'Residents say', 16, said],
  ],
  read: (reading, from) => loopPage(reading, from, { kind: 'practical' }),
})

const holdersOf = (posts: readonly PostView[], pen: Pen) =>
  posts
    .flatMap(({ title, holders }) => [
      `${title}：${holders.map(({ name }) => name).join('、') || pen.pick(['空缺', 'vacant'])}`,
    ]) // prettier-ignore
    .join('；')

type Team = Numbered<OrganisationFile> & { posts: PostView[] }
const TEAMS = ['volunteerTeam', 'selfManagementGroup']
export const teams = kind<Team>({
  title: ['微团队台账', 'Ledger of teams'],
  columns: [
    ['序号', 'No.', 6, ({ order }) => String(order)],
    ['团队名称', 'Team', 24, ({ name }) => name],
    ['类型', 'Kind', 12, (row, { word }) => word('organisationKind', row.kind)],
    ['所在', 'Place', 28, ({ placeName }) => placeName],
    ['负责人', 'Led by', 28, ({ posts }, pen) => holdersOf(posts, pen)],
    ['成立日期', 'Founded', 14, (row, { day }) => day(row.foundedOn)],
    ['岗位数', 'Posts', 10, ({ postCount }) => String(postCount)],
    ['服务内容', 'What it does', 40, ({ duties }) => duties],
    ['值班电话', 'Duty phone', 16, ({ dutyPhone }) => dutyPhone ?? ''],
  ],
  async read({ ask, tx, filters }, from) {
    const { tree, picked } = await readTree(tx, text(filters['placeId']))
    const all = await ask(listOrganisations)
    const own = all.filter(({ kind: what, placeId }) => TEAMS.includes(what) && (!picked || covers(picked.path, tree.byId.get(placeId)?.path ?? ''))) // prettier-ignore
    const start = Number(from ?? 0)
    const rows: Team[] = []
    for (const { id } of own.slice(start, start + 20)) {
      const posts = await ask(listPosts, { query: { organisationId: id } })
      rows.push({
        ...(await ask(readOrganisation, { params: { id } })),
        posts: posts.rows,
        order: start + rows.length + 1,
      })
    }
    return { rows, next: start + rows.length < own.length ? start + rows.length : null }
  },
})

type GridLine = ReplyOf<typeof reportGrids>['rows'][number] & { order: number; scope: string; buildings: number; lead: string; workers: string } // prettier-ignore
export const gridLedger = kind<GridLine>({
  title: ['微网格台账', 'Ledger of grids'],
  columns: [
    ['序号', 'No.', 6, ({ order }) => String(order)],
    ['小区', 'Compound', 24, ({ scope }) => scope],
    ['网格', 'Grid', 20, ({ name }) => name ?? ''],
    ['网格长', 'Grid lead', 20, ({ lead }) => lead],
    ['网格员', 'Grid workers', 28, ({ workers }) => workers],
    ['楼栋（栋）', 'Buildings', 10, ({ buildings }) => String(buildings)],
    ['户数（户）', 'Households', 10, ({ households }) => String(households)],
    ['本期收到（件）', 'Received', 14, ({ takenIn }) => String(takenIn)],
    ['本期结案（件）', 'Closed', 14, ({ closed }) => String(closed)],
    ['期末未结（件）', 'Open at the end', 14, ({ open }) => String(open)],
  ],
  /** A compound a page; the cursor is its position and how many grids stood before. */
  async read({ ask, tx, filters }, from) {
    const { tree, picked } = await readTree(tx, text(filters['placeId']))
    if (!picked) throw new AppError('place_not_found', { field: 'placeId' })
    const compounds = [...tree.byId.values()]
      .filter(({ level, path }) => level === 'compound' && (covers(picked.path, path) || covers(path, picked.path)))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
    const [at = '0', before = '0'] = Array.isArray(from) ? (from as string[]) : [] // as written below
    const scope = compounds[Number(at)]
    if (!scope) return { rows: [], next: null }
    const params = { scopeId: scope.id }
    const grids = (await ask(readGrids, { params, query: { level: 2 } })).grids
    const report = await ask(reportGrids, {
      params,
      query: { level: 2, read: 'now', ...only(filters, ['from', 'to']) },
    })
    const rows: GridLine[] = []
    for (const one of report.rows) {
      const grid = grids.find(({ id }) => id === one.gridId)
      if (!grid || (picked.level === 'grid' && grid.id !== picked.id)) continue
      const { rows: posts } = await ask(listPosts, { query: { placeId: grid.id } })
      const named = (kinds: readonly string[]) =>
        posts
          .filter((post) => post.placeId === grid.id && kinds.includes(post.kind))
          .flatMap(({ holders }) => holders.map(({ name }) => name))
          .join('、')
      const lead = named(['gridLead'])
      const workers = named(['gridWorker', 'gridInformant'])
      rows.push({ ...one, order: Number(before) + rows.length + 1, scope: scope.name, buildings: grid.buildingIds.length, lead, workers }) // prettier-ignore
    }
    const next = Number(at) + 1
    return { rows, next: next < compounds.length ? [String(next), String(Number(before) + rows.length)] : null }
  },
})
