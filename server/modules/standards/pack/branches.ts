/** Party branches: when one must exist, how large it is, who leads it. Source: rules S-R1, S-R2, S-R3, S-R8. */
import type { Facts, Task } from '#contracts/standards.ts'
import { type Area, isHeld, liesIn, type Organisation, residentsIn, sum } from '../area.ts'
import {
  BRANCH_RULES,
  COMPOUND_STANDARDS,
  gap,
  itself,
  MET,
  notHere,
  number,
  standard,
  type Subject,
} from '../standard.ts'

const BRANCHES: readonly Organisation['form'][] = [
  'branch',
  'compoundBranch',
  'gridBranch',
  'functionalBranch',
  'generalBranch',
]
const COMMITTEES: readonly Organisation['form'][] = ['committee', 'compoundCommittee', 'jointCommittee']
/** What a compound branch goes by: 小区党支部, 小区党委, or a branch that stands over the compound itself. */
const OVER_COMPOUND: readonly Organisation['form'][] = ['compoundBranch', 'compoundCommittee', 'generalBranch']
const LEADS = ['branchSecretary', 'compoundSecretary', 'committeeMember'] as const

const partiesOf = (area: Area, forms: readonly Organisation['form'][]) =>
  area.organisations.filter(({ form }) => form && forms.includes(form))
const membersHere = (area: Area, stage: 'formal' | 'probationary') =>
  sum(area.organisations.filter(({ kind }) => kind === 'partyOrganisation').map((one) => one[stage]))
const covering = (area: Area, form: Organisation['form']) =>
  [...area.organisations, ...area.around].filter(
    (one) => one.form === form && (liesIn(area.place, one) || liesIn(one, area.place)),
  )
const personsIn = (area: Area, organisationId: string) =>
  new Set(
    area.posts
      .filter((post) => post.organisationId === organisationId && LEADS.some((kind) => kind === post.kind))
      .flatMap(({ holders }) => holders),
  ).size

const found = (form: string, area: Area, name: string): Task => ({
  kind: 'found',
  to: `/organisations?new=${form}&placeId=${area.place.id}&name=${encodeURIComponent(`${area.place.name}${name}`)}`,
})

type Branch = { formal: number; total: number; form: string }
const branchesOf = (area: Area): readonly Subject<Branch>[] =>
  partiesOf(area, [...BRANCHES, 'jointBranch']).map((one) => ({
    id: one.id,
    name: one.name,
    counted: { formal: one.formal, total: one.formal + one.probationary, form: one.form ?? '' },
  }))
/** The post of secretary that waits for somebody, or the sheet for a new one. */
function appointSecretary({ id }: Subject<Facts>, area: Area): Task {
  const vacant = area.posts.find(
    (post) => post.organisationId === id && post.kind === 'branchSecretary' && !isHeld(post),
  )
  if (vacant) return { kind: 'appoint', to: `/posts?appoint=${vacant.id}` }
  return { kind: 'makePost', to: `/posts?new=branchSecretary&placeId=${area.place.id}&organisationId=${id}` }
}

export const BRANCH_PACK = [
  standard({
    id: 'branch.own',
    rule: 'S-R1',
    title: { zh: '单独组建党支部', en: 'A branch of its own' },
    text: {
      zh: '正式党员 3 人以上的，应当成立党支部；不足 3 人的，就近成立联合党支部。',
      en: 'With three formal members or more a branch must be founded; with fewer, a joint branch with units nearby.',
    },
    source: BRANCH_RULES,
    severity: 'must',
    parameters: { least: number(3, '正式党员人数', 'formal members') },
    count: (area) =>
      itself(area, {
        formal: membersHere(area, 'formal'),
        probationary: membersHere(area, 'probationary'),
        branches: partiesOf(area, BRANCHES).length + partiesOf(area, COMMITTEES).length,
        joint: covering(area, 'jointBranch').length,
      }),
    judge({ formal, probationary, branches, joint }, { least }) {
      if (formal + probationary === 0) return notHere('noMembers')
      if (branches > 0) return MET
      if (formal >= least) return gap({ form: 'branch', formal })
      return joint > 0 ? MET : gap({ form: 'jointBranch', formal })
    },
    task: (_subject, { form }, area) =>
      form === 'branch' ? found('branch', area, '党支部') : found('jointBranch', area, '联合党支部'),
  }),
  standard({
    id: 'branch.joint',
    rule: 'S-R1',
    title: { zh: '联合党支部的单位数', en: 'Units in a joint branch' },
    text: { zh: '联合党支部覆盖单位一般不超过 5 个。', en: 'A joint branch covers five units at most, as a rule.' },
    source: BRANCH_RULES,
    severity: 'advise',
    parameters: { most: number(5, '单位数上限', 'units at most') },
    count: (area) =>
      partiesOf(area, ['jointBranch']).map(({ id, name, joined }) => ({ id, name, counted: { joined } })),
    judge: ({ joined }, { most }) => (joined <= most ? MET : gap({ over: joined - most, most })),
    task: ({ id }) => ({ kind: 'found', to: `/organisations/chart?organisationId=${id}` }),
  }),
  standard({
    id: 'branch.size',
    rule: 'S-R1',
    title: { zh: '党支部人数', en: 'Size of a branch' },
    text: {
      zh: '党支部党员人数一般不超过 50 人；超过 50 人的设党总支，超过 100 人的设党委。',
      en: 'A branch has up to 50 members; more than 50 call for a general branch, more than 100 for a committee.',
    },
    source: BRANCH_RULES,
    severity: 'advise',
    parameters: {
      branch: number(50, '党支部人数上限', 'members of a branch at most'),
      general: number(100, '党总支人数上限', 'members of a general branch at most'),
    },
    count: branchesOf,
    judge({ total, form }, { branch, general }) {
      if (total > general) return gap({ total, wanted: 'committee', most: general })
      return total > branch && form !== 'generalBranch' ? gap({ total, wanted: 'generalBranch', most: branch }) : MET
    },
    task: (_subject, { wanted }, area) =>
      wanted === 'committee' ? found('committee', area, '党委') : found('generalBranch', area, '党总支'),
  }),
  standard({
    id: 'branch.committee',
    rule: 'S-R2',
    title: { zh: '支部委员会', en: 'Branch committee' },
    text: {
      zh: '正式党员 7 人以上的党支部，设支部委员会，由 3 至 5 人组成，一般不超过 7 人。',
      en: 'A branch with seven formal members or more has a committee of three to five, seven at most.',
    },
    source: BRANCH_RULES,
    severity: 'must',
    parameters: {
      formal: number(7, '正式党员人数', 'formal members'),
      least: number(3, '委员最少', 'committee members at least'),
      most: number(7, '委员最多', 'committee members at most'),
    },
    count: (area) =>
      branchesOf(area).map((one) => ({
        ...one,
        counted: { formal: one.counted.formal, seats: personsIn(area, one.id) },
      })),
    judge({ formal, seats }, { formal: from, least, most }) {
      if (formal < from) return notHere('fewMembers')
      return seats >= least && seats <= most ? MET : gap({ seats, least, most })
    },
    task: ({ id }, _gap, area) => ({
      kind: 'makePost',
      to: `/posts?new=committeeMember&placeId=${area.place.id}&organisationId=${id}`,
    }),
  }),
  standard({
    id: 'branch.secretary',
    rule: 'S-R2',
    title: { zh: '支部书记', en: 'Branch secretary' },
    text: {
      zh: '党支部设书记；正式党员不足 7 人的，设 1 名书记，必要时可设 1 名副书记。',
      en: 'A branch has a secretary; with fewer than seven formal members one secretary, and a deputy if needed.',
    },
    source: BRANCH_RULES,
    severity: 'must',
    parameters: {},
    count: (area) =>
      branchesOf(area).map((one) => ({
        ...one,
        counted: {
          secretaries: area.posts.filter(
            (post) =>
              isHeld(post) &&
              (post.organisationId === one.id ||
                (post.kind === 'compoundSecretary' && one.counted.form === 'compoundBranch')) &&
              (post.kind === 'branchSecretary' || post.kind === 'compoundSecretary'),
          ).length,
        },
      })),
    judge: ({ secretaries }) => (secretaries > 0 ? MET : gap()),
    task: (subject, _gap, area) => appointSecretary(subject, area),
  }),
  standard({
    id: 'branch.meetings',
    rule: 'S-R8',
    title: { zh: '三会一课', en: 'Three meetings and one lecture' },
    text: {
      zh: '党员大会每季度至少 1 次，支委会、党小组会每月至少 1 次，党课每季度 1 次左右；没有支委会的支部没有支委会任务。',
      en: 'Members meet each quarter, the committee and groups each month, a lecture about each quarter; no committee, no duty of one.',
    },
    source: BRANCH_RULES,
    severity: 'must',
    parameters: {},
    count: branchesOf,
    judge: () => notHere('meetings'),
  }),
  standard({
    id: 'compound.branch',
    rule: 'S-R3',
    title: { zh: '小区党支部', en: 'Compound branch' },
    text: {
      zh: '居民党员 3 人以上的小区，应建立小区党支部。居民党员按居住地算，与组织关系在本小区的党员是两个数。',
      en: 'A compound where three members or more live should have a branch. Who lives here and whose organisational relation is here are two numbers.',
    },
    source: COMPOUND_STANDARDS,
    severity: 'should',
    parameters: { least: number(3, '居民党员人数', 'resident members') },
    count: (area) =>
      area.place.level !== 'compound'
        ? []
        : itself(area, {
            residents: residentsIn(area, area.place),
            relations: membersHere(area, 'formal') + membersHere(area, 'probationary'),
            branches: area.organisations.filter(
              ({ form, placeId }) =>
                form && (OVER_COMPOUND.includes(form) || (form === 'branch' && placeId === area.place.id)),
            ).length,
          }),
    judge({ residents, branches }, { least }) {
      if (branches > 0) return MET
      return residents >= least ? gap({ residents }) : notHere('fewMembers')
    },
    task: (_subject, _gap, area) => found('compoundBranch', area, '党支部'),
  }),
]
