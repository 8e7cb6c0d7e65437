/** Several months of ordinary life: requests spread over houses, hours and seasons, each with its course. */
import { tell, type Course } from './courses.ts'
import { onDay, reportingMinute } from './moments.ts'
import type { Random } from './random.ts'
import type { Setting, SettingMaker } from './scene-setting.ts'
import { TOPICS, WISH_TOPICS, type Topic } from './topics.ts'
import type { DemoPhoto, DemoRequest, DemoStep } from './types.ts'

export const WISHES = 126 // wishes collected through the grid (docs/capabilities/demo.md, "Demo history")
/** Pictures drawn of each scene; stories share them. */
export const PHOTO_VARIANTS = 2
/** Only what takes long anyway is ever put off to a later date. */
const SHELVED_FROM_HOURS = 100
/** Pictures of the last weeks are kept; of older stories only some. */
const PICTURED_DAYS = 40

const COURSES: readonly (readonly [Course, number])[] = [
  ['usual', 62],
  ['explained', 6],
  ['declined', 4],
  ['shelved', 9],
  ['withdrawn', 3],
  ['secondRound', 6],
  ['givenBack', 4],
  ['asked', 5],
  ['moreTime', 4],
  ['ladder', 2],
  ['supervised', 2],
]
const WISH_COURSES: readonly (readonly [Course, number])[] = [
  ['usual', 94],
  ['withdrawn', 3],
  ['secondRound', 2],
  ['asked', 2],
]

/** Done in the last days and confirmed within the last hours, so that the wall has lamps at any time of day. */
const LATELY = 30
const QUICK_HOURS = 30
const QUICK_TOPICS = TOPICS.filter(({ hours }) => hours[1] <= QUICK_HOURS)
/** Less than the time between closing of the offices (20:00) and midnight: never before the handler had finished. */
const SAID_WITHIN_MINUTES = 230

export type HistorySize = { problems: number; wishes: number; days: number }

export function buildHistory(
  makeSetting: SettingMaker,
  { problems, wishes, days }: HistorySize,
  random: Random,
): DemoRequest[] {
  const made = [
    ...Array.from({ length: problems }, (_, i) => one(`history:${i + 1}`, TOPICS, COURSES)),
    ...Array.from({ length: wishes }, (_, i) => one(`wish:${i + 1}`, WISH_TOPICS, WISH_COURSES)),
  ]
  const lately = Array.from({ length: Math.min(LATELY, problems) }, (_, i) =>
    saidTodayOf(one(`lately:${i + 1}`, QUICK_TOPICS, [['usual', 1]], true)),
  )
  return [...mergeTwins(made, random), ...lately]

  function saidTodayOf(request: DemoRequest): DemoRequest {
    const finished = request.steps.findIndex(({ action }) => action === 'finish')
    if (finished < 0) return request
    const own = random.fork(`${request.key}:said`)
    const minutesAgo = Math.round(3 + SAID_WITHIN_MINUTES * own.next() ** 2)
    const steps = request.steps.slice(0, finished + 1)
    return {
      ...request,
      steps: [...steps, { at: { minutesAgo }, action: 'confirm', by: request.reporterKey, stars: own.int(4, 5) }],
    }
  }

  function one(key: string, topics: readonly Topic[], courses: typeof COURSES, lately = false): DemoRequest {
    const own = random.fork(key)
    const topic = own.weighted(topics.map((candidate) => [candidate, candidate.weight] as const))
    const setting = makeSetting(own, topic)
    // A little more every month, as more people learn of it.
    const daysAgo = lately ? own.int(2, 5) : 1 + Math.floor(days * own.next() ** 1.35)
    const from = onDay(daysAgo, 0, reportingMinute(own, topic.when))
    const pictured = own.chance(daysAgo < PICTURED_DAYS ? 0.88 : 0.2)
    const variant = own.int(1, PHOTO_VARIANTS)
    const photo = (state: DemoPhoto['state']) => photosOf(topic, state, pictured, variant)
    // Title, text and result of a topic belong together where there are as many of each.
    const telling = own.int(0, topic.titles.length - 1)
    const pick = (list: readonly string[]) =>
      (list.length === topic.titles.length ? list[telling] : undefined) ?? own.pick(list)
    const steps = tell(
      own.weighted(courses.filter(([course]) => course !== 'shelved' || topic.hours[1] >= SHELVED_FROM_HOURS)),
      { random: own, topic, setting, photo, from, words: pick(topic.done) },
    ).filter(isPast)
    const channel = own.weighted([
      ['phone', 78],
      ['telephone', 11],
      ['walkIn', 5],
      ['door', 4],
      ['paper', 2],
    ] as const)
    return {
      key,
      kind: topic.kind,
      category: topic.category,
      title: spoken(pick(topic.titles), setting),
      text: spoken(pick(topic.texts), setting),
      placeKey: setting.placeKey,
      point: setting.point,
      spotName: null,
      reporterKey: setting.reporter,
      helperKey: channel === 'phone' ? null : channel === 'door' ? setting.gridWorker : setting.intake,
      channel,
      steps,
    }
  }
}

const photosOf = (topic: Topic, state: DemoPhoto['state'], wanted: boolean, variant: number): DemoPhoto[] =>
  topic.scene && wanted ? [{ scene: topic.scene, state, variant }] : []

/** What would happen today is left open: that is what waits. */
const isPast = ({ at }: DemoStep) => 'minutesAgo' in at || at.minuteOfDay < at.daysAgo * 1440

const spoken = (text: string, { words }: Setting) =>
  text.replace('{b}', words.b).replace('{u}', words.u).replace('{f}', words.f).trim()

/** Two reports of the same thing at the same house within two days: the later one was joined to the earlier. */
function mergeTwins(requests: DemoRequest[], random: Random): DemoRequest[] {
  const dayOf = (request: DemoRequest) => {
    const at = request.steps[0]?.at
    return at && 'daysAgo' in at ? at.daysAgo : 0
  }
  const twins = random
    .shuffled(requests.filter(({ kind, steps }) => kind === 'problem' && steps.length > 5))
    .slice(0, Math.ceil(requests.length / 40))
  const later = twins.map((first, i): DemoRequest | undefined => {
    const [submitted, accepted] = [first.steps[0], first.steps.find(({ action }) => action === 'accept')]
    const neighbour = first.steps.find(({ action }) => action === 'join')?.by ?? requests[i]?.reporterKey
    if (
      !submitted ||
      !accepted ||
      !neighbour ||
      neighbour === first.reporterKey ||
      !('daysAgo' in submitted.at) ||
      dayOf(first) < 2
    )
      return undefined
    const at = { ...submitted.at, minuteOfDay: submitted.at.minuteOfDay + 35 }
    const mergedAt = { ...at, minuteOfDay: at.minuteOfDay + 12 * 60 }
    return {
      ...first,
      key: `${first.key}-again`,
      reporterKey: neighbour,
      helperKey: null,
      channel: 'phone',
      text: `${first.text}（也看到了，补一句）`,
      steps: [
        { at, action: 'submit', by: neighbour, photos: submitted.photos },
        {
          at: mergedAt,
          action: 'merge',
          by: accepted.by,
          into: first.key,
          reasonCode: 'sameThing',
          note: '和前面一位邻居报的是同一件，一起办，办好了都告诉您。',
        },
      ],
    }
  })
  return [...requests, ...later.filter((request) => request !== undefined)]
}
