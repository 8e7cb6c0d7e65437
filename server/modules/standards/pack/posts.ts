/**
 * Posts, committees and who answers the telephone; and what is told without being a failure.
 * Source: rules S-R5, S-R7, S-R10; Y1 (三无小区), T7 (always on duty).
 */
import { type Area, isHeld, type Post } from '../area.ts'
import {
  AREA_REPORT,
  COMPOUND_STANDARDS,
  CUSTOM,
  gap,
  GRID_REPORT,
  itself,
  MET,
  number,
  PAIRING_REPORT,
  standard,
} from '../standard.ts'
import { daysBetween } from '../days.ts'

/** Held by whoever wants to, or covered by a standard of their own. */
const NOT_WAITING: readonly Post['kind'][] = [
  'member',
  'volunteer',
  'buildingHead',
  'areaLead',
  'anchorHousehold',
  'unitUser',
]
const COMMITTEES = ['ownersCommittee', 'managementCommittee']
const isParty = (post: Post) =>
  post.organisationKind === 'partyOrganisation' ||
  post.organisationKind === 'community' ||
  post.kind === 'compoundSecretary' ||
  post.kind === 'branchSecretary'
const holdersOf = (posts: readonly Post[], wanted: (post: Post) => boolean) =>
  new Set(posts.filter(wanted).flatMap(({ holders }) => holders))
const committeesOf = (area: Area) => area.organisations.filter(({ kind }) => COMMITTEES.includes(kind))
const isChair = (post: Post) => post.kind === 'committeeChair'
const sitsOnCommittee = (post: Post) =>
  isChair(post) || (post.kind === 'committeeMember' && COMMITTEES.includes(post.organisationKind ?? ''))

export const POST_PACK = [
  standard({
    id: 'instructor.load',
    rule: 'S-R5',
    title: { zh: '党建指导员联系小区数', en: 'Compounds of an instructor' },
    text: {
      zh: '一名党建指导员联系的小区不超过 3 个；已结束的联系不算。',
      en: 'An instructor looks after three compounds at most; what has ended does not count.',
    },
    source: COMPOUND_STANDARDS,
    severity: 'should',
    parameters: { most: number(3, '小区数上限', 'compounds at most') },
    count: ({ instructors }) => instructors,
    judge: ({ compounds }, { most }) => (compounds <= most ? MET : gap({ compounds, most })),
  }),
  standard({
    id: 'post.vacant',
    rule: 'T1',
    title: { zh: '岗位空缺', en: 'Vacant posts' },
    text: { zh: '岗位空缺不超过 30 天。', en: 'No post is vacant for more than 30 days.' },
    source: CUSTOM,
    severity: 'advise',
    parameters: { most: number(30, '空缺天数上限', 'days at most') },
    count: (area, _values, today) =>
      area.posts
        .filter((post) => !NOT_WAITING.includes(post.kind))
        .map((post) => ({
          id: post.id,
          name: post.name,
          counted: { days: isHeld(post) ? 0 : daysBetween(post.vacantSince ?? today, today), since: post.vacantSince },
        })),
    judge: ({ days, since }, { most }) => (days <= most ? MET : gap({ since })),
    task: ({ id }) => ({ kind: 'appoint', to: `/posts?appoint=${id}` }),
  }),
  standard({
    id: 'committee.term',
    rule: '换届',
    title: { zh: '业委会按期换届', en: 'Owners’ committee elected in time' },
    text: {
      zh: '业主委员会、物业管理委员会届满前 60 日启动换届。',
      en: 'A committee’s next election starts 60 days before its term ends.',
    },
    source: {
      mark: 'custom',
      zh: '各地业主大会规则多取届满前 60 日，以本地为准',
      en: 'most local rules say 60 days; yours decide',
    },
    severity: 'should',
    parameters: { days: number(60, '提前天数', 'days before') },
    count: (area, _values, today) =>
      committeesOf(area).map(({ id, name, termEndsOn }) => ({
        id,
        name,
        counted: { endsOn: termEndsOn, left: termEndsOn ? daysBetween(today, termEndsOn) : null },
      })),
    judge: ({ left, endsOn }, { days }) =>
      left === null ? gap({ endsOn }) : left > days ? MET : gap({ endsOn, days }),
    task: ({ id }, _gap, area) => ({
      kind: 'elect',
      to: `/selections?new=1&organisationId=${id}&placeId=${area.place.id}`,
    }),
  }),
  standard({
    id: 'duty.phone',
    rule: 'T7',
    title: { zh: '值班电话', en: 'Duty telephone' },
    text: {
      zh: '承办诉求的单位都有值班电话，有呼必应。',
      en: 'Every organisation that handles requests has a duty telephone.',
    },
    source: AREA_REPORT,
    severity: 'should',
    parameters: {},
    count: (area) =>
      area.organisations
        .filter(({ handles }) => handles)
        .map(({ id, name, hasDutyPhone }) => ({ id, name, counted: { phone: hasDutyPhone ? 1 : 0 } })),
    judge: ({ phone }) => (phone === 1 ? MET : gap()),
    task: ({ id }) => ({ kind: 'fillIn', to: `/organisations?edit=${id}` }),
  }),
  standard({
    id: 'compound.managed',
    rule: 'Y1',
    title: { zh: '不是三无小区', en: 'Somebody manages the compound' },
    text: {
      zh: '没有物业公司、没有业委会或物管会、也没有值守的小区是三无小区，要先补上一样。',
      en: 'A compound without a property company, a committee and anybody on duty: one of them is to be found first.',
    },
    source: GRID_REPORT,
    severity: 'should',
    parameters: {},
    count: (area) => {
      if (area.place.level !== 'compound') return []
      const company = ({ kind }: { kind: string }) => kind === 'propertyCompany'
      return itself(area, {
        companies:
          [...area.organisations, ...area.around].filter(company).length +
          area.posts.filter(({ organisationKind }) => organisationKind === 'propertyCompany').length,
        committees: committeesOf(area).length,
        guards: area.posts.filter((post) => post.kind === 'dutyOfficer' && isHeld(post)).length,
      })
    },
    judge: ({ companies, committees, guards }) => (companies + committees + guards > 0 ? MET : gap()),
    task: (_subject, _gap, area) => ({
      kind: 'found',
      to: `/organisations?new=managementCommittee&placeId=${area.place.id}&name=${encodeURIComponent(`${area.place.name}物业管理委员会`)}`,
    }),
  }),
  standard({
    id: 'chair.secretary',
    rule: 'S-R7',
    title: { zh: '一肩挑', en: 'Chair and secretary in one' },
    text: {
      zh: '提倡小区党支部书记与业委会主任一肩挑。只作说明，不算缺项。',
      en: 'That the branch secretary also chairs the owners’ committee is encouraged; told, never a failure.',
    },
    source: COMPOUND_STANDARDS,
    severity: 'information',
    parameters: {},
    count(area) {
      const chairs = holdersOf(area.posts, isChair)
      const secretaries = holdersOf(
        area.posts,
        ({ kind }) => kind === 'compoundSecretary' || kind === 'branchSecretary',
      )
      const both = [...chairs].filter((id) => secretaries.has(id)).length
      return area.place.level === 'compound' && chairs.size > 0 ? itself(area, { both }) : []
    },
    judge: () => MET,
  }),
  standard({
    id: 'chair.cross',
    rule: 'S-R10',
    title: { zh: '交叉任职', en: 'Cross-appointments' },
    text: {
      zh: '业委会成员与社区、支部班子交叉任职的人数。只作说明。',
      en: 'How many serve on the owners’ committee and in the community or branch; told, never a failure.',
    },
    source: PAIRING_REPORT,
    severity: 'information',
    parameters: {},
    count(area) {
      const committee = holdersOf(area.posts, sitsOnCommittee)
      const party = holdersOf([...area.posts, ...area.postsAround], (post) => isParty(post) && !sitsOnCommittee(post))
      return area.place.level === 'compound' && committee.size > 0
        ? itself(area, { members: committee.size, both: [...committee].filter((id) => party.has(id)).length })
        : []
    },
    judge: () => MET,
  }),
]
