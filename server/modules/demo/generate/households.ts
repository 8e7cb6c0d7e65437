/**
 * Households and the owners' roll: 964 people in 339 households of the model compound, one household in nearly every other
 * home, and who owns the model compound's homes and shops. Source: docs/capabilities/demo.md, "Demo district".
 */
import { MODEL_COMPOUND } from './places.ts'
import type { Random } from './random.ts'
import type { DemoHousehold, DemoOwnedUnit } from './register-types.ts'
import type { DemoPerson, DemoPlace } from './types.ts'

const SHARE_EMPTY = 0.04
const SHARE_RENTED = 0.17
/** Areas of the two flats on a floor, and of the double one, in 0.01 m². */
const AREAS_CENTI = [8_937, 7_462] as const
const DOUBLE_CENTI = 16_380
const SHOPS = 22

export function buildHouseholds(
  places: readonly DemoPlace[],
  people: readonly DemoPerson[],
  random: Random,
): DemoHousehold[] {
  const livingAt = new Map<string, DemoPerson[]>()
  for (const person of people)
    if (person.homeKey) livingAt.set(person.homeKey, [...(livingAt.get(person.homeKey) ?? []), person])
  return places
    .filter(({ level }) => level === 'home')
    .flatMap((home) => {
      const known = livingAt.get(home.key) ?? []
      const isEmpty = home.residents === null ? known.length === 0 && random.chance(SHARE_EMPTY) : home.residents === 0
      if (isEmpty) return []
      const household: DemoHousehold = {
        key: `household:${home.key}`,
        homeKey: home.key,
        holds: random.chance(SHARE_RENTED) ? 'tenant' : 'owner',
        occupants: home.residents ?? random.weighted([[1, 13], [2, 29], [3, 32], [4, 17], [5, 7], [6, 2]] as const), // prettier-ignore
        contactKey: known.find(({ phone }) => phone)?.key ?? null,
        memberKeys: known.map(({ key }) => key),
        movedInDaysAgo: random.int(120, 7_000),
        confirmedDaysAgo: known.length === 0 ? null : random.chance(0.93) ? random.int(5, 340) : random.int(366, 600),
      }
      return [household]
    })
}

export function buildOwnedUnits(
  places: readonly DemoPlace[],
  households: readonly DemoHousehold[],
  { enlist, developerKey }: { enlist: () => string; developerKey: string },
  random: Random,
): DemoOwnedUnit[] {
  const compound = places.find(({ key }) => key === MODEL_COMPOUND)
  const byHome = new Map(households.map((one) => [one.homeKey, one]))
  const homes = places.filter(({ level, path }) => level === 'home' && path.startsWith(compound?.path ?? '-'))
  const owned = homes.map((home): DemoOwnedUnit => {
    const household = byHome.get(home.key)
    const adults = (household?.memberKeys ?? []).slice(0, random.chance(0.4) ? 2 : 1)
    const isSecond = home.name.startsWith(`${home.floors ?? 1}02`)
    const isDouble = /^(12|16|19)-2-501$/.test(home.code ?? '')
    return {
      key: `owned:${home.key}`,
      placeKey: home.key,
      kind: 'home',
      code: home.code ?? '',
      areaCenti: isDouble ? DOUBLE_CENTI : AREAS_CENTI[isSecond ? 1 : 0],
      areaSource: random.weighted([['REGISTRY', 90], ['SURVEY', 6], ['CONTRACT', 4]] as const), // prettier-ignore
      basis: random.chance(0.96) ? 'REGISTERED' : 'POSSESSION',
      personKeys: household?.holds === 'owner' && adults.length > 0 ? adults : [enlist()],
      organisationKey: null,
      fromDaysAgo: household?.movedInDaysAgo ?? 2_000,
    }
  })
  // Some of the shops were never sold: the developer is one head for all of them.
  const shops = Array.from({ length: SHOPS }, (_, i): DemoOwnedUnit => {
    const unsold = i >= SHOPS - 3
    return {
      key: `owned:shop-${i + 1}`,
      placeKey: MODEL_COMPOUND,
      kind: 'shop',
      code: `商铺 ${i + 1} 号`,
      areaCenti: random.int(2_150, 6_480),
      areaSource: 'REGISTRY',
      basis: unsold ? 'DEVELOPER' : 'REGISTERED',
      personKeys: unsold ? [] : [enlist()],
      organisationKey: unsold ? developerKey : null,
      fromDaysAgo: 4_000,
    }
  })
  return [...owned, ...shops]
}
