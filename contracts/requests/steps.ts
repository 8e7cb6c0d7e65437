/** What a person sends: a new request, and one step of the loop. */
import Type, { type Static } from 'typebox'
import { Phone } from '../accounts.ts'
import { Count, DayDate, Id, Instant, Latitude, Longitude, oneOf, shape, Words } from '../endpoint.ts'
import { JOINT_METHODS, LADDER, REQUEST_ACTIONS, REQUEST_KINDS } from './words.ts'

export const Location = shape({
  /** A picked place of the tree (building, grid, compound …); does as well as a point. */
  placeId: Type.Optional(Id),
  lon: Type.Optional(Longitude),
  lat: Type.Optional(Latitude),
  /** Phones and map kits in China give GCJ-02 or BD-09; the server stores WGS-84. */
  system: Type.Optional(oneOf(['wgs84', 'gcj02', 'bd09'])),
  source: Type.Optional(oneOf(['photo', 'device', 'map', 'picked'])),
  /** What a neighbour would say: 东门内, 12 栋旁. */
  words: Type.Optional(Words(100)),
})

export const SubmitBody = shape({
  kind: oneOf(REQUEST_KINDS),
  text: Words(4000, 0),
  title: Type.Optional(Words(60)),
  categoryCode: Type.Optional(Words(60)),
  answers: Type.Optional(Type.Array(shape({ question: Words(60), answer: Words(500) }), { maxItems: 10 })),
  location: Location,
  photoIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
  /** Only staff and the reporter see it. Categories may demand it. */
  limited: Type.Optional(Type.Boolean()),
  /** Taken in for somebody else: who it is for, and how it came. The one who writes is kept as the helper. */
  onBehalf: Type.Optional(
    shape({
      channel: oneOf(['paper', 'telephone', 'walkIn', 'door']),
      name: Words(40),
      phone: Type.Optional(Phone),
      placeId: Type.Optional(Id),
    }),
  ),
})
export type SubmitBody = Static<typeof SubmitBody>

/** A handler is a team, company or department, or one post; exactly one of the two. */
const HandlerRef = shape({ organisationId: Type.Optional(Id), postId: Type.Optional(Id) })

export const StepBody = shape({
  action: oneOf(REQUEST_ACTIONS),
  /** The request as the page showed it; a step on an older state is refused with `request_moved_on`. */
  seq: Type.Optional(Count),
  note: Type.Optional(Words(2000)),
  photoIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
  /** From a controlled list: why declined, returned, closed, released. */
  reasonCode: Type.Optional(Words(60)),
  categoryCode: Type.Optional(Words(60)),
  intoId: Type.Optional(Id),
  handler: Type.Optional(HandlerRef),
  coHandlers: Type.Optional(
    Type.Array(
      shape({
        organisationId: Type.Optional(Id),
        postId: Type.Optional(Id),
        task: Words(200),
        dueAt: Type.Optional(Instant),
      }),
      { minItems: 1, maxItems: 8 },
    ),
  ),
  /** What kind of joint working a whistle is. */
  joint: Type.Optional(oneOf(JOINT_METHODS)),
  /** Promised to residents in one sentence; shown before sending. */
  publicWords: Type.Optional(Words(300)),
  until: Type.Optional(Instant),
  reviewOn: Type.Optional(DayDate),
  outcome: Type.Optional(oneOf(['solved', 'explained', 'notOurs'])),
  cause: Type.Optional(Words(60)),
  level: Type.Optional(oneOf(LADDER)),
  reached: Type.Optional(Type.Boolean({ description: 'call-back: the reporter was reached' })),
  solved: Type.Optional(Type.Boolean()),
  satisfied: Type.Optional(Type.Boolean()),
  stars: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
})
export type StepBody = Static<typeof StepBody>
