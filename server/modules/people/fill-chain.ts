/**
 * The posts that the chain of responsibility asks for below a place and that nobody has made yet: a secretary for the
 * compound, a grid worker for each grid, an area lead for each area, a head for each building. Made vacant, for people to fill.
 * Source: docs/capabilities/people-and-posts.md, "Chain".
 */
import type { ChainLevel } from '#contracts/organisations.ts'
import type { PostKind } from '#contracts/rights.ts'
import { covers, factsChanged, isValid, readTree, type Place } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

/** Who answers first on each level, with the title that follows the place's name. */
const FIRST: readonly [PostKind, string][] = [
  ['communityStaff', '受理岗'],
  ['compoundSecretary', '书记'],
  ['gridWorker', ' 网格员'],
  ['areaLead', '片长'],
  ['buildingHead', '楼栋长'],
]

export type AskedPost = { kind: PostKind; title: string; placeId: string }

/** One post for each place of a level that has none of the kind; `there` holds `kind placeId` of the posts there are. */
export function askedPosts(
  levels: readonly ChainLevel[],
  places: readonly Place[],
  there: ReadonlySet<string>,
  may: (kind: PostKind, placePath: string) => boolean,
): AskedPost[] {
  return levels.flatMap(({ placeLevel, gridLevel, postKinds }) => {
    const [kind, title] = FIRST.find(([one]) => postKinds.includes(one)) ?? []
    if (!kind) return []
    return places
      .filter((place) => place.level === placeLevel && (placeLevel !== 'grid' || place.gridLevel === gridLevel))
      .filter(({ id, path }) => !there.has(`${kind} ${id}`) && may(kind, path))
      .map(({ id, name }) => ({ kind, title: `${name}${title ?? ''}`, placeId: id }))
  })
}

/** Gives what was made; `may` says which kinds the caller may fill where. */
export async function makeChainPosts(
  tx: Tx,
  {
    top,
    levels,
    may,
  }: { top: { path: string }; levels: readonly ChainLevel[]; may: (kind: PostKind, path: string) => boolean },
  now: Date,
): Promise<AskedPost[]> {
  const on = shanghaiToday(now)
  const { tree } = await readTree(tx)
  const places = tree.all.filter((place) => covers(top.path, place.path) && isValid(place, on))
  const there = await tx.many<{ kind: PostKind; placeId: string }>({
    name: 'posts_below',
    text: `SELECT DISTINCT o.kind, o.place_id AS "placeId" FROM post o JOIN place l ON l.tenant_id = $1 AND l.id = o.place_id
            WHERE o.tenant_id = $1 AND l.path >= $2 AND l.path < $2 || '~' AND (o.ended_on IS NULL OR o.ended_on > $3)`,
    values: [tx.tenantId, top.path, on],
  })
  const asked = askedPosts(levels, places, new Set(there.map(({ kind, placeId }) => `${kind} ${placeId}`)), may)
  if (asked.length === 0) return []
  await tx.run({
    name: 'posts_insert_many',
    text: `INSERT INTO post (tenant_id, id, kind, title, place_id, created_on)
           SELECT $1, n.id, n.kind, n.title, n.place_id, $6 FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) AS n (id, kind, title, place_id)`,
    values: [
      tx.tenantId,
      asked.map(() => newId()),
      asked.map(({ kind }) => kind),
      asked.map(({ title }) => title),
      asked.map(({ placeId }) => placeId),
      on,
    ],
  })
  await factsChanged(
    tx,
    asked.map(({ placeId }) => placeId),
    now,
  )
  return asked
}
