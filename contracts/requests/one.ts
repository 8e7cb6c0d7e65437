/** Endpoints of one request: send it, see it, take a step, join, open the reporter's number. */
import Type from 'typebox'
import { ById, Count, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { REQUEST_KINDS } from './words.ts'
import { Location, StepBody, SubmitBody } from './steps.ts'
import { PhotoView, RequestView } from './views.ts'

export const submitRequest = endpoint({
  method: 'POST',
  path: '/api/requests',
  access: 'signedIn',
  creates: true,
  summary: 'Report a problem, wish, suggestion, practical matter or urgent call, for oneself or on behalf of somebody',
  body: SubmitBody,
  reply: RequestView,
})

export const viewRequest = endpoint({
  method: 'GET',
  path: '/api/requests/:id',
  access: 'signedIn',
  key: 'requests.read',
  summary: 'One request: facts, clocks, timeline, and what the reader may do',
  params: ById,
  reply: RequestView,
})

export const takeStep = endpoint({
  method: 'POST',
  path: '/api/requests/:id/steps',
  access: 'signedIn',
  creates: true,
  summary: 'Take one step of the loop; which ones are open is told by `allowedActions`',
  params: ById,
  body: StepBody,
  reply: RequestView,
})

export const joinRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/joiners',
  access: 'signedIn',
  creates: true,
  summary: 'Me too: follow an open request and get the same promises; may add words and photos',
  params: ById,
  body: shape({ note: Type.Optional(Words(1000)), photoIds: Type.Optional(Type.Array(Id, { maxItems: 9 })) }),
  reply: RequestView,
})

export const revealReporter = endpoint({
  method: 'POST',
  path: '/api/requests/:id/reveals',
  access: 'people.reveal',
  summary: 'Open the reporter’s name and phone, with a reason that the reporter can read',
  params: ById,
  body: shape({ reason: Words(200, 2) }),
  reply: shape({ name: Type.String(), phone: nullable(Type.String()), address: nullable(Type.String()) }),
})

/** What the intake page asks while the person still writes: where is it, what is it, is it known? */
export const proposeIntake = endpoint({
  method: 'POST',
  path: '/api/requests/proposals',
  access: 'signedIn',
  writes: false,
  summary: 'From text and place: the grid, likely categories, similar open requests, and the promised times',
  body: shape({
    kind: oneOf(REQUEST_KINDS),
    text: Words(4000, 0),
    categoryCode: Type.Optional(Words(60)),
    location: Location,
  }),
  reply: shape({
    place: nullable(
      shape({
        placeId: Id,
        name: Type.String(),
        gridId: nullable(Id),
        gridName: nullable(Type.String()),
        compoundName: nullable(Type.String()),
        lon: nullable(Type.Number()),
        lat: nullable(Type.Number()),
      }),
    ),
    categories: Type.Array(shape({ code: Type.String(), name: Type.String(), confidence: Type.Number() })),
    similar: Type.Array(
      shape({
        id: Id,
        title: Type.String(),
        metres: nullable(Type.Number()),
        joinerCount: Count,
        createdAt: Instant,
        closed: Type.Boolean(),
        photo: nullable(PhotoView),
      }),
    ),
    promise: shape({ acceptBy: nullable(Instant), handleBy: nullable(Instant) }),
  }),
})
