/** Words of importing files. What is wrong with a row is said by contracts/import-problems.ts, on the page and in files alike. */
import type { ImportField, ImportKind, ImportStatus, RowState } from '#contracts/imports.ts'
import { texts } from '#web/platform/i18n.ts'

type Both<K extends string> = Record<'zh' | 'en', Record<K, string>>

// prettier-ignore
export const importKindText: Both<ImportKind> = {
  zh: { buildings: '楼栋和单元', homes: '房屋', owners: '业主名册', residents: '居民', roster: '人员名单（供别的表按编号引用）', organisations: '组织', posts: '岗位', members: '党员' },
  en: { buildings: 'Buildings and entrances', homes: 'Homes', owners: 'Owners’ roll', residents: 'Residents', roster: 'List of people (others refer to it by number)', organisations: 'Organisations', posts: 'Posts', members: 'Members' },
}
// prettier-ignore
export const importFieldText: Both<ImportField> = {
  zh: { compound: '小区', grid: '网格', building: '楼栋', entrance: '单元', room: '房号', homeWords: '房屋地址', floor: '楼层', floors: '总层数', households: '户数', usedAs: '用途', name: '姓名', phone: '手机号', identity: '身份证号（只核对，不保存）', personRef: '编号', personRole: '身份', holds: '自住或出租', occupants: '居住人数', movedInOn: '入住日期', gone: '已迁出或已故（不录入）', unitCode: '车位或商铺号', unitKind: '房屋类型', area: '建筑面积', areaSource: '面积来源', share: '产权份额', ownedFrom: '取得日期', organisation: '组织名称', organisationKind: '组织类型', parent: '上级组织', dutyPhone: '值班电话', foundedOn: '成立日期', termEndsOn: '换届日期', duties: '职责', postKind: '岗位', postTitle: '岗位名称', fromOn: '任职日期', toOn: '任期至', standsAs: '正副职', stage: '党员类型', elsewhere: '组织关系所在', inService: '在职党员' },
  en: { compound: 'Compound', grid: 'Grid', building: 'Building', entrance: 'Entrance', room: 'Room', homeWords: 'Address of the home', floor: 'Floor', floors: 'Floors in all', households: 'Households', usedAs: 'Use', name: 'Name', phone: 'Mobile number', identity: 'Identity number (checked, not kept)', personRef: 'Number', personRole: 'Role', holds: 'Own or rented', occupants: 'People in the home', movedInOn: 'Moved in on', gone: 'Moved out or died (left out)', unitCode: 'Parking or shop number', unitKind: 'Kind of unit', area: 'Floor area', areaSource: 'Source of the area', share: 'Share', ownedFrom: 'Owned from', organisation: 'Organisation', organisationKind: 'Kind of organisation', parent: 'Parent', dutyPhone: 'Duty phone', foundedOn: 'Founded on', termEndsOn: 'Term ends on', duties: 'Duties', postKind: 'Post', postTitle: 'Title', fromOn: 'From', toOn: 'Until', standsAs: 'Holder or deputy', stage: 'Stage', elsewhere: 'Membership kept at', inService: 'Employed elsewhere' },
}
// prettier-ignore
export const importStatusText: Both<ImportStatus> = {
  zh: { mapping: '待确认', checking: '正在检查', ready: '待录入', running: '正在录入', done: '已录入', undoing: '正在撤销', undone: '已撤销', failed: '没读成', expired: '已作废' },
  en: { mapping: 'To confirm', checking: 'Checking', ready: 'Ready to enter', running: 'Entering', done: 'Entered', undoing: 'Taking back', undone: 'Taken back', failed: 'Not read', expired: 'Dropped' },
}
// prettier-ignore
export const rowStateText: Both<RowState> = {
  zh: { good: '可录入', warned: '可录入，有提醒', bad: '有错', in: '已录入', skipped: '自动略过' },
  en: { good: 'Goes in', warned: 'Goes in, with a note', bad: 'Wrong', in: 'Entered', skipped: 'Left out' },
}
// prettier-ignore
export const neverKeptText: Both<'belief' | 'health' | 'movements' | 'means' | 'papers' | 'judgement'> = {
  zh: { belief: '不录入：民族、宗教、政治面貌、信访，社区工作用不着，法律要求不收', health: '不录入：健康和婚育是敏感信息，需要照顾的由本人另行登记', movements: '不录入：车牌、人脸、行踪，不收', means: '不录入：收入和工作单位，不收', papers: '不录入：证件号码，不收', judgement: '不录入：不给居民贴标签、分类别、排等级' },
  en: { belief: 'Not entered: origin, belief, politics and petitions are not needed, and the law says to leave them', health: 'Not entered: health and family matters are sensitive; who needs care registers it themselves', movements: 'Not entered: plates, faces and movements are not kept', means: 'Not entered: income and workplace are not kept', papers: 'Not entered: numbers of papers are not kept', judgement: 'Not entered: nobody is labelled, sorted or ranked' },
}
// prettier-ignore
export const usedText: Both<'session' | 'request' | 'import' | 'consent' | 'household' | 'owner' | 'post' | 'organisation' | 'member' | 'pairing' | 'place' | 'person'> = {
  zh: { session: '有人登录过', request: '有人报过事', import: '有人导入过', consent: '有人同意过告知', household: '住户有了变动', owner: '业主有了变动', post: '有人任了岗位', organisation: '组织有了变动', member: '党员有了变动', pairing: '有了结对', place: '房屋下又加了房屋', person: '有人住进去' },
  en: { session: 'somebody signed in', request: 'a request was made', import: 'somebody imported', consent: 'consent was given', household: 'a household changed', owner: 'an owner changed', post: 'a post was given', organisation: 'an organisation changed', member: 'a member changed', pairing: 'a pairing was made', place: 'places were added inside', person: 'somebody moved in' },
}

// prettier-ignore
export const importsText = texts({
  zh: {
    title: '导入表格', drop: '把表格拖到这里，或点一下选文件', dropHint: 'Excel（.xlsx）或 CSV，最多 5 万行、10 兆。表里有标题、说明、合并的格子都没关系。', reading: '正在读表格', choose: '选文件',
    keeps: '身份证号只用来核对，不保存。上传的文件加密存放，一天后删除。', templates: '没有现成的表？下载空表', past: '以前的导入', none: '还没有导入过', noneHint: '有物业或街道给的表格，就可以从这里开始。',
    rows: (count: number) => `${count} 行`, entered: (count: number) => `录入 ${count} 行`, wrong: (count: number) => `${count} 行有错`, colleague: '同事上传',
    steps: '步骤', step: { columns: '看懂表格', rows: '检查', enter: '录入' },
    leftOut: '这张表不导入', sheetIs: '这张表是', headerAt: (row: number) => `表头在第 ${row} 行`, headerChange: '不对，改一下', headerPick: '点一下哪一行是表头', headerHide: '收起', hiddenSheet: '隐藏的表', remembered: '和上次一样的表头，已按上次的选法',
    column: '表上的列', examples: '例子', becomes: '录入为', dropped: '不录入', noHeader: (column: string) => `${column} 列（没有表头）`, missing: (fields: string) => `还缺：${fields}`, or: '或',
    about: '录到哪里', where: '这份表是哪里的', whereHint: '写小区名；一份表有几个小区的，写社区名', createMissing: '表上有、登记里没有的楼栋、单元和房屋，自动新建', areaSource: '面积从哪里来', areaSources: { REGISTRY: '不动产登记', SURVEY: '测绘报告', CONTRACT: '购房合同或物业台账' },
    check: '检查', checking: '正在检查', pickWhere: '先选这份表是哪里的', pickSheet: '至少选一张表', fillColumns: '必需的列还没选全',
    again: '回去改', found: '检查好了', willEnter: (count: number) => `录入 ${count} 行`, nothingGood: '没有可录入的行', newOnes: '会新建', buildings: (count: number) => `${count} 栋楼`, entrances: (count: number) => `${count} 个单元`, homes: (count: number) => `${count} 套房屋`, people: (count: number) => `${count} 人`, known: (count: number) => `${count} 人已登记，会对上`, nothingNew: '不会新建什么',
    all: '全部', row: '行', state: '结果', more: '再看一些', noRows: '没有这样的行', asRead: (read: string) => `读作 ${read}`, problemsNote: '有错的行不会录入，录完可以下载改好再导',
    entering: '正在录入', progress: (done: number, all: number) => `${done} / ${all} 行`, leave: '可以离开这个页面，回来还在这里。', undoing: '正在撤销',
    doneTitle: (count: number) => `录入了 ${count} 行`, doneAll: '全部录好了', doneSome: (count: number) => `${count} 行没有录入。下载后按原因改好，直接再导一次。`, bad: '下载没录入的行', undo: '撤销整批', undoTitle: '撤销这次导入', undoAfter: '这次录入的房屋、人员和名册全部收回，人员信息销毁。', undone: '已撤销，录入的都收回了', toRegister: '去看登记册', failed: '没能读完这个文件', discard: '作废', discardTitle: '作废这次导入', discardAfter: '上传的文件和读出的内容马上删除。', discarded: '已作废', saving: '正在办', usedBy: (words: string) => `不能撤销：${words}。`, back: '全部导入',
  },
  en: {
    title: 'Import', drop: 'Drop a file here, or choose one', dropHint: 'Excel (.xlsx) or CSV, 50,000 rows and 10 MB at most. Titles, notes and merged cells do no harm.', reading: 'Reading the file', choose: 'Choose a file',
    keeps: 'Identity numbers are only checked, never kept. The file is sealed and deleted after a day.', templates: 'No file yet? Download an empty one', past: 'Earlier imports', none: 'Nothing has been imported', noneHint: 'A file of the property company or the subdistrict is where to begin.',
    rows: (count: number) => `${count} rows`, entered: (count: number) => `${count} rows entered`, wrong: (count: number) => `${count} rows wrong`, colleague: 'by a colleague',
    steps: 'Steps', step: { columns: 'Understand', rows: 'Check', enter: 'Enter' },
    leftOut: 'Leave this sheet out', sheetIs: 'This sheet holds', headerAt: (row: number) => `Header in row ${row}`, headerChange: 'Not so; change', headerPick: 'Click the row that is the header', headerHide: 'Hide', hiddenSheet: 'hidden sheet', remembered: 'The header is known; mapped as last time',
    column: 'Column in the file', examples: 'Examples', becomes: 'Becomes', dropped: 'Not entered', noHeader: (column: string) => `Column ${column} (no header)`, missing: (fields: string) => `Still needed: ${fields}`, or: ' or ',
    about: 'Where it goes', where: 'Where is this file about', whereHint: 'A compound; a community when the file has several', createMissing: 'Make the buildings, entrances and homes that are in the file and not registered', areaSource: 'Where the areas are from', areaSources: { REGISTRY: 'Property registry', SURVEY: 'Survey', CONTRACT: 'Purchase contract or company ledger' },
    check: 'Check', checking: 'Checking', pickWhere: 'First say where the file is about', pickSheet: 'Choose a sheet at least', fillColumns: 'Needed columns are still missing',
    again: 'Back to the columns', found: 'Checked', willEnter: (count: number) => `Enter ${count} rows`, nothingGood: 'No row can go in', newOnes: 'Will be made', buildings: (count: number) => `${count} buildings`, entrances: (count: number) => `${count} entrances`, homes: (count: number) => `${count} homes`, people: (count: number) => `${count} people`, known: (count: number) => `${count} people are known`, nothingNew: 'Nothing new is made',
    all: 'All', row: 'Row', state: 'Result', more: 'Show more', noRows: 'No such rows', asRead: (read: string) => `read as ${read}`, problemsNote: 'Wrong rows stay out; download them afterwards, mend them and import again',
    entering: 'Entering', progress: (done: number, all: number) => `${done} of ${all} rows`, leave: 'You may leave this page and come back.', undoing: 'Taking back',
    doneTitle: (count: number) => `${count} rows entered`, doneAll: 'Everything is in', doneSome: (count: number) => `${count} rows did not go in. Download them, mend them by the reasons, and import that file.`, bad: 'Download what stayed out', undo: 'Take all of it back', undoTitle: 'Take this import back', undoAfter: 'Everything that this import entered is removed; what it held about people is destroyed.', undone: 'Taken back; nothing of it is left', toRegister: 'To the register', failed: 'The file could not be read to its end', discard: 'Drop it', discardTitle: 'Drop this import', discardAfter: 'The file and what was read of it are deleted at once.', discarded: 'Dropped', saving: 'Working', usedBy: (words: string) => `Cannot be taken back: ${words}.`, back: 'All imports',
  },
})
