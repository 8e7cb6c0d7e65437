/** A short way to write stories down: when, what, who, and what they said. */
import { cast, type CastName } from './people.ts'
import type { DemoPhoto, DemoRequest, DemoSpot, DemoStep, When } from './types.ts'

/** `1d 07:12` is yesterday at 7:12; `45m` and `3h` are before now. */
export type Moment = `${number}d ${string}` | `${number}m` | `${number}h`
/** A cast name, a person key, or the clock. */
export type Who = CastName | 'clock' | `resident:${string}`
export type Line = readonly [
  when: Moment,
  action: DemoStep['action'],
  who: Who,
  told?: Omit<DemoStep, 'at' | 'action' | 'by'>,
]

export type Story = {
  key: string
  kind: DemoRequest['kind']
  category: string
  title: string
  text: string
  spot: string
  reporter: Who
  helper?: CastName
  channel?: DemoRequest['channel']
  lines: readonly Line[]
}

export function when(moment: Moment): When {
  const past = /^(\d+)d (\d\d):(\d\d)$/.exec(moment)
  if (past) return { daysAgo: Number(past[1]), minuteOfDay: Number(past[2]) * 60 + Number(past[3]) }
  const amount = parseFloat(moment)
  return { minutesAgo: moment.endsWith('h') ? amount * 60 : amount }
}

/** All past days come before the minutes of today. */
const order = (at: When) => ('minutesAgo' in at ? -at.minutesAgo : at.minuteOfDay - at.daysAgo * 1440 - 1e6)

export const who = (name: Who): string =>
  name === 'clock' || name.startsWith('resident:') ? name : cast(name as CastName) // what is left is a cast name

export function write(story: Story, spots: readonly DemoSpot[]): DemoRequest {
  const spot = spots.find(({ key }) => key === `spot:${story.spot}`)
  if (!spot) throw new Error(`no spot called ${story.spot}`)
  return {
    key: `story:${story.key}`,
    kind: story.kind,
    category: story.category,
    title: story.title,
    text: story.text,
    placeKey: spot.placeKey,
    point: spot.point,
    spotName: spot.name,
    reporterKey: who(story.reporter),
    helperKey: story.helper ? cast(story.helper) : null,
    channel: story.channel ?? 'phone',
    steps: story.lines
      .map(([moment, action, by, told]): DemoStep => ({ at: when(moment), action, by: who(by), ...told }))
      .sort((a, b) => order(a.at) - order(b.at)),
  }
}

export const before = (scene: string, variant = 1): DemoPhoto[] => [{ scene, state: 'before', variant }]
export const after = (scene: string, variant = 1): DemoPhoto[] => [{ scene, state: 'after', variant }]
