/** Words of the desk's shell and of its shared parts: navigation, search, picking, shortcuts, who I am, sign-in. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const deskText = texts({
  zh: {
    product: '邻里', desk: '工作台', skip: '跳到正文', mainNav: '工作台导航', views: '我存的视图',
    nav: {
      work: '待我处理', intake: '登记一件', map: '地图', supervise: '督办', followUp: '回访',
      categories: '类别与时限', people: '人员与岗位', audit: '查看记录', connections: '对外连接', exchange: '数据往来',
      register: '登记册', households: '住户', members: '党员', checkup: '小区体检', planner: '规划', imports: '导入表格', insight: '运行情况', week: '本周',
      bulletins: '通报和墙报', exports: '导出与台账',
    },
    section: { work: '办事', insight: '运行', registers: '家底', system: '系统' },
    view: {
      mine: '待我处理', open: '未结', late: '超时', soon: '快到期', whistles: '吹哨中', followUp: '等回访', ladder: '上会的',
      supervised: '督办中', asks: '等批的', urgent: '紧急', shelved: '挂账和暂停', closed: '已结案',
    },
    find: '搜人、事、楼', findLabel: '搜索', findHint: '姓名、拼音、手机后四位、8-2-301、编号', findRequests: '事', findPeople: '人', findOrganisations: '组织', findPlaces: '地方', findPages: '页面',
    findNothing: (words: string) => `没有找到“${words}”`, findKeys: '↑↓ 选，回车打开，Esc 关', closedWord: '已结案', searching: '正在找',
    live: (time: string) => `${time} 已同步`, notLive: (time: string) => `连不上，停在 ${time}`, connecting: '正在连',
    pick: { place: '写小区、网格或楼栋', organisation: '写几个字找单位', none: '没有符合的' },
    keys: '全部快捷键', keysTitle: '快捷键', keysNote: '写字的时候不起作用。按 Esc 先离开输入框。',
    me: '我', news: '消息', signOut: '退出', phonePage: '手机页面', theme: '外观', themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    print: '字号', prints: { ordinary: '标准', large: '大', larger: '更大' }, language: '语言',
    noDesk: '这里是工作台', noDeskHint: '您的岗位不用工作台。报事、接单都在手机页面上。', toPhone: '去手机页面',
    posts: (first: string, more: number) => `${first} 等 ${more + 1} 个岗位`,
    group: { anywhere: '随处', list: '清单', request: '这一件', dispatch: '派单', intake: '登记' },
    goWork: '回待我处理', goIntake: '登记一件', goFind: '搜索',
  },
  en: {
    product: 'Linli', desk: 'Desk', skip: 'Skip to content', mainNav: 'Desk navigation', views: 'My saved views',
    nav: {
      work: 'Waiting for us', intake: 'Take one in', map: 'Map', supervise: 'Supervise', followUp: 'Follow-up',
      categories: 'Categories and limits', people: 'People and posts', audit: 'Who looked', connections: 'Connections', exchange: 'Exchange',
      register: 'Register', households: 'Households', members: 'Members', checkup: 'Check-up', planner: 'Planner', imports: 'Import', insight: 'Figures', week: 'This week',
      bulletins: 'Bulletins', exports: 'Exports and ledgers',
    },
    section: { work: 'Work', insight: 'How it goes', registers: 'What we know', system: 'System' },
    view: {
      mine: 'Waiting for us', open: 'Open', late: 'Overdue', soon: 'Due soon', whistles: 'Whistles', followUp: 'To call back', ladder: 'At a meeting',
      supervised: 'Supervised', asks: 'Asks', urgent: 'Urgent', shelved: 'Shelved and paused', closed: 'Closed',
    },
    find: 'Search', findLabel: 'Search', findHint: 'Name, pinyin, last four digits, 8-2-301, number', findRequests: 'Requests', findPeople: 'People', findOrganisations: 'Organisations', findPlaces: 'Places', findPages: 'Pages',
    findNothing: (words: string) => `Nothing found for “${words}”`, findKeys: '↑↓ choose, Enter opens, Esc closes', closedWord: 'closed', searching: 'Searching',
    live: (time: string) => `In step, ${time}`, notLive: (time: string) => `No connection since ${time}`, connecting: 'Connecting',
    pick: { place: 'A compound, grid or building', organisation: 'A few letters of its name', none: 'Nothing like that' },
    keys: 'All shortcuts', keysTitle: 'Shortcuts', keysNote: 'Not while you type. Esc leaves a field first.',
    me: 'Me', news: 'News', signOut: 'Sign out', phonePage: 'Phone pages', theme: 'Theme', themes: { system: 'System', light: 'Light', dark: 'Dark' },
    print: 'Print', prints: { ordinary: 'Ordinary', large: 'Large', larger: 'Larger' }, language: 'Language',
    noDesk: 'This is the desk', noDeskHint: 'Your post does not use the desk. Reporting and jobs are on the phone pages.', toPhone: 'To the phone pages',
    posts: (first: string, more: number) => `${first} and ${more} more`,
    group: { anywhere: 'Anywhere', list: 'List', request: 'This request', dispatch: 'Dispatch', intake: 'Intake' },
    goWork: 'Back to the work list', goIntake: 'Take one in', goFind: 'Search',
  },
})
