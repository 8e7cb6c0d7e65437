/**
 * Who answers for this place now: the chain of responsibility walked from the place upwards, and on each level the posts and
 * party organisations of that level with their holders today.
 *
 * Anybody signed in may ask. Names are masked (贾＊＊), the only numbers are duty phones of organisations; and who keeps a
 * member's household is not named to residents, since that alone would say who is a party member: they show themselves.
 * Source: docs/capabilities/people-and-posts.md, "Chain".
 */
import type { ChainLevel, OrganisationForm } from '#contracts/organisations.ts'
import type { AnswerableLevel } from '#contracts/people.ts'
import type { PlaceLevel } from '#contracts/places.ts'
import type { PostKind } from '#contracts/rights.ts'
import { ancestorPaths, placeNow } from '#modules/places/index.ts'
import { holdsRight, type Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { chainOf } from './chain.ts'

/** The title alone tells that its holder is a party member, and they hold it in their own home. */
const NAMED_BY_THEMSELVES: readonly (PostKind | OrganisationForm)[] = ['anchorHousehold', 'memberHousehold']
const isNamed = (actor: Actor, what: PostKind | OrganisationForm) =>
  !NAMED_BY_THEMSELVES.includes(what) || holdsRight(actor, 'members.view')

/** @throws not_found */
export async function whoAnswersFor(tx: Tx, actor: Actor, placeId: string, now: Date) {
  const on = shanghaiToday(now)
  const place = await placeNow(tx, placeId, on)
  if (!place) throw new AppError('not_found')
  const paths = ancestorPaths(place.path)
  const [chain, places, posts, organisations] = [
    await chainOf(tx),
    await placesOn(tx, paths),
    await postsOn(tx, paths, on),
    await partyOrganisationsOn(tx, paths, on),
  ]
  const levels = chain.flatMap((level): AnswerableLevel[] =>
    places.filter(isOf(level)).map(({ id, fullName }) => ({
      name: level.name,
      nameEn: level.nameEn,
      placeId: id,
      placeName: fullName,
      organisations: organisations
        .filter((one) => one.placeId === id && level.forms.includes(one.form) && isNamed(actor, one.form))
        .map(({ id: organisationId, name, dutyPhone }) => ({ id: organisationId, name, dutyPhone })),
      posts: posts
        .filter((post) => post.placeId === id && level.postKinds.includes(post.kind))
        .map((post) => viewOf(actor, post)),
    })),
  )
  return { placeId, placeName: place.fullName, levels: levels.reverse() }
}

/** A district that draws no grids of the level that the chain names has none to answer there. */
const isOf =
  ({ placeLevel, gridLevel }: ChainLevel) =>
  (place: { level: PlaceLevel; gridLevel: number | null }) =>
    place.level === placeLevel && (placeLevel !== 'grid' || place.gridLevel === gridLevel)

function viewOf(actor: Actor, { postId, kind, title, organisationName, dutyPhone, holders }: PostOn) {
  const shown = holders.map(({ name, standsAs }) => ({ name: isNamed(actor, kind) ? name : null, standsAs }))
  return { postId, kind, title, organisationName, dutyPhone, vacant: holders.length === 0, holders: shown }
}

const placesOn = (tx: Tx, paths: readonly string[]) =>
  tx.many<{ id: string; level: PlaceLevel; gridLevel: number | null; fullName: string }>({
    name: 'answerable_places',
    text: `SELECT id, level, grid_level AS "gridLevel", full_name AS "fullName" FROM place
            WHERE tenant_id = $1 AND path = ANY ($2::text[]) ORDER BY path`,
    values: [tx.tenantId, paths],
  })

type PostOn = Omit<AnswerableLevel['posts'][number], 'vacant' | 'holders'> & {
  placeId: string
  holders: { name: string; standsAs: 'holder' | 'deputy' }[]
}

const postsOn = (tx: Tx, paths: readonly string[], on: string) =>
  tx.many<PostOn>({
    name: 'answerable_posts',
    text: `SELECT o.id AS "postId", o.kind, o.title, o.place_id AS "placeId", g.name AS "organisationName", g.duty_phone AS "dutyPhone",
                  coalesce(json_agg(json_build_object('name', p.name_masked, 'standsAs', t.stands_as)
                                    ORDER BY t.stands_as DESC, t.from_on, t.id) FILTER (WHERE p.id IS NOT NULL), '[]') AS holders
             FROM place l
             JOIN post o ON o.tenant_id = $1 AND o.place_id = l.id AND (o.ended_on IS NULL OR o.ended_on > $3)
             LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = o.organisation_id
             LEFT JOIN post_term t ON t.tenant_id = $1 AND t.post_id = o.id AND t.from_on <= $3 AND (t.to_on IS NULL OR t.to_on >= $3)
             LEFT JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id AND p.disabled_at IS NULL
            WHERE l.tenant_id = $1 AND l.path = ANY ($2::text[]) AND o.kind <> ALL ('{member,volunteer,auditor,operator}'::text[])
            GROUP BY o.id, o.kind, o.title, o.place_id, g.name, g.duty_phone
            ORDER BY o.title, o.id`,
    values: [tx.tenantId, paths, on],
  })

const partyOrganisationsOn = (tx: Tx, paths: readonly string[], on: string) =>
  tx.many<{ id: string; form: OrganisationForm; name: string; placeId: string; dutyPhone: string | null }>({
    name: 'answerable_organisations',
    text: `SELECT g.id, g.form, g.name, g.place_id AS "placeId", g.duty_phone AS "dutyPhone"
             FROM place l
             JOIN organisation g ON g.tenant_id = $1 AND g.place_id = l.id AND g.form IS NOT NULL AND (g.ended_on IS NULL OR g.ended_on > $3)
            WHERE l.tenant_id = $1 AND l.path = ANY ($2::text[]) ORDER BY g.name, g.id`,
    values: [tx.tenantId, paths, on],
  })
