/** Where a story plays and who is at hand there: house, reporter, desk, crew, helpers. */
import { toPosition } from './geometry.ts'
import { companyOf, ORG } from './organisation-keys.ts'
import { cast } from './people.ts'
import { MODEL_COMMUNITY, MODEL_COMPOUND, MODEL_GRID } from './places.ts'
import type { Random } from './random.ts'
import type { Team, Topic } from './topics.ts'
import type { DemoHandler, DemoOrganisation, DemoPerson, DemoPlace, DemoPost, Position } from './types.ts'

export type District = {
  places: DemoPlace[]
  organisations: DemoOrganisation[]
  people: DemoPerson[]
  posts: DemoPost[]
}
export type Setting = {
  placeKey: string
  point: Position
  /** Fills `{b}`, `{u}`, `{f}`. */
  words: { b: string; u: string; f: string }
  reporter: string
  neighbours: readonly string[]
  intake: string
  followUp: string
  secretary: string
  gridWorker: string
  helpers: readonly string[]
  crew(team: Team): { handler: DemoHandler; person: string }
}

export type SettingMaker = (random: Random, topic: Topic) => Setting

/** Half of the stories play in the model compound, the others all over the subdistrict. */
const SHARE_HERE = 0.5

export function settingMaker({ places, people, posts }: District): SettingMaker {
  const byKey = new Map(places.map((place) => [place.key, place]))
  const buildings = places.filter(({ level }) => level === 'building')
  const buildingsOf = new Map(
    places
      .filter(({ gridLevel }) => gridLevel === 2)
      .map(({ key }) => [key, buildings.filter(({ gridKey }) => gridKey === key)]),
  )
  const grids = places.filter(({ gridLevel, key }) => gridLevel === 2 && key !== MODEL_GRID)
  const at = (kind: DemoPost['kind'], placeKey: string) =>
    posts.filter((post) => post.kind === kind && post.placeKey === placeKey).map((post) => post.personKey)
  const residents = people
    .filter((person) => person.phone && person.key.startsWith('resident:'))
    .map((person) => person.key)
  const helpersHere = [
    cast('member'),
    cast('volunteer'),
    ...posts
      .filter((post) => post.kind === 'volunteer' && post.placeKey === MODEL_COMPOUND)
      .map((post) => post.personKey),
  ]

  return (random, topic) => {
    const here = random.chance(SHARE_HERE)
    const grid = here ? byKey.get(MODEL_GRID) : random.pick(grids)
    if (!grid) throw new Error('the district has no grids')
    const building = random.pick(buildingsOf.get(grid.key) ?? [grid])
    const compound = byKey.get(grid.parentKey ?? '')
    const communityKey = compound?.parentKey ?? MODEL_COMMUNITY
    const members = at('member', grid.key)
    const local = [...members, ...at('buildingHead', building.key)]
    const neighbours = here ? residents : local
    const offset = topic.at === 'road' ? 14 : 5
    return {
      placeKey: building.key,
      point: nudge(
        building.point,
        random.real(-offset, offset),
        topic.at === 'road' ? -random.real(9, 16) : random.real(-4, 4),
      ),
      words: {
        b: here ? (building.code ?? '') : `${compound?.name ?? ''} ${building.code ?? ''}`,
        u: random.pick(['一', '二']),
        f: '一二三四五'[random.int(1, 4)] ?? '三',
      },
      reporter: random.pick(neighbours),
      neighbours,
      intake:
        here || communityKey === MODEL_COMMUNITY
          ? cast('intake')
          : (at('communityStaff', communityKey)[0] ?? cast('intake')),
      followUp:
        here || communityKey === MODEL_COMMUNITY
          ? cast('followUp')
          : (at('followUpStaff', communityKey)[0] ?? cast('followUp')),
      secretary: here ? cast('secretary') : (at('compoundSecretary', compound?.key ?? '')[0] ?? cast('secretary')),
      gridWorker: here ? cast('gridWorker') : (at('gridWorker', grid.key)[0] ?? cast('gridWorker')),
      helpers: here ? helpersHere : members,
      crew: (team) =>
        crewFor(team, here, communityKey, at('unitUser', communityKey), at('communityStaff', communityKey)),
    }
  }
}

function crewFor(
  team: Team,
  here: boolean,
  communityKey: string,
  companyUsers: string[],
  deskUsers: string[],
): { handler: DemoHandler; person: string } {
  if (team === 'lighting') return { handler: { organisationKey: ORG.lighting }, person: cast('lighting') }
  if (team === 'drainage') return { handler: { organisationKey: ORG.drainage }, person: cast('drainage') }
  if (team === 'cityOrder') return { handler: { organisationKey: ORG.cityOrder }, person: cast('cityOrder') }
  if (team === 'desk' || team === 'pool') {
    const desk = communityKey === MODEL_COMMUNITY ? ORG.serviceDesk : `org:desk-${communityKey}`
    return { handler: { organisationKey: desk }, person: deskUsers[0] ?? cast('intake') }
  }
  if (!here)
    return {
      handler: { organisationKey: companyOf(communityKey) },
      person: companyUsers[companyUsers.length - 1] ?? cast('propertyManager'),
    }
  return {
    engineering: { handler: { organisationKey: ORG.engineering }, person: cast('engineer') },
    cleaning: { handler: { organisationKey: ORG.cleaning }, person: cast('cleaner') },
    order: { handler: { organisationKey: ORG.order }, person: cast('guard') },
  }[team]
}

/** A few metres east and north of a place. */
function nudge([longitude, latitude]: Position, east: number, north: number): Position {
  const [x0, y0] = toPosition([0, 0])
  const [x, y] = toPosition([east, north])
  return [Math.round((longitude + x - x0) * 1e7) / 1e7, Math.round((latitude + y - y0) * 1e7) / 1e7]
}
