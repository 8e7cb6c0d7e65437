/** Words of the register page: the tree, a place with its figures, who answers, what to do next, the first steps. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const registerText = texts({
  zh: {
    title: '登记册', tree: '地方', find: '找小区、楼栋、门牌', findNone: '没有找到', inTree: (households: string) => `${households} 户`, open: '展开', shut: '收起', empty: '这里还没有登记',
    none: '您的岗位没有登记册', noPlace: '没有这个地方，或不在您的范围',
    bulk: '批量建楼', grids: '划网格', import: '导入', planner: '排方案', print: '打印',
    figures: '数字', unit: { building: '栋', household: '户', person: '人', grid: '个', member: '名', request: '件', place: '个', floor: '层' },
    figure: { communities: '社区', compounds: '小区', buildings: '楼栋', households: '住户', residents: '居民', grids: '网格', areas: '责任片区', members: '党员', open: '未结', floors: '层数', homes: '已录到户' },
    means: { buildings: '册中现有的楼栋', households: '住宅户数：录到户的按户数，没录到户的按填报数', residents: '填报的居住人数', grids: '约四百户一个的网格', areas: '网格内的责任片区', members: '住在这里的党员，正式和预备', open: '现在没有办结的事', communities: '册中的社区', compounds: '册中的小区', floors: '地上层数', homes: '册中有门牌的户' },
    late: (count: number) => `${count} 件超时`, probationary: (count: number) => `预备 ${count} 名`, homesOf: (homes: string) => `录到户 ${homes}`,
    map: '地图', mapOf: (name: string) => `${name}的地图`, notDrawn: '地图上还没有画', drawIt: '画边界和楼栋', undrawn: (count: number) => `${count} 栋没画在图上`, legend: { vacant: '缺楼栋长', open: '未结件数', late: '含超时' }, pin: (name: string, open: number, late: number) => `${name}，未结 ${open} 件，超时 ${late} 件`,
    checkup: '体检', checkupNote: (met: number, gaps: number) => `${gaps} 项要补，${met} 项没问题`, checkupNever: '还没有体检过', checkupGo: '看体检', allGood: '各项都没有问题', gapOf: (count: number) => `${count} 处`, doIt: '去办',
    answers: '谁负责', answersNote: '空着的标出来', vacant: '空缺', noOne: '这里还没有设岗位', appoint: '去设岗位',
    inside: '里面', insideNote: (count: number) => `${count} 个`, column: { name: '名称', households: '户数', residents: '居民', floors: '层数', children: '下级' },
    stairwell: '门牌', stairwellNote: (homes: string) => `${homes} 户，点一户看一户一册`, floorWord: (floor: number) => `${floor} 层`, noFloor: '其他', ownDoor: '不分单元', noHomes: '还没有录到户', noHomesHint: '导入物业的住户表，或按层批量建。',
    steps: '第一次使用', stepsNote: '照这几步，一个小区一刻钟建好。每步做完自动打勾。', step: {
      division: '选您的街道和社区', divisionHint: '全国街道、社区的名称和编码已经备好，搜名称就行。',
      compound: '建小区', compoundHint: '写小区名称。边界以后在地图上画，也可以不画。', compoundName: '小区名称', compoundMake: '建小区',
      homes: '录到户', homesHint: '有物业的 Excel 就导入，表头、合并单元格、各种写法都认得；没有就按层批量建。', homesImport: '导入 Excel', homesDone: (buildings: string, homes: string) => `${buildings} 栋、${homes} 户`,
      grids: '划网格', gridsHint: '约四百户一个网格，可以让系统按楼栋排好再改。', gridsGo: '划网格', gridsPlan: '让系统排', gridsDone: (grids: number, areas: number) => (areas > 0 ? `${grids} 个网格、${areas} 个片区` : `${grids} 个网格`),
      posts: '设岗位，定人', postsHint: '网格长、楼栋长、小区书记：谁负责，居民一眼看到。', postsGo: '设岗位', postsDone: (held: number, vacant: number) => (vacant > 0 ? `${held} 个岗位有人，${vacant} 个空着` : `${held} 个岗位有人`),
      checkup: '体检', checkupHint: '系统对照规定，告诉您下一步做什么。', checkupGo: '开始体检', checkupDone: (gaps: number) => (gaps > 0 ? `${gaps} 项要补` : '没有要补的'),
    }, done: '已完成', now: '现在做', later: '先做前面的', toRegister: '看登记册', whichCommunity: '在哪个社区', typedSubdistrict: '街道名称', typedCommunity: '社区名称', typedMake: '建好',
  },
  en: {
    title: 'Register', tree: 'Places', find: 'A compound, building or door', findNone: 'Nothing found', inTree: (households: string) => `${households} households`, open: 'Open', shut: 'Close', empty: 'Nothing entered here yet',
    none: 'Your post has no register', noPlace: 'There is no such place, or it lies outside your area',
    bulk: 'Many buildings', grids: 'Grids', import: 'Import', planner: 'Plan', print: 'Print',
    figures: 'Figures', unit: { building: '', household: '', person: '', grid: '', member: '', request: '', place: '', floor: '' },
    figure: { communities: 'Communities', compounds: 'Compounds', buildings: 'Buildings', households: 'Households', residents: 'Residents', grids: 'Grids', areas: 'Areas', members: 'Members', open: 'Open', floors: 'Storeys', homes: 'Homes entered' },
    means: { buildings: 'Buildings in the register', households: 'Homes used as homes: counted where single homes are entered, as stated elsewhere', residents: 'Residents as stated', grids: 'Grids of some 400 households', areas: 'Responsibility areas within grids', members: 'Party members who live here, full and probationary', open: 'Requests not yet settled', communities: 'Communities in the register', compounds: 'Compounds in the register', floors: 'Storeys above ground', homes: 'Homes with a door number in the register' },
    late: (count: number) => `${count} overdue`, probationary: (count: number) => `${count} probationary`, homesOf: (homes: string) => `${homes} entered singly`,
    map: 'Map', mapOf: (name: string) => `Map of ${name}`, notDrawn: 'Not drawn on the map yet', drawIt: 'Draw outline and buildings', undrawn: (count: number) => (count === 1 ? '1 building is not drawn' : `${count} buildings are not drawn`), legend: { vacant: 'no building head', open: 'open requests', late: 'some overdue' }, pin: (name: string, open: number, late: number) => `${name}: ${open} open, ${late} overdue`,
    checkup: 'Check-up', checkupNote: (met: number, gaps: number) => `${gaps} to mend, ${met} in order`, checkupNever: 'Not checked yet', checkupGo: 'Open the check-up', allGood: 'Everything is in order', gapOf: (count: number) => `${count} ${count === 1 ? 'place' : 'places'}`, doIt: 'Do it',
    answers: 'Who answers', answersNote: 'vacant posts stand out', vacant: 'vacant', noOne: 'No posts here yet', appoint: 'Make posts',
    inside: 'Inside', insideNote: (count: number) => String(count), column: { name: 'Name', households: 'Households', residents: 'Residents', floors: 'Storeys', children: 'Inside' },
    stairwell: 'Doors', stairwellNote: (homes: string) => `${homes} homes; each opens the household’s file`, floorWord: (floor: number) => `Floor ${floor}`, noFloor: 'Other', ownDoor: 'No entrance', noHomes: 'No single homes yet', noHomesHint: 'Import the property company’s list, or make them storey by storey.',
    steps: 'First steps', stepsNote: 'A compound stands in a quarter of an hour. Every step is ticked off by itself.', step: {
      division: 'Choose your subdistrict and community', divisionHint: 'All subdistricts and communities of the country are here with their codes; search by name.',
      compound: 'Make the compound', compoundHint: 'Write its name. Its outline can be drawn later, or never.', compoundName: 'Name of the compound', compoundMake: 'Make it',
      homes: 'Enter the homes', homesHint: 'Import the property company’s Excel file as it is, or make homes storey by storey.', homesImport: 'Import Excel', homesDone: (buildings: string, homes: string) => `${buildings} buildings, ${homes} households`,
      grids: 'Draw the grids', gridsHint: 'One for some 400 households; the system can propose them along buildings.', gridsGo: 'Draw grids', gridsPlan: 'Propose them', gridsDone: (grids: number, areas: number) => (areas > 0 ? `${grids} grids, ${areas} areas` : `${grids} grids`),
      posts: 'Make posts and fill them', postsHint: 'Grid leads, building heads, the secretary: residents see at once who answers.', postsGo: 'Make posts', postsDone: (held: number, vacant: number) => (vacant > 0 ? `${held} posts held, ${vacant} vacant` : `${held} posts held`),
      checkup: 'Check-up', checkupHint: 'The system compares with the rules and says what to do next.', checkupGo: 'Start the check-up', checkupDone: (gaps: number) => (gaps > 0 ? `${gaps} to mend` : 'nothing to mend'),
    }, done: 'Done', now: 'Now', later: 'After the steps before', toRegister: 'Open the register', whichCommunity: 'In which community', typedSubdistrict: 'Name of the subdistrict', typedCommunity: 'Name of the community', typedMake: 'Make them',
  },
})
