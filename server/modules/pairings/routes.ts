/** HTTP for pairings: the member answers on the phone, the household sees who is paired with it, the desk sees how far it is. */
import { fairShare, listPairings, myPairings, proposePairing, takePairingStep } from '#contracts/pairings.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { ancestorPaths, placeNow, readTree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { reaches } from '#platform/reach.ts'
import { decide, takesOver } from './lifecycle.ts'
import { pairableMembers } from './members.ts'
import { may, relationsTo } from './policy.ts'
import { pairingsChanged, proposePairings } from './propose.ts'
import { endFormer, listBelow, lockPairing, pairingsOf, pairingsOfHome, refusedBelow, saveStep } from './queries.ts'
import { HOUSEHOLDS_PER_MEMBER, MEMBERS_PER_GRID, shareOf } from './share.ts'
import { tellOfStep } from './tell.ts'
import { viewPairings } from './view.ts'

const PAGE = 50

export function pairingRoutes(app: App): void {
  serve(app, myPairings, async ({ actor, tx }) => {
    const asMember = await pairingsOf(tx, actor.personId)
    const home = actor.home ? await pairingsOfHome(tx, actor.home.placeId) : []
    return {
      asMember: await viewPairings(tx, actor, asMember),
      myHousehold: await viewPairings(tx, actor, home),
    }
  })

  serve(app, takePairingStep, async ({ params: { id }, body: step, actor, tx, now }) => {
    const pairing = await lockPairing(tx, id)
    const relations = pairing ? relationsTo(actor, pairing) : []
    if (!pairing || !may('view', relations)) throw new AppError('not_found')
    const change = decide(pairing.status, relations, step, shanghaiToday(now))
    // Before the new one holds: at any time one member looks after a household.
    const former = takesOver(change) ? await endFormer(tx, pairing, shanghaiToday(now), now) : []
    await saveStep(tx, id, change, now)
    await tellOfStep(tx, pairing, change, former, now)
    await pairingsChanged(tx, pairing.homePlaceId, now)
    await log(tx, actor, now, { what: `${step.action}Pairing`, subject: pairing.homeName, personId: pairing.personId })
    return viewPairing(tx, actor, id)
  })

  serve(app, listPairings, async ({ query: { placeId, status, after }, actor, tx, now }) => {
    const place = await placeWithinReach(tx, actor, 'members.view', placeId, now)
    const wanted = { path: place.path, status, after: readCursor(after, 1)?.[0], limit: PAGE + 1 }
    const { rows, next } = pageOf(await listBelow(tx, wanted), PAGE, ({ id }) => [id])
    return { rows: await viewPairings(tx, actor, rows), next }
  })

  serve(app, proposePairing, async ({ body: { personId, homePlaceId }, actor, tx, now }) => {
    const home = await placeWithinReach(tx, actor, 'plans.make', homePlaceId, now)
    const [district = home.path] = ancestorPaths(home.path)
    const member = (await pairableMembers(tx, district, shanghaiToday(now))).find((one) => one.personId === personId)
    if (home.level !== 'home') throw new AppError('place_not_a_home', { field: 'homePlaceId' })
    if (!member || !reaches(actor, 'members.view', home.path))
      throw new AppError('person_not_found', { field: 'personId' })
    if (member.homePlaceId === homePlaceId) throw new AppError('pairing_own_home', { field: 'homePlaceId' })
    if ((await refusedBelow(tx, homePlaceId)).some((pair) => pair.personId === personId))
      throw new AppError('pairing_refused_before', { field: 'personId' })
    const [asked] = await proposePairings(tx, [{ personId, homePlaceId }], {
      planId: null,
      handover: false,
      placeId: homePlaceId,
      now,
    })
    if (!asked) throw new AppError('home_already_paired', { field: 'homePlaceId' })
    await log(tx, actor, now, { what: 'proposePairing', subject: home.fullName, personId })
    return viewPairing(tx, actor, asked.id)
  })

  serve(app, fairShare, async ({ query: { placeId }, actor, tx, now }) => {
    const place = await placeWithinReach(tx, actor, 'plans.make', placeId, now)
    const { tree } = await readTree(tx)
    return {
      place: { id: place.id, name: place.fullName, level: place.level },
      ...(await shareOf(tx, tree, place, now)),
      bounds: { householdsPerMember: [...HOUSEHOLDS_PER_MEMBER], membersPerGrid: [...MEMBERS_PER_GRID] },
    }
  })
}

/** @throws not_found */
async function placeWithinReach(tx: Tx, actor: Actor, right: 'members.view' | 'plans.make', id: string, now: Date) {
  const place = await placeNow(tx, id, shanghaiToday(now))
  if (!place || !reaches(actor, right, place.path)) throw new AppError('not_found')
  return place
}

async function viewPairing(tx: Tx, actor: Actor, id: string) {
  const pairing = await lockPairing(tx, id)
  const [view] = await viewPairings(tx, actor, pairing ? [pairing] : [])
  if (!view) throw new AppError('not_found')
  return view
}

const log = (tx: Tx, actor: Actor, at: Date, entry: { what: string; subject: string; personId: string }) =>
  record(tx, {
    what: entry.what,
    subject: entry.subject,
    subjectPersonId: entry.personId,
    at,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'plans.make'),
  })
