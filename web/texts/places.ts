/** Words of places: their levels, what they are used as, entering and correcting them, taking them from the divisions. */
import type { DIVISION_LEVELS, PlaceLevel, PlaceReference, ROOM_NUMBERS, UsedAs } from '#contracts/places.ts'
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const levelText: Record<'zh' | 'en', Record<PlaceLevel, string>> = {
  zh: { district: '区', subdistrict: '街道', community: '社区', compound: '小区', grid: '网格', building: '楼栋', entrance: '单元', home: '户' },
  en: { district: 'District', subdistrict: 'Subdistrict', community: 'Community', compound: 'Compound', grid: 'Grid', building: 'Building', entrance: 'Entrance', home: 'Home' },
}
// prettier-ignore
export const usedAsText: Record<'zh' | 'en', Record<UsedAs, string>> = {
  zh: { homes: '住宅', shops: '商铺', offices: '办公', service: '服务用房', parking: '车库', other: '其他' },
  en: { homes: 'Homes', shops: 'Shops', offices: 'Offices', service: 'Service rooms', parking: 'Parking', other: 'Other' },
}
// prettier-ignore
export const referenceText: Record<'zh' | 'en', Record<PlaceReference, string>> = {
  zh: { place: '里面还有地方', gridHistory: '网格的变更记录', request: '居民报过的事', person: '有人住在这里', organisation: '组织', post: '岗位或选任', venue: '场地', household: '一户一册', owner: '业主册', member: '党员报到', import: '导入记录', plan: '划分方案', connection: '对外连接', bulletin: '通报', export: '导出记录' },
  en: { place: 'places inside it', gridHistory: 'the history of grids', request: 'requests', person: 'people who live here', organisation: 'an organisation', post: 'a post or selection', venue: 'a venue', household: 'a household’s file', owner: 'the owners’ roll', member: 'a member’s report card', import: 'an import', plan: 'a plan', connection: 'a connection to another system', bulletin: 'a bulletin', export: 'an export' },
}
// prettier-ignore
export const divisionLevelText: Record<'zh' | 'en', Record<(typeof DIVISION_LEVELS)[number], string>> = {
  zh: { province: '省级', city: '地级', district: '区县', subdistrict: '街道、镇', community: '社区、村' },
  en: { province: 'Province', city: 'City', district: 'District', subdistrict: 'Subdistrict', community: 'Community' },
}
// prettier-ignore
export const roomNumberText: Record<'zh' | 'en', Record<(typeof ROOM_NUMBERS)[number], string>> = {
  zh: { floorRoom: '101、102', padded: '0101、0102', running: '1、2、3 连着编' },
  en: { floorRoom: '101, 102', padded: '0101, 0102', running: '1, 2, 3 through' },
}

// prettier-ignore
export const placesText = texts({
  zh: {
    add: '添加', addTitle: (name: string) => `在${name}里添加`, level: '添加什么', name: '名称', nameHint: { compound: '如：桂园小区', building: '如：8 栋', entrance: '如：2 单元', home: '如：301 室' },
    floors: '层数', floor: '在几层', households: '户数', residents: '居民人数', usedAs: '用途', counted: '录入到户以后自动相加', whole: '请写整数', save: '保存', saving: '正在保存', added: (name: string) => `已添加 ${name}`, saved: '已保存', fillName: '先写名称',
    change: '修改', changeTitle: (name: string) => `修改：${name}`, renameNote: '改名后，里面各处的地址一起改。',
    remove: '删除', removeTitle: (name: string) => `删除：${name}`, removeAfter: '连同里面的楼栋、单元、户一起删除，不能恢复。有人在用的不会删。', removed: (count: number) => `已删除 ${count} 处`, kept: (because: string) => `还不能删除，因为有：${because}。`,
    bulk: '批量建楼', bulkTitle: (name: string) => `批量建楼：${name}`, buildings: '哪些楼', buildingsHint: '如 1-19,21；字母也可以，如 A,B', word: '叫法', entrances: '每栋几个单元', entrancesHint: '写 0 表示不分单元', perFloor: '每层几户', perEntrance: '一个单元每层几户', firstFloor: '从几层起住人', numbers: '房号', without: '没有的楼层', withoutHint: '如 4,13,14；没有就不写',
    preview: '将建成', previewOf: (buildings: string, entrances: string, homes: string) => `${buildings} 栋、${entrances} 个单元、${homes} 户`, examples: '房号样子', skipped: (names: string) => `已有户的楼不动：${names}`, build: (homes: string) => `建 ${homes} 户`, building: '正在建', built: (homes: string) => `已建 ${homes} 户`, nothing: '没有可建的',
    division: '找街道或社区', divisionHint: '写名称或编码；同名的，前面加市或区，如“遵义 桂园”', divisionMore: '还有更多，请加上市或区的名称', divisionNone: '没有找到。可以手动填名称。', taken: '已在册', take: '选这里', takeAll: (count: number) => `取用选中的 ${count} 个`, taking: '正在取用', tookIn: (count: number) => `已取用 ${count} 处`, communitiesOf: (name: string) => `${name}的社区`, pickAll: '全选', byHand: '手动填名称', source: '来源：国家统计局统计用区划代码，2023 年', back: '重新找',
  },
  en: {
    add: 'Add', addTitle: (name: string) => `Add inside ${name}`, level: 'What', name: 'Name', nameHint: { compound: 'As residents call it', building: 'With its number', entrance: 'With its number', home: 'The room on the door' },
    floors: 'Storeys', floor: 'On which storey', households: 'Households', residents: 'Residents', usedAs: 'Used as', counted: 'added up once single homes are entered', whole: 'A whole number, please', save: 'Save', saving: 'Saving', added: (name: string) => `${name} is added`, saved: 'Saved', fillName: 'A name is needed',
    change: 'Correct', changeTitle: (name: string) => `Correct: ${name}`, renameNote: 'A new name goes into every address inside it.',
    remove: 'Remove', removeTitle: (name: string) => `Remove: ${name}`, removeAfter: 'Goes with the buildings, entrances and homes in it and cannot be brought back. What is in use stays.', removed: (count: number) => `${count} places removed`, kept: (because: string) => `It cannot be removed yet, because of: ${because}.`,
    bulk: 'Many buildings', bulkTitle: (name: string) => `Many buildings: ${name}`, buildings: 'Which buildings', buildingsHint: 'Such as 1-19,21; letters too: A,B', word: 'Called', entrances: 'Entrances a building', entrancesHint: '0 for none', perFloor: 'Homes a storey', perEntrance: 'Homes a storey in one entrance', firstFloor: 'First storey with homes', numbers: 'Room numbers', without: 'Storeys left out', withoutHint: 'Such as 4,13,14; empty for none',
    preview: 'Will be made', previewOf: (buildings: string, entrances: string, homes: string) => `${buildings} buildings, ${entrances} entrances, ${homes} homes`, examples: 'Rooms like', skipped: (names: string) => `Buildings that have homes stay as they are: ${names}`, build: (homes: string) => `Make ${homes} homes`, building: 'Making them', built: (homes: string) => `${homes} homes are made`, nothing: 'Nothing to make',
    division: 'Find a subdistrict or community', divisionHint: 'Name or code; before a common name write its city or district', divisionMore: 'There are more; add the name of the city or district', divisionNone: 'Not found. Names can be typed by hand.', taken: 'entered', take: 'Choose', takeAll: (count: number) => `Enter the ${count} chosen`, taking: 'Entering', tookIn: (count: number) => `${count} entered`, communitiesOf: (name: string) => `Communities of ${name}`, pickAll: 'All', byHand: 'Type the names', source: 'Source: division codes of the National Bureau of Statistics, 2023', back: 'Look again',
  },
})
