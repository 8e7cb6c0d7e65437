/**
 * The organisation chart of a place: the organisations over it and below it with their posts, and the line they hang from.
 * Holders are masked; where very many hold one post (members, volunteers) only their number is given.
 * Source: docs/capabilities/people-and-posts.md, "Chart".
 */
import { organisationChart, type ChartNode } from '#contracts/organisations.ts'
import { placeNow, readTree } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'

const MOST_NAMED = 9

export function chartRoutes(app: App): void {
  serve(app, organisationChart, async ({ query: { placeId }, tx, now }) => {
    const on = shanghaiToday(now)
    const place = placeId ? await placeNow(tx, placeId, on) : (await readTree(tx)).tree.all[0]
    if (!place) throw new AppError('not_found')
    const all = await chartNodes(tx, on)
    const byId = new Map(all.map((one) => [one.id, one]))
    const wanted = new Set(all.filter(({ placePath }) => placePath.startsWith(place.path)).map(({ id }) => id))
    // The line that they hang from, up to the top: it says whose branch this is. A row joins the set once, so a circle ends.
    for (const id of wanted) {
      const parentId = byId.get(id)?.parentId
      if (parentId && byId.has(parentId)) wanted.add(parentId)
    }
    const nodes = all.filter(({ id }) => wanted.has(id)).map(({ placePath: _path, ...node }) => node)
    return { placeId: place.id, placeName: place.fullName, nodes }
  })
}

type Found = ChartNode & { placePath: string }

const chartNodes = (tx: Tx, on: string) =>
  tx.many<Found>({
    name: 'chart_nodes',
    text: `SELECT g.id, g.parent_id AS "parentId", g.kind, g.form, g.name, g.place_id AS "placeId", l.full_name AS "placeName", l.path AS "placePath",
                  coalesce(h.posts, '[]') AS posts
             FROM organisation g
             JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
             LEFT JOIN (
               SELECT c.organisation_id,
                      json_agg(json_build_object('kind', c.kind, 'title', c.title, 'seats', c.seats, 'holderCount', c.count,
                                                 'holders', CASE WHEN c.count > $3 THEN '[]'::json ELSE c.holders END)
                               ORDER BY c.title, c.id) AS posts
                 FROM (SELECT o.id, o.organisation_id, o.kind, o.title, o.seats, count(p.id) AS count,
                              coalesce(json_agg(json_build_object('name', p.name_masked, 'deputy', t.stands_as = 'deputy')
                                                ORDER BY t.stands_as DESC, t.from_on, t.id) FILTER (WHERE p.id IS NOT NULL), '[]') AS holders
                         FROM post o
                         LEFT JOIN post_term t ON t.tenant_id = $1 AND t.post_id = o.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)
                         LEFT JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id
                        WHERE o.tenant_id = $1 AND o.organisation_id IS NOT NULL AND (o.ended_on IS NULL OR o.ended_on > $2)
                        GROUP BY o.id, o.organisation_id, o.kind, o.title, o.seats) c
                GROUP BY c.organisation_id) h ON h.organisation_id = g.id
            WHERE g.tenant_id = $1 AND (g.ended_on IS NULL OR g.ended_on > $2)
            ORDER BY l.path, g.name, g.id`,
    values: [tx.tenantId, on, MOST_NAMED],
  })
