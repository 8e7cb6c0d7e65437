/** The registers of the demo put together: households and owners, members, units, venues, reserve, a selection, the chain. */
import { buildHouseholds, buildOwnedUnits } from './households.ts'
import { buildMembers, buildPairings, buildPlates, buildReportCards, memberPosts } from './members.ts'
import { makeName } from './names.ts'
import { ORG } from './organisation-keys.ts'
import { MODEL_COMMUNITY, MODEL_COMPOUND } from './places.ts'
import type { Random } from './random.ts'
import type { DemoChainLevel, DemoRegisters, DemoReserve, DemoSelection, DemoVenue } from './register-types.ts'
import type { DemoOrganisation, DemoPerson, DemoPlace, DemoPost } from './types.ts'
import { buildMemberships, buildSponsorships } from './units.ts'

type Source = { places: DemoPlace[]; organisations: DemoOrganisation[]; people: DemoPerson[]; posts: DemoPost[] }

/** Adds owners who live elsewhere to `people`. */
export function buildRegisters(source: Source, random: Random): DemoRegisters {
  const { places, organisations, people, posts } = source
  const households = buildHouseholds(places, people, random.fork('households'))
  const names = random.fork('owners')
  const enlist = () => {
    const key = `owner:${people.length}`
    people.push({ key, name: makeName(names, 'older'), phone: null, homeKey: null, largePrint: false })
    return key
  }
  const ownedUnits = buildOwnedUnits(places, households, { enlist, developerKey: ORG.developer }, random.fork('owned'))
  const members = buildMembers(source, random.fork('members'))
  const placeOfUnit = new Map(organisations.map(({ key, placeKey }) => [key, placeKey]))
  const unitCommunity = (key: string) => placeOfUnit.get(key) ?? MODEL_COMMUNITY
  return {
    households,
    ownedUnits,
    members,
    reportCards: buildReportCards(members, source, random.fork('cards')),
    plates: buildPlates(source, random.fork('plates')),
    pairings: buildPairings(source, households, random.fork('pairings')),
    memberships: buildMemberships(unitCommunity),
    sponsorships: buildSponsorships(places, unitCommunity, random.fork('sponsors')),
    venues: VENUES,
    reserve: buildReserve(posts),
    selections: [electionOf(posts)],
    chain: CHAIN,
  }
}

/** 86.5 m² and without a sign: the check-up has something to say. */
const VENUES: DemoVenue[] = [
  {
    kind: 'parlour',
    name: '桂园党建会客厅',
    placeKey: MODEL_COMPOUND,
    organisationKey: ORG.branch,
    areaCenti: 8_650,
    hasSign: false,
    functions: ['接待', '议事', '学习', '调解'],
  },
  {
    kind: 'neighbourStation',
    name: '好邻里驿站',
    placeKey: MODEL_COMPOUND,
    organisationKey: ORG.branch,
    areaCenti: 38_400,
    hasSign: true,
    functions: ['议事', '调解', '休息'],
  },
  {
    kind: 'serviceCentre',
    name: '桂园社区党群服务中心',
    placeKey: MODEL_COMMUNITY,
    organisationKey: ORG.serviceDesk,
    areaCenti: 126_000,
    hasSign: true,
    functions: ['接待', '议事', '学习', '调解', '活动'],
  },
]

function buildReserve(posts: readonly DemoPost[]): DemoReserve[] {
  return memberPosts(posts)
    .filter((_, i) => i % 97 === 5)
    .map(({ personKey, placeKey }, i) => ({
      personKey,
      postKind: 'branchSecretary',
      placeKey,
      reason: '支部推荐，社区党委备案',
      daysAgo: 60 + 20 * i,
    }))
}

function electionOf(posts: readonly DemoPost[]): DemoSelection {
  const [first, second, third, fourth] = memberPosts(posts).slice(3)
  const candidate = (post: DemoPost | undefined, rest: Omit<DemoSelection['candidates'][number], 'personKey'>) =>
    post ? [{ personKey: post.personKey, ...rest }] : []
  return {
    key: 'selection:owners',
    title: '桂园小区业主委员会换届',
    organisationKey: ORG.owners,
    placeKey: MODEL_COMPOUND,
    seats: posts
      .filter(({ organisationKey, kind }) => organisationKey === ORG.owners && kind.startsWith('committee'))
      .map(({ key }) => ({ postKey: key, seats: 1 })),
    vettingSteps: ['业主身份核对', '联审', '公示'],
    status: 'nominating',
    fromDaysAgo: 6,
    nominateInDays: 9,
    candidates: [
      ...candidate(first, {
        channel: 'self',
        statement: '在这里住了十六年，想把停车的事办成。',
        supporters: 0,
        vetted: [],
      }),
      ...candidate(second, { channel: 'residents', statement: '', supporters: 21, vetted: [] }),
      ...candidate(third, { channel: 'community', statement: '', supporters: 0, vetted: [] }),
      ...candidate(fourth, {
        channel: 'openAssessment',
        statement: '做过会计，账目愿意每月贴出来。',
        supporters: 0,
        vetted: [],
      }),
    ],
  }
}

/** Seven levels: one of the reports has seven, another four; each district says its own. */
const CHAIN: DemoChainLevel[] = [
  { number: 1, name: '区', nameEn: 'District', placeLevel: 'district', gridLevel: null, postKinds: ['districtSupervisor'], forms: ['committee'] },
  { number: 2, name: '街道', nameEn: 'Subdistrict', placeLevel: 'subdistrict', gridLevel: null, postKinds: ['subdistrictSupervisor'], forms: ['committee'] },
  { number: 3, name: '社区', nameEn: 'Community', placeLevel: 'community', gridLevel: null, postKinds: ['communityStaff'], forms: ['jointCommittee'] },
  { number: 4, name: '小区', nameEn: 'Compound', placeLevel: 'compound', gridLevel: null, postKinds: ['compoundSecretary'], forms: ['compoundBranch'] },
  { number: 5, name: '网格', nameEn: 'Grid', placeLevel: 'grid', gridLevel: 2, postKinds: ['gridLead', 'gridWorker'], forms: ['gridBranch'] },
  { number: 6, name: '片区', nameEn: 'Area', placeLevel: 'grid', gridLevel: 3, postKinds: ['areaLead'], forms: [] },
  { number: 7, name: '楼栋', nameEn: 'Building', placeLevel: 'building', gridLevel: null, postKinds: ['buildingHead'], forms: ['buildingGroup', 'jointGroup'] },
] // prettier-ignore
