/** While somebody still writes: where it is, what it looks like, whether it is known already, and what will be promised. */
import type { BodyOf, ReplyOf } from '#contracts/endpoint.ts'
import type { proposeIntake } from '#contracts/requests.ts'
import { locate, placeNames } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { boxAround } from '#platform/geometry/convert.ts'
import { addDuration } from '#platform/calendar/duration.ts'
import { CALENDAR } from './calendar.ts'
import { proposeCategories } from './categories/models.ts'
import { findCategory, limitsOf } from './categories/store.ts'
import type { PhotoRef } from './record.ts'
import { similarOnes } from './similar.ts'
import { withoutNumbers } from './public-words.ts'
import { photoUrl } from './view.ts'

const NEAR_METRES = 300
const CLOSED_DAYS = 14 // lately closed ones are shown too: it may not be solved after all

type Candidate = {
  id: string
  title: string
  text: string
  category_code: string | null
  lon: number | null
  lat: number | null
  created_at: string
  closed_at: string | null
  joiner_count: number
  before_photo: PhotoRef | null
}

/** A place that is not known yet is no error here: the page goes on asking. */
export async function intakeProposals(
  tx: Tx,
  actor: Actor,
  body: BodyOf<typeof proposeIntake>,
  now: Date,
): Promise<ReplyOf<typeof proposeIntake>> {
  const { placeId, lon, lat, system } = body.location
  const where = placeId || lon !== undefined ? { placeId, lon, lat, system } : { placeId: actor.home?.placeId }
  const place = await locate(tx, { ...where, now }).catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
  const names = place
    ? await placeNames(
        tx,
        [place.placeId, place.gridId, place.compoundId].filter((id) => id !== null),
      )
    : new Map<string, string>()
  const proposals = await proposeCategories(tx, body.text, now)
  const categories = []
  for (const { code, confidence } of proposals)
    categories.push({ code, confidence, name: (await findCategory(tx, code)).name })
  const category = body.categoryCode ? await findCategory(tx, body.categoryCode) : null
  const limits = limitsOf(body.kind, category)
  const near = place ? await candidates(tx, place, actor, now) : []
  const similar = similarOnes(
    {
      id: '',
      text: body.text,
      category: body.categoryCode ?? proposals[0]?.code ?? null,
      point: pointOf(place),
      openedAt: now.toISOString(),
    },
    near.map((one) => ({
      ...one,
      category: one.category_code,
      point: pointOf(one),
      openedAt: one.created_at,
      text: `${one.title} ${one.text}`,
    })),
  )
  return {
    place: place && {
      placeId: place.placeId,
      name: names.get(place.placeId) ?? place.placeName,
      gridId: place.gridId,
      gridName: (place.gridId && names.get(place.gridId)) ?? null,
      compoundName: (place.compoundId && names.get(place.compoundId)) ?? null,
      lon: place.lon,
      lat: place.lat,
    },
    categories,
    similar: similar.map(({ request, metres }) => ({
      id: request.id,
      title: withoutNumbers(request.title),
      metres: metres === null ? null : Math.round(metres),
      joinerCount: request.joiner_count,
      createdAt: request.created_at,
      closed: request.closed_at !== null,
      photo: request.before_photo && {
        ...request.before_photo,
        role: 'before' as const,
        url: photoUrl(request.before_photo.id),
      },
    })),
    promise: {
      acceptBy: limits.accept ? addDuration(now, limits.accept, CALENDAR).toISOString() : null,
      handleBy: limits.handle ? addDuration(now, limits.handle, CALENDAR).toISOString() : null,
    },
  }
}

const pointOf = (one: { lon: number | null; lat: number | null } | null) =>
  one && one.lon !== null && one.lat !== null ? { longitude: one.lon, latitude: one.lat } : null

/** Public ones of the same compound or around the point; the reporter's own are not offered to join. */
async function candidates(
  tx: Tx,
  place: { compoundId: string | null; communityId: string | null; lon: number | null; lat: number | null },
  actor: Actor,
  now: Date,
) {
  const box =
    place.lon !== null && place.lat !== null ? boxAround({ lon: place.lon, lat: place.lat }, NEAR_METRES) : null
  return tx.many<Candidate>({
    name: 'request_similar',
    text: `SELECT r.id, r.title, r.text, r.category_code, r.lon, r.lat, r.created_at, r.closed_at, r.joiner_count, r.before_photo
           FROM request r
           WHERE r.tenant_id = $1 AND r.community_id = $2 AND r.created_at >= $3 AND NOT r.limited AND r.reporter_person_id IS DISTINCT FROM $4
             AND (r.closed_at IS NULL OR r.closed_at >= $5) AND r.outcome IS DISTINCT FROM 'duplicate'
             AND (r.compound_id = $6 OR (r.lon BETWEEN $7 AND $8 AND r.lat BETWEEN $9 AND $10))
           ORDER BY r.created_at DESC LIMIT 200`,
    values: [
      tx.tenantId, place.communityId, new Date(now.getTime() - 180 * 86_400_000), actor.personId, new Date(now.getTime() - CLOSED_DAYS * 86_400_000),
      place.compoundId, box?.west ?? null, box?.east ?? null, box?.south ?? null, box?.north ?? null,
    ], // prettier-ignore
  })
}
