/** Words of the planner: wishes, what the solver says, figures beside today’s, and why something cannot be. */
import { texts } from '#web/platform/i18n.ts'

const percent = (gap: number) => `${(gap * 100).toFixed(gap < 0.01 ? 2 : 1)}%`

/** By level of grid, and by weight. */
// prettier-ignore
const levelsZh: Record<number, string> = { 1: '组团（合几个小区）', 2: '网格（约 400 户）', 3: '责任片区' }
// prettier-ignore
const weightsZh: Record<number, string> = { 0: '不看', 1: '看', 2: '很看重' }
// prettier-ignore
const shortZh: Record<number, string> = { 1: '组团', 2: '网格', 3: '片区' }
// prettier-ignore
const levelsEn: Record<number, string> = { 1: 'Gatherings of compounds', 2: 'Grids of some 400 households', 3: 'Areas' }
// prettier-ignore
const weightsEn: Record<number, string> = { 0: 'not', 1: 'somewhat', 2: 'much' }
// prettier-ignore
const shortEn: Record<number, string> = { 1: 'gatherings', 2: 'grids', 3: 'areas' }

// prettier-ignore
export const plannerText = texts({
  zh: {
    title: '规划', note: '先看方案，再决定', place: '在哪里', plans: '方案', noPlans: '还没有方案', noPlansNote: '先看看这里现在怎么分，再做一个方案。', newPlan: '做一个方案', back: '全部方案',
    kind: '做什么', kinds: { grids: '划网格', pairings: '党员联户' }, level: '划哪一级', levels: levelsZh,
    status: { waiting: '排队', solving: '在算', solved: '待采用', infeasible: '做不到', failed: '没算成', applied: '已采用', dropped: '已放弃' },
    count: '划成几个', band: '每个多少户', bandHint: '留空就只求平均', from: '最少', to: '最多', perMember: '每人联几户', keep: '已经结对的', keeps: { yes: '不动', no: '也可以换人' }, keepHint: '换人要新的党员同意才算；在那以前原来的照旧。',
    weigh: '看重什么', even: '户数平均', near: '离得近', stay: '少变动', weights: weightsZh,
    there: (households: number, buildings: number, members: number) => `这里 ${households} 户、${buildings} 栋${members > 0 ? `、${members} 名党员` : ''}`, solve: '开始算', starting: '正在交给求解器', noCut: '这里没有可划的楼栋', noPairs: '您的岗位看不到这里的党员',
    wishGrids: (count: number, level: string) => `划成 ${count} 个${level}`, wishPairs: (from: number, to: number) => `每人 ${from}–${to} 户`, short: shortZh,
    solving: (seconds: number) => `正在算，${seconds} 秒`, waiting: '前面还有一个在算，排着队', best: (gap: number) => `离最好的最多差 ${percent(gap)}`, canLeave: '可以先离开，算好了还在这里。', stop: '不算了',
    optimal: '最优：按这些看重的，没有更好的分法', gapped: (gap: number) => `时间到：最多比最好的差 ${percent(gap)}`, unknown: '时间到：还不知道离最好的有多远', edited: '手工改过，不再说是不是最优', took: (seconds: number, rounds: number) => `用了 ${seconds} 秒，解了 ${rounds} 轮`,
    proposal: '方案', today: '现在', look: '看哪一个', mapOf: (name: string) => `${name}地图`, grid: '网格', units: '栋', unitsAll: '楼栋', compounds: '小区', answer: '算得怎么样', households: '户', off: '差平均', moves: '变动', movesNone: '没有楼栋换网格', movesSome: (units: number, households: number) => `${units} 栋换网格，${households} 户`, spread: '最多差', spreadOf: (households: number) => `${households} 户`, walk: '离网格中心平均', metres: (metres: number) => `${metres} 米`, pieces: (count: number) => `分成 ${count} 块`, inNone: (count: number) => `${count} 栋还不在网格里`, mean: (households: number) => `平均 ${households} 户`, isNew: '新', wasIn: (name: string) => `现在在${name}`,
    change: '改到哪个网格', changeTitle: (name: string) => `${name}划给谁`, clickHint: '点地图上的楼栋可以改', would: (households: number) => `会有 ${households} 户`, would2: (households: number, pieces: number) => `会有 ${households} 户，但不连成一片（${pieces} 块）`, rename: '改名', name: '名称', save: '存下', saving: '正在保存',
    loads: '每人几户', loadBar: (load: number, count: number) => `${load} 户：${count} 人`, loadsNote: '只数人数，不排名', paired: '有人联', unpaired: '没人联', distance: '平均走', farthest: '最远', handovers: '换人', below: '不到下限的党员', above: '超过上限的党员', people: (count: number) => `${count} 人`, homes: (count: number) => `${count} 户`,
    homeList: '逐户看', findHome: '找楼栋、房号或党员', home: '住户', member: '党员', noMember: '先不联', wasMember: '现在是', memberOf: (name: string, building: string) => `${name} · ${building}`, shownOf: (shown: number, all: number) => `先列 ${shown} 户，共 ${all} 户，写几个字缩小`,
    apply: '采用这个方案', applyTitle: '采用方案', effectiveOn: '从哪天起', reason: '为什么', reasonHint: '写进变更记录', applyGridsAfter: '从这天起按新的网格算；以前的记录留在原来的网格。', applyPairsAfter: '会问到每位党员，本人同意才算结对；谢绝没有任何影响。', applying: '正在采用', applied: '已采用', drop: '放弃', dropped: '已放弃', again: '照原样再算一次', blocked: '不连成一片，先改好再采用',
    why: '为什么做不到', relax: '怎样就行', tryIt: '就这样算',
    reasons: {
      tooManyGrids: (f: Facts) => `只有 ${f['units']} 栋，划不成 ${f['count']} 个。`, gridsTooSmall: (f: Facts) => `${f['households']} 户划成 ${f['count']} 个，每个平均 ${f['mean']} 户，不到 ${f['from']} 户。`, gridsTooLarge: (f: Facts) => `${f['households']} 户划成 ${f['count']} 个，每个平均 ${f['mean']} 户，超过 ${f['to']} 户。`,
      buildingTooLarge: (f: Facts) => `${f['name']}一栋就有 ${f['households']} 户，超过 ${f['to']} 户；楼不能拆开。`, bandNotMet: (f: Facts) => `要连成一片、楼不拆开，就有 ${f['count']} 个在 ${f['from']}–${f['to']} 户之外（${f['least']}–${f['most']} 户）。`,
      tooFewMembers: (f: Facts) => `${f['members']} 名党员还能联 ${f['room']} 户（每人最多 ${f['highest']} 户），这里有 ${f['homes']} 户，剩 ${f['left']} 户。`, tooManyMembers: (f: Facts) => `${f['members']} 名党员每人至少 ${f['lowest']} 户要 ${f['needed']} 户，这里只有 ${f['homes']} 户。`, homesLeft: (f: Facts) => `${f['homes']} 户没有合适的人：自己家，或者以前谢绝过。`, membersLeft: (f: Facts) => `${f['members']} 名党员凑不到 ${f['lowest']} 户。`, stopped: () => '求解器没有给出答案，请再算一次。',
    },
    relaxations: {
      count: (f: Facts) => `划成 ${f['count']} 个`, band: (f: Facts) => `每个放宽到 ${f['from']}–${f['to']} 户`, noBand: () => '不设户数范围，只求平均', upperBound: (f: Facts) => `每人最多 ${f['highest']} 户`, lowerBound: (f: Facts) => `每人至少 ${f['lowest']} 户`, partly: (f: Facts) => partlyZh(f), addMembers: (f: Facts) => `再请 ${f['members']} 名党员`,
    },
    closest: '下面是最接近的', share: '现在怎么分', shareNote: '只数数，不给人排名', balance: '调平', members: '党员', perMember2: '每人几户', pairedOf: (paired: number, all: number) => `${paired} / ${all} 户有人联`, asked: (count: number) => `${count} 户在等答复`, few: '偏少', many: '偏多', custom: (a: number, b: number, c: number, d: number) => `通行：每网格党员 ${a}–${b} 名，每人 ${c}–${d} 户`, noGrids: '这里还没有划网格',
  },
  en: {
    title: 'Planner', note: 'See a proposal first, then decide', place: 'Where', plans: 'Plans', noPlans: 'No plans yet', noPlansNote: 'See how it is spread today, then have a plan worked out.', newPlan: 'New plan', back: 'All plans',
    kind: 'What for', kinds: { grids: 'Cut grids', pairings: 'Pair members' }, level: 'Which level', levels: levelsEn,
    status: { waiting: 'queued', solving: 'solving', solved: 'to be decided', infeasible: 'not possible', failed: 'no answer', applied: 'applied', dropped: 'dropped' },
    count: 'How many', band: 'Households of each', bandHint: 'Left empty, only evenness counts', from: 'from', to: 'to', perMember: 'Households of a member', keep: 'Those already paired', keeps: { yes: 'stay', no: 'may change' }, keepHint: 'A change holds once the new member accepts; until then all stays.',
    weigh: 'What matters', even: 'Even households', near: 'Near', stay: 'Few changes', weights: weightsEn,
    there: (households: number, buildings: number, members: number) => `${households} households, ${buildings} buildings${members > 0 ? `, ${members} members` : ''} here`, solve: 'Work it out', starting: 'Handing it to the solver', noCut: 'No buildings to cut here', noPairs: 'Your post does not show the members here',
    wishGrids: (count: number, level: string) => `${count} ${level}`, wishPairs: (from: number, to: number) => `${from}–${to} households each`, short: shortEn,
    solving: (seconds: number) => `Solving, ${seconds} s`, waiting: 'Another one is being solved; this one waits its turn', best: (gap: number) => `at most ${percent(gap)} from the best`, canLeave: 'You may leave; it will be here when it is solved.', stop: 'Stop',
    optimal: 'Optimal: nothing better by what was said to matter', gapped: (gap: number) => `Out of time: at most ${percent(gap)} worse than the best`, unknown: 'Out of time: how far from the best is not known', edited: 'Changed by hand; nothing is said of its optimum', took: (seconds: number, rounds: number) => `${seconds} s, ${rounds} rounds`,
    proposal: 'Proposal', today: 'Today', look: 'Which one', mapOf: (name: string) => `Map of ${name}`, grid: 'Grid', units: 'buildings', unitsAll: 'buildings', compounds: 'compounds', answer: 'How it came out', households: 'households', off: 'off the mean', moves: 'Changes', movesNone: 'No building changes its grid', movesSome: (units: number, households: number) => `${units} ${units === 1 ? 'building changes' : 'buildings change'} grid, ${households} households`, spread: 'Widest difference', spreadOf: (households: number) => `${households} households`, walk: 'To the middle, on average', metres: (metres: number) => `${metres} m`, pieces: (count: number) => `in ${count} pieces`, inNone: (count: number) => `${count} buildings are in no grid yet`, mean: (households: number) => `${households} households on average`, isNew: 'new', wasIn: (name: string) => `today in ${name}`,
    change: 'To which grid', changeTitle: (name: string) => `Grid of ${name}`, clickHint: 'Tap a building on the map to change its grid', would: (households: number) => `would have ${households} households`, would2: (households: number, pieces: number) => `would have ${households} households, but in ${pieces} pieces`, rename: 'Rename', name: 'Name', save: 'Save', saving: 'Saving',
    loads: 'Households per member', loadBar: (load: number, count: number) => `${load}: ${count} members`, loadsNote: 'Counts only, nobody is ranked', paired: 'Paired', unpaired: 'Unpaired', distance: 'Walk, on average', farthest: 'Farthest', handovers: 'Change hands', below: 'Members below the bound', above: 'Members above the bound', people: (count: number) => `${count}`, homes: (count: number) => `${count}`,
    homeList: 'Household by household', findHome: 'Building, room or member', home: 'Household', member: 'Member', noMember: 'Nobody for now', wasMember: 'Today', memberOf: (name: string, building: string) => `${name} · ${building}`, shownOf: (shown: number, all: number) => `${shown} of ${all}; type to narrow down`,
    apply: 'Apply this proposal', applyTitle: 'Apply the proposal', effectiveOn: 'From', reason: 'Why', reasonHint: 'Kept in the record of changes', applyGridsAfter: 'From that day the new grids count; earlier records stay in the old ones.', applyPairsAfter: 'Each member is asked and is paired only by accepting; declining has no consequence.', applying: 'Applying', applied: 'Applied', drop: 'Drop', dropped: 'Dropped', again: 'Work it out again', blocked: 'A grid is in pieces; mend it first',
    why: 'Why it is not possible', relax: 'What would make it possible', tryIt: 'Work this out',
    reasons: {
      tooManyGrids: (f: Facts) => `There are only ${f['units']} buildings for ${f['count']} grids.`, gridsTooSmall: (f: Facts) => `${f['households']} households in ${f['count']} are ${f['mean']} each, fewer than ${f['from']}.`, gridsTooLarge: (f: Facts) => `${f['households']} households in ${f['count']} are ${f['mean']} each, more than ${f['to']}.`,
      buildingTooLarge: (f: Facts) => `${f['name']} alone has ${f['households']} households, more than ${f['to']}; buildings are not split.`, bandNotMet: (f: Facts) => `Whole grids along buildings leave ${f['count']} outside ${f['from']}–${f['to']} (${f['least']}–${f['most']}).`,
      tooFewMembers: (f: Facts) => `${f['members']} members have room for ${f['room']} households (at most ${f['highest']} each); there are ${f['homes']}, so ${f['left']} remain.`, tooManyMembers: (f: Facts) => `${f['members']} members with at least ${f['lowest']} each need ${f['needed']} households; there are ${f['homes']}.`, homesLeft: (f: Facts) => `Nobody suits ${f['homes']} households: their own home, or declined before.`, membersLeft: (f: Facts) => `${f['members']} members do not reach ${f['lowest']} households.`, stopped: () => 'The solver gave no answer; please try again.',
    },
    relaxations: {
      count: (f: Facts) => `Make it ${f['count']}`, band: (f: Facts) => `Allow ${f['from']}–${f['to']} households each`, noBand: () => 'No bounds, only evenness', upperBound: (f: Facts) => `Allow ${f['highest']} households a member`, lowerBound: (f: Facts) => `At least ${f['lowest']} households a member`, partly: (f: Facts) => partlyEn(f), addMembers: (f: Facts) => `Ask ${f['members']} more members`,
    },
    closest: 'This is the closest', share: 'How it is spread today', shareNote: 'Counts only, nobody is ranked', balance: 'Balance', members: 'Members', perMember2: 'Households each', pairedOf: (paired: number, all: number) => `${paired} of ${all} paired`, asked: (count: number) => `${count} waiting for an answer`, few: 'few', many: 'many', custom: (a: number, b: number, c: number, d: number) => `Custom: ${a}–${b} members a grid, ${c}–${d} households a member`, noGrids: 'No grids here yet',
  },
})

type Facts = Record<string, string | number>
const partlyZh = (f: Facts) =>
  Number(f['unpaired']) > 0 ? `先留 ${f['unpaired']} 户没人联` : `允许 ${f['below']} 名党员不到下限`
const partlyEn = (f: Facts) =>
  Number(f['unpaired']) > 0 ? `Leave ${f['unpaired']} households unpaired` : `Let ${f['below']} members stay below`
