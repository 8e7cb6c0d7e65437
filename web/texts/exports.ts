/** Words of taking lists out as files, of ledgers and of approvals. */
import type { ExportFormat, ExportKind, ExportState } from '#contracts/exports.ts'
import { texts } from '#web/platform/i18n.ts'

type Both<K extends string> = Record<'zh' | 'en', Record<K, string>>

// prettier-ignore
export const exportKindText: Both<ExportKind> = {
  zh: { work: '工单清单', behind: '数字背后的工单', figures: '运行情况', setApart: '默认结案与批准延期', register: '地方登记册', grids: '网格', organisations: '组织', posts: '岗位与任职', venues: '阵地', shops: '商户', selections: '选人', checkup: '标准体检', plans: '规划方案', audit: '查看记录', loop: '闭环台账', practical: '微实事台账', teams: '微团队台账', gridLedger: '微网格台账', households: '住户', owners: '业主名册', members: '党员（不含姓名）' },
  en: { work: 'Work list', behind: 'Requests behind a figure', figures: 'Figures', setApart: 'Silent closings and exemptions', register: 'Register of places', grids: 'Grids', organisations: 'Organisations', posts: 'Posts and holders', venues: 'Venues', shops: 'Shops', selections: 'Selections', checkup: 'Check-up', plans: 'Plans', audit: 'Log of who looked', loop: 'Loop ledger', practical: 'Practical matters', teams: 'Teams', gridLedger: 'Grids ledger', households: 'Households', owners: 'Owners’ roll', members: 'Members (without names)' },
}
// prettier-ignore
export const exportFormatText: Both<ExportFormat> = {
  zh: { xlsx: 'Excel 表格', csv: 'CSV', geojson: '地图（GeoJSON）' },
  en: { xlsx: 'Excel', csv: 'CSV', geojson: 'Map (GeoJSON)' },
}
// prettier-ignore
export const exportStateText: Both<ExportState> = {
  zh: { waiting: '等同意', running: '正在做', ready: '可下载', refused: '未获准', ended: '已失效', failed: '没有做成' },
  en: { waiting: 'Waiting', running: 'Being made', ready: 'Ready', refused: 'Refused', ended: 'Expired', failed: 'Failed' },
}

// prettier-ignore
export const exportsText = texts({
  zh: {
    title: '导出与台账', note: '看得到的清单都可以导出，文件只保留一天', button: '导出', sheet: (list: string) => `导出${list}`, format: '格式', purpose: '用途', purposeHint: '例如：季度台账上报', purposeNeeded: '用途（写在文件上，被导出的人看得到）',
    make: '生成文件', making: '正在申请', ask: '申请导出', personalNote: '含个人信息：要由另一位有权的同事同意，每份最多 200 行，姓名打码，不含电话。',
    rows: (count: number) => `${count} 行`, sofar: (count: number) => `已写 ${count} 行`, leave: '可以离开，做好了在“导出”里。', download: '下载', cancel: '取消', remove: '删除文件', all: '看全部导出', waits: '已申请，等另一位同事同意。',
    mine: '我的导出', none: '还没有导出过', noneNote: '在任何清单上点“导出”，文件会出现在这里。', left: (count: number) => `本月含个人信息的还可导出 ${count} 行`, until: (when: string) => `${when} 前可下载`, fetched: (count: number) => `下载过 ${count} 次`,
    approvals: '等我同意', askedBy: (who: string) => `${who}申请`, agree: '同意', refuse: '不同意', agreeing: '正在记下', agreed: '已同意，正在生成文件', refused: '没有同意，已告诉申请人', why: '说一句理由（可不写）', expected: (count: number) => `约 ${count} 行`,
    ledgers: '台账', ledgersNote: '按上报的版式，从办事记录里直接生成，不用另填', place: '哪个地方', from: '从', to: '到', pickPlace: '先选一个地方', preview: '前几行', previewNone: '这段时间没有记录', previewMore: '这里只列前几行，文件里是全部', months: { this: '本月', last: '上月' },
    missing: '微心愿、微创投还没有专门的登记，不出空台账；有了登记就会出现在这里。', which: '哪本台账',
  },
  en: {
    title: 'Exports and ledgers', note: 'Any list that you may see; files are kept for one day', button: 'Export', sheet: (list: string) => `Export: ${list}`, format: 'Format', purpose: 'Purpose', purposeHint: 'For example: quarterly ledger', purposeNeeded: 'Purpose (written on the file; the people in it can read it)',
    make: 'Make the file', making: 'Asking', ask: 'Request the export', personalNote: 'Contains personal data: another colleague with the right must agree. At most 200 rows a file, names masked, no phone numbers.',
    rows: (count: number) => (count === 1 ? '1 row' : `${count} rows`), sofar: (count: number) => `${count} rows so far`, leave: 'You need not wait here: it will be under Exports.', download: 'Download', cancel: 'Cancel', remove: 'Delete the file', all: 'All exports', waits: 'Requested. Another colleague must agree.',
    mine: 'My exports', none: 'Nothing exported yet', noneNote: 'Press “Export” on any list; the file appears here.', left: (count: number) => `${count} rows with personal data left this month`, until: (when: string) => `until ${when}`, fetched: (count: number) => `downloaded ${count}×`,
    approvals: 'Waiting for me', askedBy: (who: string) => `requested by ${who}`, agree: 'Agree', refuse: 'Refuse', agreeing: 'Saving', agreed: 'Agreed; the file is being made', refused: 'Refused; the person who asked is told', why: 'A reason (optional)', expected: (count: number) => `about ${count} rows`,
    ledgers: 'Ledgers', ledgersNote: 'Made straight from the records, in the layout that is handed in; nothing to fill in', place: 'Which place', from: 'From', to: 'To', pickPlace: 'Choose a place first', preview: 'First rows', previewNone: 'Nothing in this period', previewMore: 'First rows only; the file holds all', months: { this: 'This month', last: 'Last month' },
    missing: 'Wishes and small grants have no register yet, so there is no empty ledger of them; they will appear here when there is.', which: 'Which ledger',
  },
})
