/**
 * The people of the demo district and the posts they hold: 964 residents of the model compound, 830
 * members in all (42 live here), 162 building heads, 165 grid workers and as many informants, and the desks around them.
 * Source of the figures: docs/capabilities/demo.md, "Demo district". All names are invented.
 */
import { makeName, phoneMaker } from './names.ts'
import { appointToCommittees } from './committees.ts'
import { branchOf, companyOf, groupOf, ORG } from './organisation-keys.ts'
import { AREAS } from './model-compound.ts'
import {
  DISTRICT,
  MODEL_COMMUNITY,
  MODEL_COMPOUND,
  MODEL_GRID,
  modelArea,
  modelBuilding,
  SUBDISTRICT,
} from './places.ts'
import type { Random } from './random.ts'
import type { PostKind } from '#contracts/rights.ts'
import type { Appoint, DemoPerson, DemoPlace, DemoPost, DemoSignIn } from './types.ts'

export const COUNTS = {
  members: 830,
  membersHere: 42,
  buildingHeads: 162,
  gridWorkers: 165,
  gridInformants: 165,
  volunteersHere: 56,
} as const
/** Two buildings have nobody at the moment, so that a vacancy is seen. */
export const BUILDINGS_WITHOUT_HEAD: readonly number[] = [7, 13]

/** People the stories speak of; `home` is a room of the model compound. */
const CAST: Record<string, { name: string; home?: string; largePrint?: boolean }> = {
  resident: { name: '王晓燕', home: '12-1-302' },
  elder: { name: '陈桂兰', home: '8-2-301', largePrint: true },
  member: { name: '郑海涛', home: '15-1-402' },
  volunteer: { name: '宋佳怡', home: '11-2-501' },
  head12: { name: '贾素华', home: '12-2-201' },
  head8: { name: '彭长根', home: '8-1-101' },
  area1: { name: '周敏华', home: '5-1-202' },
  area2: { name: '贺立群', home: '4-2-301' },
  area3: { name: '郭春兰', home: '10-1-201' },
  area4: { name: '沈国梁', home: '11-1-302' },
  area5: { name: '罗秀云', home: '18-2-202' },
  gridWorker: { name: '蒋婷婷' },
  duty: { name: '孟文斌' },
  intake: { name: '许静' },
  followUp: { name: '范雅琴' },
  secretary: { name: '顾怀民', home: '2-1-301' },
  propertyManager: { name: '田志远' },
  engineer: { name: '李宝山' },
  cleaner: { name: '吴巧云' },
  guard: { name: '马立新' },
  drainage: { name: '钟鹏程' },
  lighting: { name: '薛凯' },
  cityOrder: { name: '段旭东' },
  college: { name: '陆思源' },
  subdistrict: { name: '秦若溪' },
  district: { name: '邵承志' },
  auditor: { name: '尹明月' },
  operator: { name: '龚一鸣' },
  fridgeOwner: { name: '廖菊香', home: '17-1-201', largePrint: true },
  cupboardOwner: { name: '韦金凤', home: '14-2-401', largePrint: true },
  nightCaller: { name: '汪德福', home: '16-1-101', largePrint: true },
  chair: { name: '方雅琴', home: '6-2-201' },
  branch: { name: '程立秋', home: '18-1-401' },
}
export type CastName =
  | 'resident'
  | 'elder'
  | 'member'
  | 'volunteer'
  | 'head12'
  | 'head8'
  | 'area1'
  | 'area2'
  | 'area3'
  | 'area4'
  | 'area5'
  | 'gridWorker'
  | 'duty'
  | 'intake'
  | 'followUp'
  | 'secretary'
  | 'propertyManager'
  | 'engineer'
  | 'cleaner'
  | 'guard'
  | 'drainage'
  | 'lighting'
  | 'cityOrder'
  | 'college'
  | 'subdistrict'
  | 'district'
  | 'auditor'
  | 'operator'
  | 'fridgeOwner'
  | 'cupboardOwner'
  | 'nightCaller'
  | 'chair'
  | 'branch'
export const cast = (name: CastName) => `person:${name}`

type Appointment = [who: CastName, kind: PostKind, title: string, organisationKey: string, placeKey: string]
const APPOINTMENTS: readonly Appointment[] = [
  ['member', 'member', '党员', groupOf(15), MODEL_COMPOUND],
  ['volunteer', 'volunteer', '红管家志愿者', ORG.stewards, MODEL_COMPOUND],
  ['gridWorker', 'gridWorker', '网格员', ORG.serviceDesk, MODEL_GRID],
  ['duty', 'dutyOfficer', '365 值班岗', ORG.serviceDesk, MODEL_COMMUNITY],
  ['intake', 'communityStaff', '受理岗', ORG.serviceDesk, MODEL_COMMUNITY],
  ['followUp', 'followUpStaff', '回访干部', ORG.serviceDesk, MODEL_COMMUNITY],
  ['secretary', 'compoundSecretary', '小区支部书记', ORG.branch, MODEL_COMPOUND],
  ['chair', 'committeeChair', '业委会主任', ORG.owners, MODEL_COMPOUND],
  ['branch', 'branchSecretary', '平安支部书记', ORG.peaceBranch, MODEL_COMPOUND],
  ['propertyManager', 'unitUser', '物业经理', ORG.property, MODEL_COMPOUND],
  ['engineer', 'unitUser', '工程班长', ORG.engineering, MODEL_COMPOUND],
  ['cleaner', 'unitUser', '保洁班长', ORG.cleaning, MODEL_COMPOUND],
  ['guard', 'unitUser', '秩序班长', ORG.order, MODEL_COMPOUND],
  ['drainage', 'unitUser', '排水所调度', ORG.drainage, SUBDISTRICT],
  ['lighting', 'unitUser', '路灯所调度', ORG.lighting, SUBDISTRICT],
  ['cityOrder', 'unitUser', '城管中队内勤', ORG.cityOrder, SUBDISTRICT],
  ['college', 'unitUser', '联盟单位联络员', ORG.vocational, MODEL_COMMUNITY],
  ['subdistrict', 'subdistrictSupervisor', '街道督办', ORG.subdistrictOffice, SUBDISTRICT],
  ['district', 'districtSupervisor', '区督查', ORG.districtCentre, DISTRICT],
  ['auditor', 'auditor', '审计', ORG.districtCentre, DISTRICT],
  ['operator', 'operator', '平台管理员', ORG.districtCentre, DISTRICT],
]

const SIGN_INS: readonly [kind: DemoSignIn['kind'], who: CastName, label: string][] = [
  ['resident', 'resident', '居民，12 栋'],
  ['elder', 'elder', '长辈，大字版，8 栋'],
  ['member', 'member', '党员，15 栋'],
  ['volunteer', 'volunteer', '红管家志愿者'],
  ['buildingHead', 'head12', '12 栋楼栋长'],
  ['areaLead', 'area4', '第四片区片长'],
  ['gridWorker', 'gridWorker', '桂园网格员'],
  ['dutyOfficer', 'duty', '社区 365 值班岗'],
  ['communityStaff', 'intake', '社区受理岗'],
  ['followUpStaff', 'followUp', '社区回访干部'],
  ['compoundSecretary', 'secretary', '桂园小区书记'],
  ['branchSecretary', 'branch', '平安支部书记'],
  ['committeeChair', 'chair', '业委会主任'],
  ['unitUser', 'engineer', '桂园物业 工程班长'],
  ['unitUser', 'drainage', '市政排水所'],
  ['subdistrictSupervisor', 'subdistrict', '梧桐街道督办'],
  ['districtSupervisor', 'district', '云桥区督查'],
  ['auditor', 'auditor', '审计'],
  ['operator', 'operator', '平台管理员'],
]

export type People = { people: DemoPerson[]; posts: DemoPost[]; signIns: DemoSignIn[] }

export function buildPeople(places: readonly DemoPlace[], random: Random): People {
  const nextPhone = phoneMaker()
  const people: DemoPerson[] = []
  const posts: DemoPost[] = []
  const enlist = (key: string, name: string, homeKey: string | null, phone: string | null, largePrint = false) => {
    people.push({ key, name, homeKey, phone, largePrint })
    return key
  }
  const appoint = (personKey: string, kind: PostKind, title: string, organisationKey: string, placeKey: string) =>
    posts.push({
      key: `post:${posts.length + 1}`,
      personKey,
      kind,
      title,
      organisationKey,
      placeKey,
      heldSinceDaysAgo: random.int(40, 900),
    })

  // The cast first, so that their phone numbers are short to type: 160 0000 0001, 0002, …
  const seats = new Map<string, number>() // people already living in a home
  for (const [name, { name: fullName, home, largePrint }] of Object.entries(CAST)) {
    const homeKey = home ? `home:gy-${home}` : null
    if (homeKey) seats.set(homeKey, (seats.get(homeKey) ?? 0) + 1)
    enlist(`person:${name}`, fullName, homeKey, nextPhone(), largePrint)
  }
  for (const [who, kind, title, organisationKey, placeKey] of APPOINTMENTS)
    appoint(cast(who), kind, title, organisationKey, placeKey)

  // Everyone else who lives in the model compound.
  const neighbours: DemoPerson[] = []
  for (const home of places.filter(({ level, residents }) => level === 'home' && residents !== null)) {
    for (let i = seats.get(home.key) ?? 0; i < (home.residents ?? 0); i++) {
      const older = random.chance(0.35)
      const phone = i < 2 || random.chance(0.3) ? nextPhone() : null
      enlist(
        `resident:${home.code}-${i + 1}`,
        makeName(random, older ? 'older' : 'younger'),
        home.key,
        phone,
        older && random.chance(0.4),
      )
      const person = people[people.length - 1]
      if (person?.phone) neighbours.push(person)
    }
  }

  AREAS.forEach((area, i) =>
    appoint(`person:area${i + 1}`, 'areaLead', `${area.name}片长`, ORG.branch, modelArea(i + 1)),
  )
  const free = random.shuffled(neighbours)
  const buildingNumber = ({ homeKey }: DemoPerson) => Number(/gy-(\d+)-/.exec(homeKey ?? '')?.[1])
  for (let number = 1; number <= 19; number++) {
    if (BUILDINGS_WITHOUT_HEAD.includes(number)) continue
    const own =
      number === 12
        ? cast('head12')
        : number === 8
          ? cast('head8')
          : take(free, (p) => buildingNumber(p) === number)?.key
    if (own) appoint(own, 'buildingHead', `${number} 栋楼栋长`, ORG.branch, modelBuilding(number))
  }
  for (let i = 1; i < COUNTS.membersHere; i++) {
    const person = take(free, () => true)
    if (person)
      appoint(person.key, 'member', '党员', groupOf(buildingNumber(person)), modelBuilding(buildingNumber(person)))
  }
  for (let i = 1; i < COUNTS.volunteersHere; i++) {
    const person = take(free, () => true)
    if (person) appoint(person.key, 'volunteer', '红管家志愿者', ORG.stewards, MODEL_COMPOUND)
  }

  appointElsewhere(
    places,
    random,
    (homeKey, generation) => enlist(`elsewhere:${people.length}`, makeName(random, generation), homeKey, nextPhone()),
    appoint,
  )
  appointToCommittees(
    places,
    posts,
    random,
    () => enlist(`elsewhere:${people.length}`, makeName(random, 'older'), null, nextPhone()),
    appoint,
  )

  const signIns = SIGN_INS.map(([kind, who, label], i) => ({ order: i + 1, kind, personKey: cast(who), label }))
  return { people, posts, signIns }
}

type Enlist = (homeKey: string | null, generation: 'older' | 'younger') => string

/** The other 33 grids: their members, grid workers and building heads make up the reported totals. */
function appointElsewhere(places: readonly DemoPlace[], random: Random, enlist: Enlist, appoint: Appoint) {
  const byKey = new Map(places.map((place) => [place.key, place]))
  const grids = places.filter(({ gridLevel, key }) => gridLevel === 2 && key !== MODEL_GRID)
  const compoundOf = (grid: DemoPlace) => byKey.get(grid.parentKey ?? '')
  const cycle = <T>(list: readonly T[], i: number) => list[i % list.length]
  const homesBelow = (place: DemoPlace) =>
    places.filter(({ level, path }) => level === 'home' && path.startsWith(place.path))
  const free = new Map(grids.map((grid) => [grid.key, random.shuffled(homesBelow(grid)).map(({ key }) => key)]))

  for (let i = 0; i < COUNTS.members - COUNTS.membersHere; i++) {
    const grid = cycle(grids, i)
    if (grid)
      appoint(
        enlist(free.get(grid.key)?.pop() ?? null, random.chance(0.5) ? 'older' : 'younger'),
        'member',
        '党员',
        `org:branch-${grid.key}`,
        grid.key,
      )
  }
  for (let i = 0; i < COUNTS.gridWorkers - 1; i++) {
    const grid = cycle([...grids, ...places.filter(({ key }) => key === MODEL_GRID)], i)
    const community = grid && compoundOf(grid)?.parentKey
    if (!grid || !community) continue
    const desk = community === MODEL_COMMUNITY ? ORG.serviceDesk : `org:desk-${community}`
    appoint(enlist(null, 'younger'), 'gridWorker', i < grids.length ? '网格长' : '网格员', desk, grid.key)
  }
  for (let i = 0; i < COUNTS.gridInformants; i++) {
    const grid = cycle(grids, i)
    const community = grid && compoundOf(grid)?.parentKey
    if (!grid || !community) continue
    const desk = community === MODEL_COMMUNITY ? ORG.serviceDesk : `org:desk-${community}`
    appoint(enlist(null, random.chance(0.5) ? 'older' : 'younger'), 'gridInformant', '网格信息员', desk, grid.key)
  }
  const buildings = random.shuffled(
    places.filter(({ level, gridKey }) => level === 'building' && gridKey !== MODEL_GRID),
  )
  const headsHere = 19 - BUILDINGS_WITHOUT_HEAD.length
  for (const building of buildings.slice(0, COUNTS.buildingHeads - headsHere)) {
    const compound = compoundOf(byKey.get(building.gridKey ?? '') ?? building)
    if (compound)
      appoint(
        enlist(homesBelow(building).at(-1)?.key ?? null, 'older'),
        'buildingHead',
        `${compound.name} ${building.name}楼栋长`,
        branchOf(compound.key),
        building.key,
      )
  }
  for (const community of places.filter(({ level, key }) => level === 'community' && key !== MODEL_COMMUNITY)) {
    appoint(enlist(null, 'younger'), 'communityStaff', '受理岗', `org:desk-${community.key}`, community.key)
    appoint(enlist(null, 'older'), 'followUpStaff', '回访干部', `org:desk-${community.key}`, community.key)
    appoint(enlist(null, 'younger'), 'dutyOfficer', '365 值班岗', `org:desk-${community.key}`, community.key)
  }
  for (const community of places.filter(({ level }) => level === 'community'))
    appoint(enlist(null, 'younger'), 'unitUser', '物业主管', companyOf(community.key), community.key)
  for (const compound of places.filter(({ level, key }) => level === 'compound' && key !== MODEL_COMPOUND))
    appoint(enlist(null, 'older'), 'compoundSecretary', '小区支部书记', branchOf(compound.key), compound.key)
}

function take<T>(from: T[], wanted: (item: T) => boolean): T | undefined {
  const at = from.findIndex(wanted)
  return at < 0 ? undefined : from.splice(at, 1)[0]
}
