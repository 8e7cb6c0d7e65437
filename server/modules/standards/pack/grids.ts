/**
 * Grids and the areas within them: how many, how large, whether rules that exclude each other are asked of one compound.
 * Source: rules G-R1 to G-R4, G-R7, S-R9, C-06.
 */
import { type Area, type Grid, isHeld, residentsIn, sum } from '../area.ts'
import { partsOf, whichApply } from '../feasible.ts'
import {
  AREA_REPORT,
  conflict,
  CUSTOM,
  gap,
  GRID_REPORT,
  itself,
  MET,
  notHere,
  number,
  standard,
  type ValuesOf,
} from '../standard.ts'

/** The three numbers of G-R1 stand in each of its standards, because each asks whether the others leave room for it. */
const CUT = {
  areasLeast: number(5, '片区最少', 'areas at least'),
  areasMost: number(9, '片区最多', 'areas at most'),
  membersLeast: number(30, '每片党员最少', 'members an area at least'),
  membersMost: number(50, '每片党员最多', 'members an area at most'),
  loadLeast: number(4, '每名党员联户最少', 'households a member at least'),
  loadMost: number(8, '每名党员联户最多', 'households a member at most'),
}

/** Who yields first is at the end: members cannot be made, nobody is to carry more than the rule, areas can be drawn. */
export function cutRules(households: number, values: ValuesOf<typeof CUT>) {
  return whichApply(households, [
    { key: 'load', range: { least: values.loadLeast, most: values.loadMost } },
    { key: 'areas', range: { least: values.areasLeast, most: values.areasMost } },
    { key: 'members', range: { least: values.membersLeast, most: values.membersMost } },
  ])
}
/** What a conflict says: 5 × 30 × 4 = 600 > 339, and which rules hold here. */
function excluded(key: 'areas' | 'members' | 'load', households: number, values: ValuesOf<typeof CUT>) {
  const { yields, kept, all } = cutRules(households, values)
  if (households === 0 || !yields.some((one) => one.key === key)) return null
  return conflict({
    households,
    product: [values.areasLeast, values.membersLeast, values.loadLeast].map(String),
    least: all.least,
    most: all.most,
    holds: kept.map((one) => one.key),
  })
}

const gridsOf = (area: Area, level: Grid['level']) => area.grids.filter((grid) => grid.level === level)
const gridsPage = (area: Area, level: number) => `/register/${area.place.id}/grids?level=${level}`
const isCompound = (area: Area) => area.place.level === 'compound' && area.households > 0
const heldAt = (area: Area, grid: Grid, kinds: readonly string[]) =>
  area.posts.filter((post) => post.placeId === grid.id && kinds.includes(post.kind) && isHeld(post)).length

export const GRID_PACK = [
  standard({
    id: 'areas.count',
    rule: 'G-R1',
    title: { zh: '责任片区数', en: 'Number of areas' },
    text: { zh: '一个小区划成 5 至 9 个网格责任片区。', en: 'A compound is cut into five to nine areas.' },
    source: AREA_REPORT,
    severity: 'advise',
    parameters: CUT,
    count: (area) =>
      isCompound(area) ? itself(area, { areas: gridsOf(area, 3).length, households: area.households }) : [],
    judge: ({ areas, households }, values) =>
      areas >= values.areasLeast && areas <= values.areasMost
        ? MET
        : (excluded('areas', households, values) ?? gap({ areas, least: values.areasLeast, most: values.areasMost })),
    task: (_subject, _gap, area) => ({ kind: 'divide', to: gridsPage(area, 3) }),
  }),
  standard({
    id: 'areas.members',
    rule: 'G-R1',
    title: { zh: '每片党员数', en: 'Members in each area' },
    text: { zh: '每个责任片区有党员 30 至 50 名。', en: 'Each area has 30 to 50 members.' },
    source: AREA_REPORT,
    severity: 'advise',
    parameters: CUT,
    count: (area) =>
      !isCompound(area)
        ? []
        : gridsOf(area, 3).map((grid) => ({
            id: grid.id,
            name: grid.name,
            counted: { members: residentsIn(area, grid), households: area.households },
          })),
    judge: ({ members, households }, values) =>
      members >= values.membersLeast && members <= values.membersMost
        ? MET
        : (excluded('members', households, values) ??
          gap({ members, least: values.membersLeast, most: values.membersMost })),
    task: (_subject, _gap, area) => ({ kind: 'divide', to: gridsPage(area, 3) }),
  }),
  standard({
    id: 'members.load',
    rule: 'G-R1 · C-06',
    title: { zh: '党员联户数', en: 'Households a member' },
    text: { zh: '每名党员联系 4 至 8 户。', en: 'Each paired member serves four to eight households.' },
    source: AREA_REPORT,
    severity: 'advise',
    parameters: CUT,
    count(area, { loadLeast, loadMost }) {
      if (!isCompound(area)) return []
      const loads = [...area.loads]
      const pick = (wanted: (load: number) => boolean) => sum(loads.filter(([load]) => wanted(load)).map(([, n]) => n))
      const members = pick(() => true)
      const counted = {
        members,
        under: pick((load) => load < loadLeast),
        over: pick((load) => load > loadMost),
        residents: residentsIn(area, area.place),
        households: area.households,
      }
      return itself(area, counted)
    },
    judge({ members, under, over, residents, households }, values) {
      if (members === 0) return residents > 0 ? gap({ unpaired: residents }) : notHere('noMembers')
      const wrong = under + over
      return wrong === 0
        ? MET
        : (excluded('load', households, values) ?? gap({ under, over, least: values.loadLeast, most: values.loadMost }))
    },
    task: (_subject, _gap, area) => ({ kind: 'pair', to: `/planner?kind=pairings&placeId=${area.place.id}` }),
  }),
  standard({
    id: 'area.lead',
    rule: 'T6 · J3',
    title: { zh: '片长', en: 'Area lead' },
    text: {
      zh: '每个责任片区有一位片长（由支部书记担任或另行指定）。',
      en: 'Each area has a lead who answers for it.',
    },
    source: AREA_REPORT,
    severity: 'should',
    parameters: {},
    count: (area) =>
      gridsOf(area, 3).map((grid) => ({
        id: grid.id,
        name: grid.name,
        counted: { held: heldAt(area, grid, ['areaLead', 'gridLead', 'branchSecretary']) },
      })),
    judge: ({ held }) => (held > 0 ? MET : gap()),
    task({ id }, _gap, area) {
      const vacant = area.posts.find((post) => post.placeId === id && post.kind === 'areaLead')
      return vacant
        ? { kind: 'appoint', to: `/posts?appoint=${vacant.id}` }
        : { kind: 'makePost', to: `/posts?new=areaLead&placeId=${id}` }
    },
  }),
  standard({
    id: 'grid.households',
    rule: 'G-R2',
    title: { zh: '网格户数', en: 'Households of a grid' },
    text: {
      zh: '一个网格 400 户左右，上下 25 %：300 至 500 户。',
      en: 'A grid has about 400 households, give or take a quarter: 300 to 500.',
    },
    source: GRID_REPORT,
    severity: 'advise',
    parameters: {
      target: number(400, '目标户数', 'households wanted'),
      tolerance: number(25, '上下百分之', 'per cent up or down'),
    },
    count: (area) =>
      gridsOf(area, 2).map((grid) => ({
        id: grid.id,
        name: grid.name,
        counted: { households: grid.households, within: sum(gridsOf(area, 2).map(({ households }) => households)) },
      })),
    judge({ households, within }, { target, tolerance }) {
      // in hundredths, so that 299 and 300 differ without floats
      const range = {
        least: Math.ceil((target * (100 - tolerance)) / 100),
        most: Math.floor((target * (100 + tolerance)) / 100),
      }
      if (households >= range.least && households <= range.most) return MET
      return partsOf(within, range) ? gap({ households, ...range }) : conflict({ households: within, ...range })
    },
    task: (_subject, _gap, area) => ({ kind: 'divide', to: `/planner?kind=grids&placeId=${area.place.id}` }),
  }),
  standard({
    id: 'grid.covered',
    rule: 'G-R3',
    title: { zh: '楼栋归网格', en: 'Every building in one grid' },
    text: {
      zh: '任何一天，每栋楼在每一级都只属于一个网格。',
      en: 'On any day each building belongs to exactly one grid of a level.',
    },
    source: GRID_REPORT,
    severity: 'should',
    parameters: {},
    count: (area) => area.buildings.map(({ id, name, grids }) => ({ id, name, counted: { grids } })),
    judge: ({ grids }) => (grids === 1 ? MET : gap({ grids })),
    task: (_subject, _gap, area) => ({ kind: 'divide', to: gridsPage(area, 2) }),
  }),
  standard({
    id: 'grid.card',
    rule: 'G-R4',
    title: { zh: '网格公示牌', en: 'Grid card' },
    text: {
      zh: '公布网格名称、范围、网格员和联系方式。公示牌由登记册自动生成，缺哪一样就补哪一样。',
      en: 'Name, borders, worker and a way to reach them are published. The card is drawn from the register; what it lacks is entered there.',
    },
    source: {
      mark: 'law',
      zh: '滨州市网格化服务管理条例第六条（各地不同）',
      en: 'Binzhou, grid service regulation, art. 6 (local)',
    },
    severity: 'should',
    parameters: {},
    count: (area) =>
      gridsOf(area, 2).map((grid) => ({
        id: grid.id,
        name: grid.name,
        counted: { drawn: grid.drawn ? 1 : 0, workers: heldAt(area, grid, ['gridWorker', 'gridLead']) },
      })),
    judge({ drawn, workers }) {
      const missing = [...(drawn ? [] : ['outline']), ...(workers > 0 ? [] : ['worker'])]
      return missing.length === 0 ? MET : gap({ missing })
    },
    task({ id, counted: { workers } }, _gap, area) {
      if (workers > 0) return { kind: 'divide', to: gridsPage(area, 2) }
      const vacant = area.posts.find((post) => post.placeId === id && post.kind === 'gridWorker')
      return vacant
        ? { kind: 'appoint', to: `/posts?appoint=${vacant.id}` }
        : { kind: 'makePost', to: `/posts?new=gridWorker&placeId=${id}` }
    },
  }),
  standard({
    id: 'grid.code',
    rule: 'G-R7',
    title: { zh: '网格编码', en: 'Code of a grid' },
    text: { zh: '12 位行政区划代码加 3 位顺序码。', en: 'The 12-digit administrative code and three digits.' },
    source: CUSTOM,
    severity: 'advise',
    off: true,
    parameters: {},
    count: (area) => gridsOf(area, 2).map(({ id, name, code }) => ({ id, name, counted: { code: code ?? '' } })),
    judge: ({ code }) => (/^\d{15}$/.test(code) ? MET : gap({ code })),
    task: (_subject, _gap, area) => ({ kind: 'number', to: gridsPage(area, 2) }),
  }),
  standard({
    id: 'grid.branch',
    rule: 'S-R9',
    title: { zh: '一格一支部', en: 'One grid, one branch' },
    text: { zh: '一个网格建一个党支部。', en: 'Each grid has one branch.' },
    source: GRID_REPORT,
    severity: 'should',
    parameters: {},
    count: (area) =>
      gridsOf(area, 2).map((grid) => ({
        id: grid.id,
        name: grid.name,
        counted: {
          branches: area.organisations.filter(
            ({ form, placeId }) =>
              placeId === grid.id && (form === 'gridBranch' || form === 'branch' || form === 'generalBranch'),
          ).length,
        },
      })),
    judge: ({ branches }) => (branches === 1 ? MET : gap({ branches })),
    task: ({ id, name }) => ({
      kind: 'found',
      to: `/organisations?new=gridBranch&placeId=${id}&name=${encodeURIComponent(`${name}党支部`)}`,
    }),
  }),
  standard({
    id: 'members.grid',
    rule: 'S-R9',
    title: { zh: '党员都在网格里', en: 'Every member in one grid' },
    text: { zh: '每名党员都在且只在一个网格里。', en: 'Every member belongs to exactly one grid.' },
    source: GRID_REPORT,
    severity: 'should',
    parameters: {},
    count(area) {
      const count = (wanted: (grids: number) => boolean) =>
        sum(area.residents.filter(({ grids }) => wanted(grids)).map((one) => one.count))
      const members = count(() => true)
      return members === 0 ? [] : itself(area, { members, none: count((n) => n === 0), several: count((n) => n > 1) })
    },
    judge: ({ none, several }) => (none + several === 0 ? MET : gap({ none, several })),
    task: (_subject, _gap, area) => ({ kind: 'divide', to: gridsPage(area, 2) }),
  }),
]
