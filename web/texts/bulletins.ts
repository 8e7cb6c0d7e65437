/** Words of bulletins 通报 and wall newspapers 小区墙报: desk, phone and print. Names of figures: contracts/bulletin-words.ts. */
import type { BlockKind, BulletinKind, BulletinState } from '#contracts/bulletins.ts'
import { texts } from '#web/platform/i18n.ts'
import { MONTHS } from './time.ts'

const blocksZh: Record<BlockKind, string> = { heading: '标题', text: '文字', notice: '提示', figures: '三率和数字', chart: '收到和结案图', places: '各处情况', solved: '办好的事（照片）', overdue: '超时未办', ladder: '上会的难题', doing: '正在办的事', thanks: '感谢' } // prettier-ignore
const blocksEn: Record<BlockKind, string> = { heading: 'Heading', text: 'Text', notice: 'Notice', figures: 'Rates and counts', chart: 'Chart', places: 'Place by place', solved: 'Put right, with photos', overdue: 'Overdue', ladder: 'At the meetings', doing: 'In hand', thanks: 'Thanks' } // prettier-ignore
const statesZh: Record<BulletinState, string> = { draft: '草稿', published: '已发布', withdrawn: '已撤回' }
const statesEn: Record<BulletinState, string> = { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' }
const kindsZh: Record<BulletinKind, string> = { weekly: '周报', monthly: '月报', wall: '墙报' }
const kindsEn: Record<BulletinKind, string> = { weekly: 'Weekly', monthly: 'Monthly', wall: 'Wall' }

// prettier-ignore
export const bulletinText = texts({
  zh: {
    title: '通报和墙报', none: '还没有通报', noneNote: '每周一和每月一日会自动拟好草稿，放在这里。', noneRead: '还没有通报', noneReadNote: '社区发布以后，会写在这里。',
    blocks: blocksZh, states: statesZh, kinds: kindsZh,
    all: '全部', ofState: '只看', more: '再早一些', back: '全部通报',
    fresh: '自动拟好，没人看过', changed: '发布后又改过', version: (n: number) => `第 ${n} 版`, made: '新写一期', make: '拟好草稿', making: '正在拟', there: '这一期已经有了，已为您打开',
    kind: '种类', place: '哪里', placeFind: '按名字找', on: '哪一期', onHint: '选那一周或那一月里的任意一天', noPlaces: '您的岗位还不能为哪里写这一种。',
    period: (from: string, to: string) => `${from} 至 ${to}`, month: (from: string) => `${from.slice(0, 4)} 年 ${Number(from.slice(5, 7))} 月`,
    preview: '读者看到的样子', write: '编辑', titleField: '标题', titleNeeded: '写一个标题，才能保存', add: '加一块', up: '上移', down: '下移', remove: '移去', undo: '撤销', refresh: '重取数字和照片', refreshing: '正在取', refreshed: '数字和照片已重取，写过的文字没有动',
    saved: '已自动保存', saving: '正在保存', unsaved: '没有保存', emptyText: '写一句数字说不出来的话；空着就不会出现', headingOf: '这一块的标题', shownPhotos: '点一下，决定要不要登', asOf: (at: string) => `数字截至 ${at}，不能手改；要更新请重取。`,
    nothingIn: '这一期没有内容，不会出现',
    elsewhere: '别人刚改过这一期。您这里停止保存了。', load: '看新的内容', lacking: (all: string) => `这些字印不出来，请换一个写法：${all}`,
    readers: (place: string, households: number | null) => `发布后，${place}${households ? ` ${households} 户` : ''}居民和这里的工作人员都能看到，单位和岗位会看到自己的名字。`,
    publish: '发布', publishing: '正在发布', publishTitle: '发布这一期', correct: '发布更正', correctTitle: '发布更正版', note: '更正了什么', noteHint: '大家会看到这句话，以前的版本也留着', published: '已发布', corrected: '更正已发布',
    withdraw: '撤回', withdrawing: '正在撤回', withdrawTitle: '撤回这一期', withdrawNote: '撤回以后，大家只看到标题和撤回的原因。不能再发布。', reason: '原因', withdrawn: '已撤回', withdrawnWhy: (why: string) => `已撤回：${why}`,
    pdf: '存成 PDF', pdfWall: '墙报 PDF', print: '打印', forms: { page: '通报', wall: '墙报' }, paper: '纸张', printNote: '墙报用 A3 或 A4 竖着打，贴在电梯旁。',
    correction: (n: number) => `更正（第 ${n} 版）`, versions: '各版', earlier: (n: number) => `您在看第 ${n} 版，不是最新的`, latest: '看最新的', by: (who: string, on: string) => `${who} · ${on}发布`, first: '首发',
    now: '本期', before: '上期', few: '件数少，不作比较', holder: '在谁手里', count: '件数', oldestDue: '最早到期', level: '哪一级会', oldest: '最早报来', what: '什么事', who: '谁在办',
    received: '收到', closed: '结案', solvedRate: '解决率', satisfiedRate: '满意率', overdueCount: '超时', inHand: '正在办', solvedCount: '解决',
    noResidents: '只写单位、部门和岗位，不写居民。', fewNote: (n: number) => `解决率前面的数是听到回音的件数；不到 ${n} 件的排在后面，不分先后。`, fewHere: '件数少',
    beforePhoto: '之前', afterPhoto: '之后', took: (days: number) => `用了 ${days} 天`, doneOn: (on: string) => `${on}办好`,
    onPhone: '手机上看', onPhoneNote: '扫一扫，看全文和以前的各期；有事也可以在手机上报。',
    reporters: (n: number) => `${n} 位邻居报了事`, joiners: (n: number) => `${n} 人次一起关注`, volunteers: (n: number, done: number) => `${n} 位党员和志愿者接了单${done > 0 ? `，办好 ${done} 件` : ''}`, ratings: (n: number) => `${n} 位邻居看过结果、说了满意不满意`, thanks: '谢谢大家。', join: '；', end: '。',
    row: '社区通报和墙报',
  },
  en: {
    title: 'Bulletins', none: 'No bulletins yet', noneNote: 'A draft is composed every Monday and on the first of each month.', noneRead: 'No bulletins yet', noneReadNote: 'They stand here once the community has published one.',
    blocks: blocksEn, states: statesEn, kinds: kindsEn,
    all: 'All', ofState: 'Show', more: 'Earlier', back: 'All bulletins',
    fresh: 'Composed automatically, not read yet', changed: 'Changed since it was published', version: (n: number) => `Version ${n}`, made: 'New', make: 'Compose', making: 'Composing', there: 'It exists already; here it is',
    kind: 'Kind', place: 'Place', placeFind: 'Find by name', on: 'Period', onHint: 'Any day in that week or month', noPlaces: 'Your post may not write this kind for any place.',
    period: (from: string, to: string) => `${from} to ${to}`, month: (from: string) => `${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`,
    preview: 'As readers see it', write: 'Write', titleField: 'Title', titleNeeded: 'It is saved once it has a title', add: 'Add a block', up: 'Up', down: 'Down', remove: 'Remove', undo: 'Undo', refresh: 'Refresh figures', refreshing: 'Refreshing', refreshed: 'Figures and photos are refreshed; what you wrote is unchanged',
    saved: 'Saved', saving: 'Saving', unsaved: 'Not saved', emptyText: 'Say what figures cannot; left empty, it does not appear', headingOf: 'Heading of this block', shownPhotos: 'Tap to choose what is shown', asOf: (at: string) => `Counted at ${at}; figures cannot be edited, only refreshed.`,
    nothingIn: 'Nothing to show in this period; it will not appear',
    elsewhere: 'Somebody else has just changed this. Saving has stopped here.', load: 'Show what is new', lacking: (all: string) => `These characters cannot be printed; please write them another way: ${all}`,
    readers: (place: string, households: number | null) => `Once published, residents of ${place}${households ? ` (${households} households)` : ''} and those who work there read it; organisations and posts see their names.`,
    publish: 'Publish', publishing: 'Publishing', publishTitle: 'Publish', correct: 'Publish correction', correctTitle: 'Publish a correction', note: 'What is corrected', noteHint: 'Everybody reads this; earlier versions stay', published: 'Published', corrected: 'Correction published',
    withdraw: 'Withdraw', withdrawing: 'Withdrawing', withdrawTitle: 'Withdraw', withdrawNote: 'After that only the title and your reason can be seen. It cannot be published again.', reason: 'Reason', withdrawn: 'Withdrawn', withdrawnWhy: (why: string) => `Withdrawn: ${why}`,
    pdf: 'Save as PDF', pdfWall: 'Wall PDF', print: 'Print', forms: { page: 'Pages', wall: 'Wall sheet' }, paper: 'Paper', printNote: 'Print upright on A3 or A4 and hang it beside the lift.',
    correction: (n: number) => `Correction (version ${n})`, versions: 'Versions', earlier: (n: number) => `This is version ${n}, not the latest`, latest: 'Read the latest', by: (who: string, on: string) => `${who} · published ${on}`, first: 'First version',
    now: 'This period', before: 'Before', few: 'too few to compare', holder: 'With whom', count: 'Count', oldestDue: 'Oldest due', level: 'Meeting', oldest: 'Oldest reported', what: 'What', who: 'Who',
    received: 'Received', closed: 'Closed', solvedRate: 'Solved', satisfiedRate: 'Satisfied', overdueCount: 'Overdue', inHand: 'In hand', solvedCount: 'Solved',
    noResidents: 'Only organisations, departments and posts are named, never residents.', fewNote: (n: number) => `Before the share: how many were heard. Fewer than ${n} stand last, unranked.`, fewHere: 'too few',
    beforePhoto: 'Before', afterPhoto: 'After', took: (days: number) => (days === 1 ? '1 day' : `${days} days`), doneOn: (on: string) => `done ${on}`,
    onPhone: 'On the phone', onPhoneNote: 'Scan to read all of it and earlier ones. Things can be reported there too.',
    reporters: (n: number) => (n === 1 ? '1 neighbour reported something' : `${n} neighbours reported something`), joiners: (n: number) => `${n} followed along`, volunteers: (n: number, done: number) => `${n} ${n === 1 ? 'party member or volunteer' : 'party members and volunteers'} took jobs${done > 0 ? ` and finished ${done}` : ''}`, ratings: (n: number) => `${n} looked at the result and said how satisfied they were`, thanks: 'Thank you all.', join: '; ', end: '. ',
    row: 'Bulletins',
  },
})
