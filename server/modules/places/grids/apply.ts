/** Writes a cut: places that begin, end and move with everything below them, terms closed and opened, households counted. */
import type { Tx } from '#platform/db.ts'
import type { Outline } from '#platform/geometry/convert.ts'
import { newId } from '#platform/ids.ts'
import { addPlaces } from '../add-places.ts'
import { factsChanged } from '../facts.ts'
import { recountHouseholds } from '../recount.ts'
import { placesChanged, readTree, type Place } from '../tree.ts'
import type { Cut, Term } from './cut.ts'
import { movesOf, numberOf, type Move } from './paths.ts'
import { lastingIn, placeIn } from './stand.ts'

export type Drawn = { id: string; outline: Outline | null; from: 'hand' | 'plan' }

/** Gives the units that moved: what is kept by path elsewhere follows them. */
export async function applyCut(
  tx: Tx,
  scopeId: string,
  cut: Cut,
  drawn: readonly Drawn[],
  { on, now }: { on: string; now: Date },
): Promise<string[]> {
  const outlineOf = new Map(drawn.map((one) => [one.id, one]))
  const begin = cut.begin.map(({ id, parentId, gridLevel, name, code }) => {
    const outline = outlineOf.get(id)
    const shape = outline?.outline ? { outline: outline.outline, outlineFrom: outline.from } : {}
    return { id, parentId, level: 'grid' as const, gridLevel, name, code, validFrom: on, ...shape } // one word, not any string
  })
  await addPlaces(tx, begin, now)
  const { tree } = await readTree(tx)
  const pathOf = (id: string) => placeIn(tree, id).path
  const going = new Set(cut.end.map(({ id }) => id))
  const concerned = lastingIn(tree, placeIn(tree, scopeId), on).filter(
    ({ id, level }) => !going.has(id) && (level === 'building' || level === 'grid' || cut.parents.has(id)),
  )
  const roots = withoutThoseBelow(concerned, cut.parents)
  const moves = movesOf(roots, cut.parents, pathOf, await lastNumbers(tx, [...new Set(cut.parents.values())]))
  await savePaths(tx, moves)
  await saveTerms(tx, cut.terms, on)
  await saveGrids(tx, cut, on)
  await saveOutlines(
    tx,
    drawn.filter(({ id }) => !begin.some((grid) => grid.id === id)),
  )
  await placesChanged(tx)
  await recountHouseholds(tx, scopeId)
  await factsChanged(tx, [scopeId, ...cut.gridIds, ...going, ...moves.map(({ id }) => id)], now)
  return moves.filter(({ whole }) => whole).map(({ id }) => id)
}

/** Level 1 moves compounds whole: what lies in one is not moved again. */
function withoutThoseBelow(places: readonly Place[], parents: ReadonlyMap<string, string>): Place[] {
  const whole = places.filter(({ id, level }) => parents.has(id) && level !== 'building' && level !== 'grid')
  return places.filter((place) => !whole.some(({ id, path }) => id !== place.id && place.path.startsWith(path)))
}

async function lastNumbers(tx: Tx, parentIds: readonly string[]): Promise<Map<string, number>> {
  const found = await tx.many<{ parentId: string; path: string }>({
    name: 'grid_last_numbers',
    text: `SELECT parent_id AS "parentId", max(path) AS path FROM place WHERE tenant_id = $1 AND parent_id = ANY ($2::uuid[]) GROUP BY parent_id`,
    values: [tx.tenantId, parentIds],
  })
  return new Map(found.map(({ parentId, path }) => [parentId, numberOf(path)]))
}

/** Roots of what moves do not lie in each other, and no new path was ever another's: one statement, in any order. */
async function savePaths(tx: Tx, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await tx.run({
    name: 'grid_save_paths',
    text: `UPDATE place p SET path = m.new_path || substr(p.path, length(m.old_path) + 1)
             FROM unnest($2::text[], $3::text[], $4::bool[]) AS m (old_path, new_path, whole)
            WHERE p.tenant_id = $1 AND p.path >= m.old_path AND p.path < m.old_path || '~' AND (m.whole OR p.path = m.old_path)`,
    values: [
      tx.tenantId,
      moves.map(({ oldPath }) => oldPath),
      moves.map(({ newPath }) => newPath),
      moves.map(({ whole }) => whole),
    ],
  })
  await tx.run({
    name: 'grid_save_parents',
    text: `UPDATE place p SET parent_id = m.parent_id FROM unnest($2::uuid[], $3::uuid[]) AS m (id, parent_id)
            WHERE p.tenant_id = $1 AND p.id = m.id`,
    values: [tx.tenantId, moves.map(({ id }) => id), moves.map(({ parentId }) => parentId)],
  })
}

/** A term that would not have lasted a day is as if it had never been. */
async function saveTerms(tx: Tx, terms: readonly Term[], on: string): Promise<void> {
  if (terms.length === 0) return
  const values = [tx.tenantId, terms.map(({ buildingId }) => buildingId), terms.map(({ gridLevel }) => gridLevel), on]
  await tx.run({
    name: 'grid_term_drop',
    text: `DELETE FROM grid_term t USING unnest($2::uuid[], $3::int[]) AS c (building_id, grid_level)
            WHERE t.tenant_id = $1 AND t.building_id = c.building_id AND t.grid_level = c.grid_level AND t.valid_from >= $4::date`,
    values,
  })
  await tx.run({
    name: 'grid_term_close',
    text: `UPDATE grid_term t SET valid_to = $4::date FROM unnest($2::uuid[], $3::int[]) AS c (building_id, grid_level)
            WHERE t.tenant_id = $1 AND t.building_id = c.building_id AND t.grid_level = c.grid_level AND t.valid_to IS NULL`,
    values,
  })
  const opened = terms.filter(({ gridId }) => gridId !== null)
  await tx.run({
    name: 'grid_term_open',
    text: `INSERT INTO grid_term (tenant_id, id, building_id, grid_level, grid_id, valid_from)
           SELECT $1, n.id, n.building_id, n.grid_level, n.grid_id, $6::date
             FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[]) AS n (id, building_id, grid_level, grid_id)`,
    values: [
      tx.tenantId,
      opened.map(() => newId()),
      opened.map(({ buildingId }) => buildingId),
      opened.map(({ gridLevel }) => gridLevel),
      opened.map(({ gridId }) => gridId),
      on,
    ],
  })
  await saveBasicGrids(tx, terms)
}

/** The grid of level 2 stands with the building, too: requests are counted by it. */
export async function saveBasicGrids(tx: Tx, terms: readonly Term[]): Promise<void> {
  const basic = terms.filter(({ gridLevel }) => gridLevel === 2)
  await tx.run({
    name: 'grid_save_basic',
    text: `UPDATE place p SET grid_id = b.grid_id FROM unnest($2::uuid[], $3::uuid[]) AS b (id, grid_id) WHERE p.tenant_id = $1 AND p.id = b.id`,
    values: [tx.tenantId, basic.map(({ buildingId }) => buildingId), basic.map(({ gridId }) => gridId)],
  })
}

/** An ended grid keeps its name, its outline and its records; its households are counted elsewhere now. */
async function saveGrids(tx: Tx, { end, renamed }: Cut, on: string): Promise<void> {
  await tx.run({
    name: 'grid_end',
    text: `UPDATE place SET valid_to = greatest(valid_from, $3::date), households = NULL, residents = NULL WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
    values: [tx.tenantId, end.map(({ id }) => id), on],
  })
  if (renamed.length === 0) return
  await tx.run({
    name: 'grid_rename',
    text: `UPDATE place p SET name = n.name, code = n.code,
                  full_name = CASE WHEN right(p.full_name, length(p.name)) = p.name THEN left(p.full_name, -length(p.name)) || n.name ELSE n.name END
             FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (id, name, code) WHERE p.tenant_id = $1 AND p.id = n.id`,
    values: [
      tx.tenantId,
      renamed.map(({ id }) => id),
      renamed.map(({ name }) => name),
      renamed.map(({ code }) => code),
    ],
  })
}

async function saveOutlines(tx: Tx, drawn: readonly Drawn[]): Promise<void> {
  if (drawn.length === 0) return
  await tx.run({
    name: 'grid_save_outlines',
    text: `UPDATE place p SET outline = CASE WHEN d.outline = 'null' THEN NULL ELSE d.outline::jsonb END,
                  outline_from = CASE WHEN d.outline = 'null' THEN NULL ELSE d.outline_from END,
                  outline_system = CASE WHEN d.outline = 'null' THEN NULL ELSE 'wgs84' END
             FROM unnest($2::uuid[], $3::text[], $4::text[]) AS d (id, outline, outline_from) WHERE p.tenant_id = $1 AND p.id = d.id`,
    values: [
      tx.tenantId,
      drawn.map(({ id }) => id),
      drawn.map(({ outline }) => JSON.stringify(outline)),
      drawn.map(({ from }) => from),
    ],
  })
}
