/** One of everything that the table of routes speaks of, in one area; made as people of that district make it. */
import { randomBytes } from 'node:crypto'
import type { Client } from '#modules/accounts/make.ts'
import { makeBulletin } from '#modules/bulletins/make.ts'
import { makeMember } from '#modules/members/make.ts'
import { makeRegister } from '#modules/people/make.ts'
import { readTree } from '#modules/places/index.ts'
import { makePlace } from '#modules/places/make.ts'
import { newId } from '#platform/ids.ts'
import { sendSheet } from '../csv.ts'
import { sendPhoto } from '../photo.ts'
import type { Somebody, World } from '../world.ts'
import { peerBody } from './connections.ts'
import type { Things } from './kit.ts'

export const makeKey = async (who: Somebody, body: object) =>
  (await (await who.as()).inject('POST', '/api/keys', body)).json() as { key: { id: string }; secret: string }

/** Things of one area, reported by somebody who is no principal. */
export async function thingsOf(
  { made, sibling, organisations, people, person, ...hands }: World,
  { at, now }: { at: 'own' | 'sibling'; now: Date },
): Promise<Things> {
  const place = at === 'own' ? made.buildings[0] : sibling.building
  const home = at === 'own' ? made.homes[3] : await siblingHome(hands, sibling.building)
  if (!place || !home) throw new Error('no place')
  const reporter = await person(undefined, home.id)
  const location = { placeId: place.id }
  const photo = (await sendPhoto(await reporter.as())).json()
  const limited = await hands.submit(reporter, {
    kind: 'help',
    text: '家里困难',
    categoryCode: 'care.hardship',
    location,
    photoIds: [photo.id],
  })
  const open = await hands.submit(reporter, { location })
  const organisationId = at === 'own' ? organisations.property : organisations.siblingProperty
  await hands.take(people.district, limited.id, 'dispatch', { handler: { organisationId } })
  const member = await person({ kind: 'member', placeId: place.id })
  const { memberId, plateCode } = await memberAt(hands, await person(undefined, home.id), home.id)
  const { planId, pairingId } = await pairedBy(hands, { personId: memberId, placeId: place.id, homePlaceId: home.id })
  const uploader = at === 'own' ? people.desk : people.operator
  const importId = (await sendSheet(await uploader.as(), place.id)).json().id
  const hook = { name: '区数据平台', url: 'https://platform.invalid/', events: ['request.closed'], placeId: place.id }
  const webhookId = (await (await people.operator.as()).inject('POST', '/api/webhooks', hook)).json().webhook.id
  const communityId = at === 'own' ? made.community.id : sibling.community.id
  const [bulletinId, draftId] = await hands.inTenant(async (tx) => {
    const { picked } = await readTree(tx, communityId)
    if (!picked) throw new Error('no community')
    const published = await makeBulletin(tx, picked, people.desk.personId, now)
    return [published, await makeBulletin(tx, picked, null, now)] as const
  })
  const exportId = await endedExport(await uploader.as(), place.id)
  const keyId = (await makeKey(people.operator, { name: '区数据平台', scopes: ['requests.read'], placeId: place.id }))
    .key.id
  const register = await hands.inTenant((tx) => makeRegister(tx, { placeId: place.id, on: '2026-11-30' }))
  // Only who handles requests can stand for a server
  const handles = 'UPDATE organisation SET handles = true WHERE tenant_id = $1 AND id = $2'
  await hands.inTenant((tx) => tx.run({ text: handles, values: [tx.tenantId, register.organisationId] }))
  const peer = peerBody({ placeId: place.id, organisationId: register.organisationId })
  const peerId = (await (await people.operator.as()).inject('POST', '/api/peers', peer)).json().id
  const bulk = (
    await hands.call(people.desk, '/api/requests/bulk', {
      requestIds: [open.id],
      step: { action: 'noteInside', note: '批量' },
    })
  ).json()
  await hands.drain()
  const [term] = await hands.rows<{ id: string }>('SELECT id FROM post_term WHERE tenant_id = $1 AND post_id = $2', [
    member.postId,
  ])
  const [session] = await hands.rows<{ id: string }>('SELECT id FROM session WHERE tenant_id = $1 AND person_id = $2', [
    reporter.personId,
  ])
  const told = at === 'own' ? people.desk.postId : people.subdistrict.postId
  const [notice] = await hands.rows<{ id: string }>(
    'SELECT id FROM notice WHERE tenant_id = $1 ORDER BY (post_id = $2) DESC NULLS LAST, id LIMIT 1',
    [told],
  )
  return {
    limitedId: limited.id, openId: open.id, photoId: photo.id, placeId: place.id, homeId: home.id, postId: member.postId,
    termId: term?.id ?? '', personId: member.personId, freeId: (await person()).personId, sessionId: session?.id ?? '', noticeId: at === 'own' ? (notice?.id ?? '') : newId(), bulkId: at === 'own' ? bulk.bulkId : newId(), ...register, memberId, plateCode, planId, pairingId, importId, webhookId, peerId, exportId, bulletinId, draftId, communityId, keyId,
  } // prettier-ignore
}

async function memberAt({ inTenant }: Pick<World, 'inTenant'>, { personId }: Somebody, homePlaceId: string) {
  const plateCode = randomBytes(16).toString('base64url')
  await inTenant(async (tx) => {
    await makeMember(tx, { personId })
    await tx.run({
      text: `INSERT INTO plate (tenant_id, id, person_id, home_place_id, code, words, lit_at) VALUES ($1, $2, $3, $4, $5, '有事喊一声', now())`,
      values: [tx.tenantId, newId(), personId, homePlaceId, plateCode],
    })
  })
  return { memberId: personId, plateCode }
}

/** A list about persons of a building, asked for and let go. */
async function endedExport(client: Client, placeId: string): Promise<string> {
  const body = { kind: 'owners', filters: { placeId }, format: 'csv', language: 'zh', purpose: '核对名册' }
  const { id } = (await client.inject('POST', '/api/exports', body)).json()
  await client.inject('DELETE', `/api/exports/${id}`)
  return id
}

/** A plan of pairings that was dropped, and a member who was asked for a household. */
async function pairedBy(
  { inTenant }: Pick<World, 'inTenant'>,
  { personId, placeId, homePlaceId }: { personId: string; placeId: string; homePlaceId: string },
) {
  const [planId, pairingId] = [newId(), newId()]
  await inTenant(async (tx) => {
    await tx.run({
      text: `INSERT INTO plan (tenant_id, id, kind, place_id, wanted, status, person_id, created_at)
             VALUES ($1, $2, 'pairings', $3, $4, 'dropped', $5, now())`,
      values: [
        tx.tenantId,
        planId,
        placeId,
        JSON.stringify({
          pairings: { bounds: [3, 10], keep: true, partly: false, weigh: { even: 1, near: 1, stay: 1 } },
        }),
        personId,
      ],
    })
    await tx.run({
      text: `INSERT INTO pairing (tenant_id, id, person_id, home_place_id, status, created_at) VALUES ($1, $2, $3, $4, 'proposed', now())`,
      values: [tx.tenantId, pairingId, personId, homePlaceId],
    })
  })
  return { planId, pairingId }
}

async function siblingHome({ inTenant }: Pick<World, 'inTenant'>, building: World['sibling']['building']) {
  return inTenant((tx) => makePlace(tx, { level: 'home', name: '101 室', parent: building }))
}
