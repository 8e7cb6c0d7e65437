/** Begins a change of grids on its day, in one transaction with everything that follows from it. */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { enqueue, type Job } from '#platform/outbox.ts'
import { readTree } from '../tree.ts'
import { applyCut, saveBasicGrids } from './apply.ts'
import { beforeOf, markApplied, type GridChange } from './changes.ts'
import { cut, type Term } from './cut.ts'
import { outlinesFor } from './outlines.ts'
import { placeIn, standOf } from './stand.ts'

export type PlacesMoved = { placeId: string; endedGridIds: string[] }
/** What is kept by path elsewhere follows through it; handled in jobs.ts. */
export const PLACES_MOVED: Pick<Job<PlacesMoved>, 'name'> = { name: 'grids.placesMoved' }

type Applying = Pick<GridChange, 'id' | 'scopeId' | 'effectiveOn' | 'wanted'>

/** Writes a change whose day has come. @throws not_found, and what cut() throws */
export async function applyChange(tx: Tx, change: Applying, now: Date): Promise<void> {
  const { scopeId, effectiveOn: on, wanted } = change
  await lockAround(tx, scopeId)
  await openMissingTerms(tx, scopeId)
  const { tree } = await readTree(tx)
  const stand = standOf(tree, placeIn(tree, scopeId), wanted.gridLevel, on)
  const decided = cut(stand, { ...wanted, scopeId }, newId)
  const drawn = outlinesFor(tree, stand, { ...wanted, scopeId }, decided)
  const moved = await applyCut(tx, scopeId, decided, drawn, { on, now })
  await markApplied(tx, change.id, beforeOf(stand), now)
  const endedGridIds = decided.end.map(({ id }) => id)
  for (const placeId of moved.length > 0 ? moved : endedGridIds.slice(0, 1))
    await enqueue(tx, PLACES_MOVED, { placeId, endedGridIds }, { now })
}

/** The community's row stands for its ground; without a community, the scope's own. */
export async function lockAround(tx: Tx, scopeId: string): Promise<void> {
  await tx.many({
    name: 'grid_lock_around',
    text: `SELECT p.id FROM place s JOIN place p ON p.tenant_id = $1 AND left(s.path, length(p.path)) = p.path AND p.level IN ('community', 'compound', 'grid')
            WHERE s.tenant_id = $1 AND s.id = $2 ORDER BY p.path FOR NO KEY UPDATE OF p`,
    values: [tx.tenantId, scopeId],
  })
}

/** Buildings that came into their grids before terms were kept: from the day that both were there. */
async function openMissingTerms(tx: Tx, scopeId: string): Promise<void> {
  const missing = await tx.many<Term & { validFrom: string }>({
    name: 'grid_term_missing',
    text: `SELECT b.id AS "buildingId", g.grid_level AS "gridLevel", g.id AS "gridId", greatest(b.valid_from, g.valid_from) AS "validFrom"
             FROM place s
             JOIN place b ON b.tenant_id = $1 AND b.path >= s.path AND b.path < s.path || '~' AND b.level = 'building'
             JOIN place g ON g.tenant_id = $1 AND g.level = 'grid' AND b.path >= g.path AND b.path < g.path || '~'
            WHERE s.tenant_id = $1 AND s.id = $2
              AND NOT EXISTS (SELECT 1 FROM grid_term t WHERE t.tenant_id = $1 AND t.building_id = b.id AND t.grid_level = g.grid_level AND t.valid_to IS NULL)`,
    values: [tx.tenantId, scopeId],
  })
  if (missing.length === 0) return
  await tx.run({
    name: 'grid_term_fill',
    text: `INSERT INTO grid_term (tenant_id, id, building_id, grid_level, grid_id, valid_from)
           SELECT $1, n.id, n.building_id, n.grid_level, n.grid_id, n.valid_from
             FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::date[]) AS n (id, building_id, grid_level, grid_id, valid_from)`,
    values: [
      tx.tenantId,
      missing.map(() => newId()),
      missing.map(({ buildingId }) => buildingId),
      missing.map(({ gridLevel }) => gridLevel),
      missing.map(({ gridId }) => gridId),
      missing.map(({ validFrom }) => validFrom),
    ],
  })
  await saveBasicGrids(tx, missing)
}
