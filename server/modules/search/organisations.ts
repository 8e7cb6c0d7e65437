/** Organisations by name or sound. A district has some thousand, so they are read and ranked here. */
import type { Static } from 'typebox'
import type { FoundOrganisation } from '#contracts/search.ts'
import type { Tx } from '#platform/db.ts'
import { isSound, rankOfSound } from '#platform/sounds.ts'

type Row = Static<typeof FoundOrganisation>

export async function findOrganisations(
  tx: Tx,
  { q, on, limit }: { q: string; on: string; limit: number },
): Promise<Row[]> {
  const text = q.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  const letters = isSound(text) ? text : undefined
  const rows = await tx.many<Row>({
    name: 'find_organisations',
    text: `SELECT g.id, g.kind, g.name, l.full_name AS "placeName"
             FROM organisation g JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
            WHERE g.tenant_id = $1 AND (g.ended_on IS NULL OR g.ended_on > $2) AND ($3::text IS NULL OR strpos(lower(replace(g.name, ' ', '')), $3) > 0)
            ORDER BY l.path, g.name, g.id`,
    values: [tx.tenantId, on, letters ? null : text],
  })
  const rank = ({ name }: Row) => (letters ? rankOfSound(name, letters) : name.startsWith(text) ? 0 : 1)
  return rows
    .flatMap((row) => {
      const ranked = rank(row)
      return ranked === undefined ? [] : [{ row, ranked }]
    })
    .sort((a, b) => a.ranked - b.ranked)
    .slice(0, limit)
    .map(({ row }) => row)
}
