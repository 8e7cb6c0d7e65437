/** Signing in, one's own sessions, and what the system holds and shows about oneself. */
import Type, { type Static } from 'typebox'
import { ById, changes, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { POST_KINDS, RIGHTS, type Right } from './rights.ts'
import { VALUE_FIELDS } from './households/words.ts'

/** Mainland mobile number; full-width digits and blanks are cleaned before this check. */
export const Phone = Type.String({ pattern: '^1[3-9]\\d{9}$', description: 'mainland mobile number, 11 digits' })
export const Locale = oneOf(['zh-CN', 'en'])

export const CapacityView = shape({
  postId: Id,
  kind: oneOf(POST_KINDS),
  title: Type.String(),
  organisationId: nullable(Id),
  organisationName: nullable(Type.String()),
  placeId: Id,
  placeName: Type.String(),
})

export const Me = shape({
  personId: Id,
  /** Own name in full: a person may see their own. */
  name: Type.String(),
  nickname: Type.String({ description: 'what neighbours see' }),
  phoneMasked: nullable(Type.String()),
  locale: Locale,
  largePrint: Type.Integer({ minimum: 0, maximum: 5, description: '0 ordinary, 1–5 steps of large print (长辈版)' }),
  home: nullable(
    shape({ placeId: Id, placeName: Type.String(), compoundId: Id, compoundName: Type.String(), communityId: Id }),
  ),
  capacities: Type.Array(CapacityView),
  rights: Type.Array(oneOf(Object.keys(RIGHTS) as Right[])),
  tenant: shape({ id: Type.Integer(), name: Type.String(), demo: Type.Boolean(), hotline: Type.String() }),
})
export type Me = Static<typeof Me>

export const SessionView = shape({
  id: Id,
  device: Type.String({ description: 'browser and system in words' }),
  createdAt: Instant,
  lastSeenAt: Instant,
  current: Type.Boolean(),
})

export const tenantInfo = endpoint({
  method: 'GET',
  path: '/api/tenant',
  access: 'anyone',
  summary: 'Name of the district served here, and whether it is a demo',
  reply: shape({ id: Type.Integer(), name: Type.String(), demo: Type.Boolean(), hotline: Type.String() }),
})

export const sendCode = endpoint({
  method: 'POST',
  path: '/api/sign-in/codes',
  access: 'anyone',
  summary: 'Send a six-digit code to a phone; the answer is the same whether or not the number is known',
  body: shape({ phone: Phone }),
  reply: shape({ attemptId: Id, validSeconds: Type.Integer(), againInSeconds: Type.Integer() }),
})

export const signInWithCode = endpoint({
  method: 'POST',
  path: '/api/sign-in/code',
  access: 'anyone',
  summary: 'Sign in with the code; a number that is new becomes a registered resident',
  body: shape({ attemptId: Id, code: Type.String({ pattern: '^\\d{6}$' }) }),
  reply: Me,
})

export const signInWithPassword = endpoint({
  method: 'POST',
  path: '/api/sign-in/password',
  access: 'anyone',
  summary: 'Sign in with user name and password (staff)',
  body: shape({ username: Words(60), password: Words(200) }),
  reply: Me,
})

export const demoPersons = endpoint({
  method: 'GET',
  path: '/api/sign-in/demo',
  access: 'anyone',
  summary: 'One sign-in per kind of person; empty outside demo mode',
  reply: Type.Array(
    shape({
      personId: Id,
      name: Type.String(),
      role: Type.String({ description: 'kind of person, or resident / elder' }),
      title: Type.String(),
      entry: oneOf(['phone', 'desk']),
    }),
  ),
})

export const signInAsDemo = endpoint({
  method: 'POST',
  path: '/api/sign-in/demo',
  access: 'anyone',
  summary: 'One-tap sign-in, in demo mode only',
  body: shape({ personId: Id }),
  reply: Me,
})

export const claimFirstAdmin = endpoint({
  method: 'POST',
  path: '/api/sign-in/first',
  access: 'anyone',
  summary: 'Turn the one-time link of `npm run admin` into the first administrator',
  body: shape({ token: Words(200), name: Words(40), username: Words(60, 3), password: Words(200) }),
  reply: Me,
})

export const signOut = endpoint({
  method: 'POST',
  path: '/api/sign-out',
  access: 'signedIn',
  summary: 'End this session',
  reply: Done,
})

export const me = endpoint({
  method: 'GET',
  path: '/api/me',
  access: 'signedIn',
  summary: 'Who I am, where I live, which posts I hold',
  reply: Me,
})

export const updateMe = endpoint({
  method: 'PATCH',
  path: '/api/me',
  access: 'signedIn',
  summary: 'Change nickname, language, print size or home',
  body: changes({
    nickname: Words(20),
    locale: Locale,
    largePrint: Type.Integer({ minimum: 0, maximum: 5 }),
    homePlaceId: Id,
  }),
  reply: Me,
})

export const mySessions = endpoint({
  method: 'GET',
  path: '/api/me/sessions',
  access: 'signedIn',
  summary: 'Where I am signed in',
  reply: Type.Array(SessionView),
})

export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/me/sessions/:id',
  access: 'signedIn',
  summary: 'Sign one of my devices out',
  params: ById,
  reply: Done,
})

export const whoLookedAtMe = endpoint({
  method: 'GET',
  path: '/api/me/reveals',
  access: 'signedIn',
  summary: 'Who opened my phone number or name, in what capacity and why',
  reply: Type.Array(
    shape({
      id: Id,
      at: Instant,
      field: oneOf(['phone', 'name', 'address', ...VALUE_FIELDS, 'export']),
      capacity: Type.String(),
      reason: Type.String(),
      requestId: nullable(Id),
      requestTitle: nullable(Type.String()),
    }),
  ),
})
