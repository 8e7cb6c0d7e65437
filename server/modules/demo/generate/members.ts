/**
 * The 830 members as the organisation knows them, who has reported in, who lit a plate, and whom they look after: 2,483
 * households. Source of the figures: docs/capabilities/demo.md, "Demo district".
 */
import { FREE_TIMES, SKILLS, WANTS } from '#modules/members/rules.ts'
import type { Random } from './random.ts'
import type { DemoMember, DemoPairing, DemoPlate, DemoReportCard } from './register-types.ts'
import type { DemoHousehold } from './register-types.ts'
import type { DemoPerson, DemoPlace, DemoPost } from './types.ts'

export const PAIRED_HOUSEHOLDS = 2_483
const PLATES_HERE = 36 // of the 42 members of the model compound
const SHARE_IN_SERVICE = 0.35

const ELSEWHERE = [
  '区教育局机关支部',
  '云桥职业学院支部',
  '市第三医院支部',
  '供电公司支部',
  '区税务局支部',
  '机床厂离退休支部',
  '轨道公司支部',
]
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code)
const PLATE_WORDS = ['有事敲门', '楼里的事，找我商量', '搬不动的，我来', '夜里也可以问', '一起把楼道收拾好']

type Source = { places: readonly DemoPlace[]; people: readonly DemoPerson[]; posts: readonly DemoPost[] }

export function buildMembers({ posts }: Source, random: Random): DemoMember[] {
  return memberPosts(posts).map(({ personKey, organisationKey }) => {
    const inService = random.chance(SHARE_IN_SERVICE)
    return {
      personKey,
      stage: random.chance(0.95) ? 'formal' : 'probationary',
      organisationKey: inService ? null : organisationKey,
      elsewhere: inService ? random.pick(ELSEWHERE) : null,
      foundBy: random.chance(0.3) ? 'member' : 'organisation',
      confirmedDaysAgo: random.int(30, 900),
    }
  })
}

export function buildReportCards(
  members: readonly DemoMember[],
  { people, places }: Source,
  random: Random,
): DemoReportCard[] {
  const homeOf = new Map(people.map(({ key, homeKey }) => [key, homeKey]))
  const byKey = new Map(places.map((place) => [place.key, place]))
  const communityAt = (key: string | null | undefined): string | null => {
    const place = key ? byKey.get(key) : undefined
    return !place || place.level === 'community' ? (place?.key ?? null) : communityAt(place.parentKey)
  }
  return members.flatMap(({ personKey, elsewhere }) => {
    const placeKey = communityAt(homeOf.get(personKey))
    if (!elsewhere || !placeKey || random.chance(0.12)) return [] // some have not reported in yet
    const card: DemoReportCard = {
      personKey,
      placeKey,
      unitName: elsewhere.replace(/支部$/, ''),
      skills: some(random, codes(SKILLS), 2),
      freeTimes: some(random, codes(FREE_TIMES), 2),
      wants: some(random, codes(WANTS), 2),
      words: random.pick(['', '', '孩子小，晚上九点以后不方便', '可以带学生一起来', '有车，能帮忙接送']),
      status: random.weighted([['accepted', 88], ['sent', 9], ['returned', 3]] as const), // prettier-ignore
      sentDaysAgo: random.int(2, 400),
    }
    return [card]
  })
}

export function buildPlates({ people, posts }: Source, random: Random): DemoPlate[] {
  const homeOf = new Map(people.map(({ key, homeKey }) => [key, homeKey]))
  const withHome = memberPosts(posts).flatMap(({ personKey }) => {
    const homeKey = homeOf.get(personKey)
    return homeKey ? [{ personKey, homeKey }] : []
  })
  const here = withHome.filter(({ homeKey }) => homeKey.startsWith('home:gy-')).slice(0, PLATES_HERE)
  const elsewhere = withHome.filter(({ homeKey }) => !homeKey.startsWith('home:gy-')).filter(() => random.chance(0.4))
  return [...here, ...elsewhere].map((one) => ({
    ...one,
    words: random.pick(PLATE_WORDS),
    canHelp: some(random, codes(SKILLS), 2),
    litDaysAgo: random.int(10, 500),
  }))
}

/** Three households a member, in the member's own grid and never their own, until 2,483 have somebody. */
export function buildPairings(
  { places, people, posts }: Source,
  households: readonly DemoHousehold[],
  random: Random,
): DemoPairing[] {
  const placeByKey = new Map(places.map((place) => [place.key, place]))
  const gridAt = (key: string | null | undefined): string | undefined => {
    const place = key ? placeByKey.get(key) : undefined
    return place?.gridLevel === 2 ? place.key : place && (place.gridKey ?? gridAt(place.parentKey))
  }
  const homeOf = new Map(people.map(({ key, homeKey }) => [key, homeKey]))
  const waiting = new Map<string, string[]>()
  for (const { homeKey } of random.shuffled(households)) {
    const grid = gridAt(homeKey)
    if (grid) waiting.set(grid, [...(waiting.get(grid) ?? []), homeKey])
  }
  const members = memberPosts(posts)
  const pairings: DemoPairing[] = []
  for (let turn = 0; pairings.length < PAIRED_HOUSEHOLDS; turn++) {
    const post = members[turn % members.length]
    if (!post || turn > members.length * 9) break
    const own = homeOf.get(post.personKey)
    const homes = waiting.get(gridAt(post.placeKey) ?? '') ?? []
    const at = homes.findIndex((home) => home !== own)
    const [homeKey] = at < 0 ? [] : homes.splice(at, 1)
    if (!homeKey) continue
    const isNew = pairings.length > PAIRED_HOUSEHOLDS - 14
    pairings.push({
      personKey: post.personKey,
      homeKey,
      status: isNew ? 'proposed' : 'accepted',
      daysAgo: isNew ? 2 : random.int(40, 380),
    })
  }
  return pairings
}

/** One row a member, though some hold the post in two organisations. */
export function memberPosts(posts: readonly DemoPost[]): DemoPost[] {
  const seen = new Set<string>()
  return posts.filter(({ kind, personKey }) => kind === 'member' && !seen.has(personKey) && seen.add(personKey))
}

const some = (random: Random, from: readonly string[], most: number) =>
  random.shuffled(from).slice(0, random.int(1, most))
