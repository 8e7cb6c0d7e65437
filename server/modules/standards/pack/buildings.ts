/** Down to the door: building groups, building heads, the chain of responsibility, sponsors. Source: rules S-R4, C-05; systems F1, F5, J3, Z6. */
import { type Area, type Building, type ChainLevel, isHeld, liesIn, residentsIn } from '../area.ts'
import { COMPOUND_STANDARDS, gap, itself, MET, number, PAIRING_REPORT, standard } from '../standard.ts'

const lived = (area: Area) => area.buildings.filter(({ empty }) => !empty)
const isLevelHeld = ({ place, posts, organisations }: Area, { postKinds, forms }: ChainLevel) =>
  posts.some((post) => post.placeId === place.id && postKinds.includes(post.kind) && isHeld(post)) ||
  organisations.some(
    ({ form, placeId }) => placeId === place.id && form && forms.includes(form) && postKinds.length === 0,
  )
const headsOf = (area: Area, building: Building) =>
  area.posts.filter((post) => post.kind === 'buildingHead' && liesIn(building, post))

export const BUILDING_PACK = [
  standard({
    id: 'building.group',
    rule: 'S-R4',
    title: { zh: '楼栋党小组', en: 'Building group' },
    text: {
      zh: '楼栋党员 3 人以上的建楼栋党小组，不足 3 人的建联合党小组；没有党员的楼栋也要有联合党小组覆盖。',
      en: 'A building with three members or more has a group of its own, others share a joint group; a building without members is covered by one too.',
    },
    source: COMPOUND_STANDARDS,
    severity: 'should',
    parameters: { least: number(3, '楼栋党员人数', 'members in the building') },
    count: (area) =>
      area.residents.length === 0
        ? []
        : lived(area).map((building) => ({
            id: building.id,
            name: building.name,
            counted: {
              members: residentsIn(area, building),
              groups: area.organisations.filter((one) => one.form === 'buildingGroup' && liesIn(building, one)).length,
              joint: area.organisations.filter((one) => one.form === 'jointGroup' && liesIn(one, building)).length,
            },
          })),
    judge({ members, groups, joint }, { least }) {
      if (groups > 0) return MET
      if (members >= least) return gap({ form: 'buildingGroup', members })
      return joint > 0 ? MET : gap({ form: 'jointGroup', members })
    },
    task: ({ id, name }, { form }, area) =>
      form === 'buildingGroup'
        ? {
            kind: 'found',
            to: `/organisations?new=buildingGroup&placeId=${id}&name=${encodeURIComponent(`${name}党小组`)}`,
          }
        : {
            kind: 'found',
            to: `/organisations?new=jointGroup&placeId=${area.place.id}&name=${encodeURIComponent(`${area.place.name}联合党小组`)}`,
          },
  }),
  standard({
    id: 'group.vanguard',
    rule: 'S-R4',
    title: { zh: '党员楼长先锋岗', en: 'Vanguard post of a group' },
    text: {
      zh: '每个楼栋党小组、联合党小组设一个党员楼长先锋岗。',
      en: 'Each building group and joint group has a vanguard post: a member who is building head.',
    },
    source: COMPOUND_STANDARDS,
    severity: 'should',
    parameters: {},
    count: (area) =>
      area.organisations
        .filter(({ form }) => form === 'buildingGroup' || form === 'jointGroup')
        .map(({ id, name }) => ({
          id,
          name,
          counted: {
            posts: area.posts.filter(
              (post) => post.organisationId === id && post.kind === 'buildingHead' && isHeld(post),
            ).length,
          },
        })),
    judge: ({ posts }) => (posts > 0 ? MET : gap()),
    task({ id }, _gap, area) {
      const vacant = area.posts.find(
        (post) => post.organisationId === id && post.kind === 'buildingHead' && !isHeld(post),
      )
      if (vacant) return { kind: 'appoint', to: `/posts?appoint=${vacant.id}` }
      const placeId = area.organisations.find((one) => one.id === id)?.placeId ?? area.place.id
      return { kind: 'makePost', to: `/posts?new=buildingHead&placeId=${placeId}&organisationId=${id}` }
    },
  }),
  standard({
    id: 'building.head',
    rule: 'J3 · F1',
    title: { zh: '楼栋长', en: 'Building head' },
    text: {
      zh: '每栋楼有一位楼栋长，居民知道找谁。',
      en: 'Each building has a head, so that residents know whom to ask.',
    },
    source: PAIRING_REPORT,
    severity: 'should',
    parameters: {},
    count: (area) =>
      lived(area).map((building) => {
        const posts = headsOf(area, building)
        const held = posts.filter(isHeld).length
        const vacantSince = held ? null : (posts.find((post) => post.vacantSince)?.vacantSince ?? null)
        return { id: building.id, name: building.name, counted: { held, households: building.households, vacantSince } }
      }),
    judge: ({ held, households, vacantSince }) => (held > 0 ? MET : gap({ households, vacantSince })),
    task({ id }, _gap, area) {
      const building = area.buildings.find((one) => one.id === id)
      const vacant = building && headsOf(area, building)[0]
      return vacant
        ? { kind: 'appoint', to: `/posts?appoint=${vacant.id}` }
        : { kind: 'makePost', to: `/posts?new=buildingHead&placeId=${id}` }
    },
  }),
  standard({
    id: 'chain.held',
    rule: 'T1 · F1',
    title: { zh: '责任链每级有人', en: 'Every level of the chain is held' },
    text: {
      zh: '责任链上的每一级都有人担任；有几级、由什么岗位担任，由本区设定。',
      en: 'Every level of the chain of responsibility is held; how many levels there are is the district’s own.',
    },
    source: PAIRING_REPORT,
    severity: 'should',
    parameters: {},
    count(area) {
      const levels = area.chain.filter(({ placeLevel }) => placeLevel === area.place.level)
      const vacant = levels.filter((level) => !isLevelHeld(area, level))
      const names = { vacant: vacant.map(({ name }) => name), vacantEn: vacant.map(({ nameEn }) => nameEn) }
      const kind = vacant.find(({ postKinds }) => postKinds.length > 0)?.postKinds[0] ?? ''
      return levels.length === 0 ? [] : itself(area, { levels: levels.length, kind, ...names })
    },
    judge: ({ vacant, vacantEn }) => (vacant.length === 0 ? MET : gap({ vacant, vacantEn })),
    task({ counted: { kind } }, _gap, area) {
      const vacant = area.posts.find((post) => post.placeId === area.place.id && post.kind === kind && !isHeld(post))
      if (vacant) return { kind: 'appoint', to: `/posts?appoint=${vacant.id}` }
      return { kind: 'makePost', to: `/posts?new=${kind}&placeId=${area.place.id}` }
    },
  }),
  standard({
    id: 'compound.sponsor',
    rule: 'C-05',
    title: { zh: '单位包抓', en: 'A unit that takes responsibility' },
    text: {
      zh: '每个小区有且只有一个牵头的包抓单位，一个小区也不落下。',
      en: 'Each compound has exactly one lead unit that takes responsibility for it; none is left out.',
    },
    source: PAIRING_REPORT,
    severity: 'should',
    off: true,
    parameters: {},
    count: (area) => (area.place.level === 'compound' ? itself(area, { sponsors: area.sponsors }) : []),
    judge: ({ sponsors }) => (sponsors === 1 ? MET : gap({ sponsors })),
    task: ({ counted: { sponsors } }, _gap, area) => ({
      kind: 'sponsor',
      to: `/organisations${sponsors === 0 ? '?sponsor' : '/chart?placeId'}=${area.place.id}`,
    }),
  }),
]
