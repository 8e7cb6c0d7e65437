/** The whole demo district from one seed. The same seed and size always give the same district. */
import { buildHistory, WISHES, type HistorySize } from './history.ts'
import { buildMapShapes } from './map-shapes.ts'
import { modelStories } from './model-stories.ts'
import { buildOrganisations } from './organisations.ts'
import { buildPeople } from './people.ts'
import { buildPlaces } from './places.ts'
import { randomOf } from './random.ts'
import { buildRegisters } from './registers.ts'
import { settingMaker } from './scene-setting.ts'
import { write, type Who } from './script.ts'
import { planTown } from './town-plan.ts'
import type { DemoDistrict, DemoPerson } from './types.ts'
import { waitingNow } from './waiting-now.ts'

/** `demo` is what `npm start` fills; `small` is for tests; `bench` gives stories enough to multiply. */
export const SIZES = {
  small: { problems: 40, wishes: 12, days: 30 },
  demo: { problems: 360, wishes: WISHES, days: 150 },
  bench: { problems: 2_000, wishes: 400, days: 700 },
} as const satisfies Record<string, HistorySize>
export type DistrictSize = keyof typeof SIZES

export function generateDistrict(seed: string, { size = 'demo' }: { size?: DistrictSize } = {}): DemoDistrict {
  const random = randomOf(seed)
  const plan = planTown(random.fork('plan'))
  const { places, spots } = buildPlaces(plan, random.fork('places'))
  const organisations = buildOrganisations(places)
  const { people, posts, signIns } = buildPeople(places, random.fork('people'))

  const registers = buildRegisters({ places, organisations, people, posts }, random.fork('registers'))

  const neighbours = random
    .fork('neighbours')
    .shuffled(people.filter(canReport))
    .slice(0, 40)
    .map(({ key }) => key as Who) // resident keys are a Who
  const scripted = [...modelStories(neighbours), ...waitingNow(neighbours)].map((story) => write(story, spots))
  const makeSetting = settingMaker({ places, organisations, people, posts })
  const history = buildHistory(makeSetting, SIZES[size], random.fork('history'))

  return {
    seed,
    places,
    spots,
    shapes: buildMapShapes(plan, random.fork('shapes')),
    organisations,
    people,
    posts,
    signIns,
    requests: [...scripted, ...history],
    registers,
  }
}

const canReport = ({ key, phone }: DemoPerson) => phone !== null && key.startsWith('resident:')
