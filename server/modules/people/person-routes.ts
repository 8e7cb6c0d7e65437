/** HTTP for people: lists are always masked, and each change of access is in the log. */
import type { BodyOf } from '#contracts/endpoint.ts'
import { createPerson, listPeople, setPersonAccess } from '#contracts/people.ts'
import { deleteSessionsOf, hashPassword, insertPerson, plainUsername } from '#modules/accounts/index.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { buildingNames } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, servePrepared, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { maskName } from '#platform/secrets.ts'
import type { Services } from '#platform/services.ts'
import { listPersons, lockPerson, placeOf, saveAccess, type PersonFound } from './person-queries.ts'
import { reaches, reachOf } from '#platform/reach.ts'

const PAGE = 50

export function personRoutes(app: App, { secrets, live, forgetActors }: Services): void {
  serve(app, listPeople, async ({ query: { q, after }, actor, tx, now }) => {
    const wanted = {
      q,
      after: readCursor(after, 1)?.[0],
      limit: PAGE + 1,
      reach: reachOf(actor, 'people.view'),
      on: shanghaiToday(now),
    }
    const { rows, next } = pageOf(await listPersons(tx, secrets, wanted), PAGE, ({ id }) => [id])
    return { rows: await viewPeople(tx, rows), next }
  })

  serve(app, createPerson, async ({ body: { name, phone, homePlaceId }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    if (homePlaceId) await homeWithinReach(tx, actor, homePlaceId, on)
    const id = await insertPerson(tx, secrets, { name, nickname: maskName(name), phone, homePlaceId }, now)
    if (!id) throw new AppError('phone_taken', { field: 'phone' })
    await log(tx, actor, now, { what: 'createPerson', subject: maskName(name), subjectPersonId: id })
    return viewPerson(tx, id, on)
  })

  // Hashing takes its time on purpose, so it is done before the transaction opens.
  const hashed = ({ username, password }: BodyOf<typeof setPersonAccess>) =>
    password ? hashPassword(password, username) : undefined
  servePrepared(
    app,
    setPersonAccess,
    async (request) => hashed(request.body as BodyOf<typeof setPersonAccess>), // checked by the schema
    async ({ params: { id }, body: { disabled, username }, actor, tx, now }, passwordHash) => {
      const on = shanghaiToday(now)
      const person = await lockPerson(tx, id, on)
      if (!person) throw new AppError('not_found')
      refuseUnlessManaged(actor, person)
      const isDisabled = disabled ?? person.disabled
      const access = {
        disabled: isDisabled,
        username: username && plainUsername(username),
        passwordHash,
        now,
      }
      if (!(await saveAccess(tx, id, access))) throw new AppError('username_taken', { field: 'username' })
      // A new password ends what the old one opened: ASVS 5.0 7.4.3.
      if (isDisabled || passwordHash) {
        await deleteSessionsOf(tx, id)
        live.endSession(({ personId }) => personId === id)
      }
      for (const what of changesIn({ disabled, username, passwordHash })) {
        await log(tx, actor, now, { what, subject: person.name, subjectPersonId: id })
      }
      forgetActors(tx.tenantId, id)
      return viewPerson(tx, id, on)
    },
  )
}

/** Words of the log for what is changed about somebody's access. */
const changesIn = (given: { disabled?: boolean; username?: string; passwordHash?: string }): string[] => [
  ...(given.disabled === undefined ? [] : [given.disabled ? 'closeAccess' : 'reopenAccess']),
  ...(given.username === undefined ? [] : ['setUsername']),
  ...(given.passwordHash === undefined ? [] : ['setPassword']),
]

/**
 * Whoever could set the password of somebody with a larger post would hold that post; and nobody shuts themself out.
 *
 * @throws not_permitted
 */
function refuseUnlessManaged(actor: Actor, { id, homePath, postPaths }: PersonFound & { postPaths: string[] }) {
  const { whole } = reachOf(actor, 'people.manage')
  const paths = [...postPaths, ...(homePath ? [homePath] : [])]
  const within = whole || (paths.length > 0 && paths.every((path) => reaches(actor, 'people.manage', path)))
  if (!within || id === actor.personId) throw new AppError('not_permitted')
}

/** @throws place_not_found, place_not_a_home, not_permitted */
async function homeWithinReach(tx: Tx, actor: Actor, placeId: string, on: string) {
  const place = await placeOf(tx, placeId, on)
  if (!place) throw new AppError('place_not_found', { field: 'homePlaceId' })
  if (place.level !== 'home') throw new AppError('place_not_a_home', { field: 'homePlaceId' })
  if (!reaches(actor, 'people.manage', place.path)) throw new AppError('not_permitted')
}

async function viewPerson(tx: Tx, id: string, on: string) {
  const person = await lockPerson(tx, id, on)
  const [view] = await viewPeople(tx, person ? [person] : [])
  if (!view) throw new AppError('not_found')
  return view
}

/** Lists show the building, not the home. */
async function viewPeople(tx: Tx, people: readonly PersonFound[]) {
  const names = await buildingNames(
    tx,
    people.flatMap(({ homePath }) => homePath ?? []),
  )
  return people.map(({ id, name, phoneMasked, homePath, postTitles, disabled }) => ({
    id,
    name,
    phoneMasked,
    homeName: (homePath && names.get(homePath)) || null,
    postTitles,
    disabled,
  }))
}

const log = (tx: Tx, actor: Actor, at: Date, entry: { what: string; subject: string; subjectPersonId: string }) =>
  record(tx, { ...entry, at, actorPersonId: actor.personId, capacity: actingCapacity(actor, 'people.manage') })
