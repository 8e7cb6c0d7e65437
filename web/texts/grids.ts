/** Words of the page that draws grids. */
import type { GridChangeKind } from '#contracts/grids.ts'
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const gridKindText: Record<'zh' | 'en', Record<GridChangeKind, string>> = {
  zh: { create: '初次划分', split: '拆分', merge: '合并', move: '调整楼栋', redraw: '重划', rename: '改名', end: '撤销', plan: '按方案划分' },
  en: { create: 'First drawn', split: 'Split', merge: 'Merged', move: 'Buildings moved', redraw: 'Redrawn', rename: 'Renamed', end: 'Given up', plan: 'From a plan' },
}

// prettier-ignore
export const gridsText = texts({
  zh: {
    title: '划网格', of: (name: string) => `${name} · 网格`, back: '回登记册',
    levels: { 1: '片组（含几个小区）', 2: '网格（约 400 户）', 3: '责任片区' }, level: '哪一级', shortLevels: { 1: '片组', 2: '网格', 3: '片区' },
    tabs: { grids: '划分', buildings: '楼栋', history: '历史', report: '看数' }, tabsLabel: '右边看什么',
    tools: { choose: '点选楼栋', lasso: '圈选', line: '一刀切开', border: '拖边界', draw: '画边界' }, tool: '工具',
    toolHints: { choose: '点楼栋，放进选中的一格；拖动看图', lasso: '画一个圈，圈里的楼栋放进选中的一格', line: '拖一条线，选中的一格从这里切成两个', border: '拖角点，靠近楼角和邻边会吸住；双击去掉一个角', draw: '一点一点画，回到第一点合拢；Esc 重来' },
    undo: '撤销', redo: '重做', reset: '回到现在的样子', addGrid: (short: string) => `加一个${short}`, newName: { 1: (n: number) => `第 ${n} 片组`, 2: (n: number) => `第 ${n} 网格`, 3: (n: number) => `第${[...'一二三四五六七八九十'][n - 1] ?? ` ${n} `}片区` },
    households: (count: number) => `${count} 户`, buildings: (count: number) => `${count} 栋`, of400: (low: number, high: number) => `每个 ${low}–${high} 户为宜`, ofAreas: (fewest: number, most: number, now: number) => `一个小区 ${fewest}–${most} 个片区，现在 ${now} 个`,
    low: (by: number) => `少 ${by} 户`, high: (by: number) => `多 ${by} 户`, fine: '合适', members: (from: number, to: number) => `一位党员联系 4–8 户，要 ${from}–${to} 位`,
    loose: (count: number) => `还有 ${count} 栋没有归属`, allPlaced: '每栋都有归属', hole: (m2: string) => `${m2} m² 不在任何一格里`, overlap: (a: string, b: string) => `${a}与${b}重叠`, outside: (count: number) => `${count} 栋在自己的边界外`,
    name: '名称', code: '编号', codeHint: '12 位区划代码加 3 位顺序码，也可自己编', mergeInto: '并入…', remove: '去掉', byHand: '边界手画', area: (m2: string) => `${m2} m²`, active: '选中', select: (name: string) => `选中${name}`,
    building: '楼栋', none: '无', inGrid: '所在', buildingKeys: '用上下键走，按 1–9 放进对应的一格，按 0 取出',
    save: '保存调整', nothing: '还没有改动', saveTitle: '保存网格调整', from: '从哪天起', fromHint: '今天起马上生效；以后的日子，到那天零点自动生效', reason: '为什么调整', reasonHint: '例如：新交付 3 栋，第二网格超过 500 户', changes: '与现在相比', saving: '正在保存', saved: '网格已调整', planned: (day: string) => `已定，${day} 起生效`, holesSaid: '知道这块地不在任何一格里，就这样', fillReason: '写一句为什么', mustPlace: '先把每栋都分好', oldRecords: '以前的事仍记在原来的网格里；没办完的转到新的网格。',
    begun: (name: string) => `新设 ${name}`, ended: (name: string) => `撤销 ${name}`, renamed: (from: string, to: string) => `${from} 改名 ${to}`, moved: (buildings: string, from: string, to: string) => `${buildings}：${from} → ${to}`, border: (name: string) => `${name} 的边界`, nowhere: '无归属',
    endedPosts: '这些网格撤销了，上面的岗位要重新安排', toPosts: '去安排岗位', done: '知道了',
    history: '网格的历史', noHistory: '还没有调整过', states: { applied: '已生效', waiting: '等日子', cancelled: '已取消', refused: '没能生效' }, cancelChange: '取消这次', cancelled: '已取消', asOf: '看某一天的样子', asOfNote: (day: string) => `这是 ${day} 的网格，只能看`, toToday: '回到今天',
    reportFrom: '从', reportTo: '到', then: '按当时的网格', now: '按现在的网格', read: '怎么算', takenIn: '收到', closed: '办结', open: '未结', grid: '网格', noGrid: '不在网格里', endedMark: '（已撤销）', thenNote: '当时在哪个网格就算哪个，撤销的网格也在。', nowNote: '都按楼栋现在所在的网格算，便于前后比较。', householdsHead: '户',
    files: '导入导出', importTitle: '从文件取边界', exportTitle: '导出边界', system: '坐标系', systems: { wgs84: 'WGS-84（GPS、测绘）', gcj02: 'GCJ-02（高德、腾讯）', bd09: 'BD-09（百度）' }, systemHint: '选错会偏 300–700 米。存进来一律换成 WGS-84，并记下来源。', chooseFile: '选 GeoJSON 文件', fates: { placed: '新画', replaced: '换掉原来的', same: '一样，不动', unknown: '找不到地方', twice: '对上不止一处', refused: '用不了' }, feature: '文件里', becomes: '结果', apply: (count: number) => `取用 ${count} 处`, applied: (count: number) => `已取用 ${count} 处边界`, looking: '正在看', exportNow: '下载 GeoJSON', noneGood: '没有能用的',
    outlineOf: (name: string) => `画${name}的边界`, outlineNote: '一点一点画，回到第一点合拢。画好可以再拖。', outlineSave: '保存边界', outlineSaved: '边界已保存', clear: '重画', noOutline: '还没有画', drawCompound: '画小区边界',
    mapLabel: (name: string) => `${name}的网格图`, noBuildings: '这里还没有楼栋，先去加。', noMap: '楼栋还没有画在图上，先用方块代替：先加一格，再点楼栋放进去。', giveRest: (count: number) => `没分的 ${count} 栋都放进来`, mayNot: '只能看。调整网格由社区或街道办理。',
  },
  en: {
    title: 'Draw grids', of: (name: string) => `${name} · grids`, back: 'To the register',
    levels: { 1: 'Gatherings of compounds', 2: 'Grids (about 400 households)', 3: 'Responsibility areas' }, level: 'Which level', shortLevels: { 1: 'gathering', 2: 'grid', 3: 'area' },
    tabs: { grids: 'Cut', buildings: 'Buildings', history: 'History', report: 'Figures' }, tabsLabel: 'What stands at the right',
    tools: { choose: 'Tap buildings', lasso: 'Lasso', line: 'Cut', border: 'Drag border', draw: 'Draw border' }, tool: 'Tool',
    toolHints: { choose: 'Tap a building to put it into the chosen grid; drag to move the map', lasso: 'Draw a loop: the buildings in it go to the chosen grid', line: 'Drag a line: the chosen grid becomes two there', border: 'Drag a corner; it catches on houses and neighbours. Double-click drops one', draw: 'Corner by corner, back to the first; Esc starts over' },
    undo: 'Undo', redo: 'Redo', reset: 'As it is today', addGrid: (short: string) => `Add a${/^[aeiou]/.test(short) ? 'n' : ''} ${short}`, newName: { 1: (n: number) => `Gathering ${n}`, 2: (n: number) => `Grid ${n}`, 3: (n: number) => `Area ${n}` },
    households: (count: number) => (count === 1 ? '1 household' : `${count} households`), buildings: (count: number) => (count === 1 ? '1 building' : `${count} buildings`), of400: (low: number, high: number) => `${low}–${high} households each`, ofAreas: (fewest: number, most: number, now: number) => `${fewest}–${most} areas in a compound, now ${now}`,
    low: (by: number) => `${by} too few`, high: (by: number) => `${by} too many`, fine: 'fits', members: (from: number, to: number) => `a member keeps 4–8 households: ${from}–${to} members`,
    loose: (count: number) => `${count} without a grid`, allPlaced: 'Every building has its place', hole: (m2: string) => `${m2} m² lie in no grid`, overlap: (a: string, b: string) => `${a} and ${b} overlap`, outside: (count: number) => `${count} outside the border of their grid`,
    name: 'Name', code: 'Code', codeHint: '12 digits of the division and 3 of its own, or one of yours', mergeInto: 'Merge into…', remove: 'Remove', byHand: 'border by hand', area: (m2: string) => `${m2} m²`, active: 'chosen', select: (name: string) => `Choose ${name}`,
    building: 'Building', none: 'none', inGrid: 'In', buildingKeys: 'Arrows walk, 1–9 puts into that grid, 0 takes out',
    save: 'Save', nothing: 'Nothing changed yet', saveTitle: 'Save the grids', from: 'From which day', fromHint: 'Today begins at once; a later day begins by itself at midnight', reason: 'Why', reasonHint: 'For instance: 3 new buildings, grid 2 over 500 households', changes: 'Against today', saving: 'Saving', saved: 'The grids are changed', planned: (day: string) => `Settled, from ${day} on`, holesSaid: 'I know that this ground lies in no grid', fillReason: 'Say why in a sentence', mustPlace: 'Give every building a place first', oldRecords: 'What was stays counted in the old grid; what is open goes to the new one.',
    begun: (name: string) => `New: ${name}`, ended: (name: string) => `Ends: ${name}`, renamed: (from: string, to: string) => `${from} becomes ${to}`, moved: (buildings: string, from: string, to: string) => `${buildings}: ${from} → ${to}`, border: (name: string) => `Border of ${name}`, nowhere: 'none',
    endedPosts: 'These grids have ended; the posts over them need another place', toPosts: 'To the posts', done: 'All right',
    history: 'History of the grids', noHistory: 'Never changed', states: { applied: 'in force', waiting: 'waits', cancelled: 'cancelled', refused: 'could not begin' }, cancelChange: 'Cancel it', cancelled: 'Cancelled', asOf: 'As of a day', asOfNote: (day: string) => `The grids of ${day}, to look at only`, toToday: 'Back to today',
    reportFrom: 'From', reportTo: 'to', then: 'By the grids of then', now: 'By the grids of now', read: 'Counted', takenIn: 'Taken in', closed: 'Closed', open: 'Open', grid: 'Grid', noGrid: 'in no grid', endedMark: ' (ended)', thenNote: 'Counted where it lay then; grids that are no more are here, too.', nowNote: 'All counted where the building lies today, so that years compare.', householdsHead: 'Households',
    files: 'Files', importTitle: 'Outlines from a file', exportTitle: 'Give outlines out', system: 'Coordinates', systems: { wgs84: 'WGS-84 (GPS, survey)', gcj02: 'GCJ-02 (AMap, Tencent)', bd09: 'BD-09 (Baidu)' }, systemHint: 'The wrong one is 300–700 m off. Kept as WGS-84 always, with where it came from.', chooseFile: 'Choose a GeoJSON file', fates: { placed: 'new', replaced: 'replaces the old', same: 'the same, left', unknown: 'no such place', twice: 'fits more than one', refused: 'not usable' }, feature: 'In the file', becomes: 'Becomes', apply: (count: number) => `Take ${count}`, applied: (count: number) => `${count} outlines taken`, looking: 'Looking', exportNow: 'Download GeoJSON', noneGood: 'Nothing usable',
    outlineOf: (name: string) => `Outline of ${name}`, outlineNote: 'Corner by corner, back to the first. Corners can be dragged afterwards.', outlineSave: 'Save the outline', outlineSaved: 'Outline saved', clear: 'Draw anew', noOutline: 'Not drawn yet', drawCompound: 'Outline of the compound',
    mapLabel: (name: string) => `Grids of ${name}`, noBuildings: 'There are no buildings here yet; add some first.', noMap: 'Nobody has drawn the buildings yet, so they stand here as tiles: add one at the right, then tap buildings into it.', giveRest: (count: number) => `Put the ${count} left in here`, mayNot: 'To look at only. Grids are changed by the community or the subdistrict.',
  },
})
