/** SQL of plans. */
import type {
  GridPlanProposal,
  PairPlanProposal,
  PlanFailure,
  PlanKind,
  PlanStatus,
  PlanView,
  PlanWish,
  SolverNote,
} from '#contracts/planner.ts'
import type { PlaceLevel } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

/** What is kept of a proposal, by the kind of its plan. */
export type KeptProposal = { grids?: GridPlanProposal; pairings?: PairPlanProposal }
export type PlanFound = {
  id: string
  kind: PlanKind
  placeId: string
  placeName: string
  placeLevel: PlaceLevel
  placePath: string
  wanted: PlanWish
  status: PlanStatus
  seq: number
  progress: PlanView['progress'] | null
  figures: SolverNote | null
  proposal: KeptProposal | null
  failure: PlanFailure | null
  createdAt: string
  solvedAt: string | null
  appliedAt: string | null
}
export type PlanLine = Omit<PlanFound, 'proposal' | 'figures' | 'failure' | 'progress'>

const LINE = `n.id, n.kind, n.place_id AS "placeId", l.full_name AS "placeName", l.level AS "placeLevel", l.path AS "placePath", n.wanted, n.status, n.seq,
  n.created_at AS "createdAt", n.solved_at AS "solvedAt", n.applied_at AS "appliedAt"`
const FROM = `FROM plan n JOIN place l ON l.tenant_id = $1 AND l.id = n.place_id WHERE n.tenant_id = $1`

export const lockPlan = (tx: Tx, id: string) =>
  tx.one<PlanFound>({
    name: 'plan_lock',
    text: `SELECT ${LINE}, n.progress, n.figures, n.proposal, n.failure ${FROM} AND n.id = $2 FOR UPDATE OF n`,
    values: [tx.tenantId, id],
  })

export const readPlanRow = (tx: Tx, id: string) =>
  tx.one<PlanFound>({
    name: 'plan_read',
    text: `SELECT ${LINE}, n.progress, n.figures, n.proposal, n.failure ${FROM} AND n.id = $2`,
    values: [tx.tenantId, id],
  })

/** Places over which plans of each kind may be seen; `null` for the whole district. */
export type Reach = { grids: readonly string[]; pairings: readonly string[] }
type Wanted = { placePath?: string; after?: string; limit: number; reach: Reach }

export const listPlansFound = (tx: Tx, { placePath, after, limit, reach }: Wanted) =>
  tx.many<PlanLine>({
    name: 'plan_list',
    text: `SELECT ${LINE} ${FROM}
             AND ($2::text IS NULL OR l.path >= $2 AND l.path < $2 || '~') AND ($3::uuid IS NULL OR n.id < $3)
             AND EXISTS (SELECT 1 FROM unnest(CASE n.kind WHEN 'grids' THEN $4::text[] ELSE $5::text[] END) AS s (path)
                          WHERE l.path >= s.path AND l.path < s.path || '~')
           ORDER BY n.id DESC LIMIT $6`,
    values: [tx.tenantId, placePath ?? null, after ?? null, reach.grids, reach.pairings, limit],
  })

type NewPlan = { kind: PlanKind; placeId: string; wanted: PlanWish; personId: string; now: Date }

export async function insertPlan(tx: Tx, { kind, placeId, wanted, personId, now }: NewPlan): Promise<string> {
  const id = newId()
  await tx.run({
    name: 'plan_insert',
    text: `INSERT INTO plan (tenant_id, id, kind, place_id, wanted, status, person_id, created_at) VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7)`,
    values: [tx.tenantId, id, kind, placeId, JSON.stringify(wanted), personId, now],
  })
  return id
}

export async function saveStatus(tx: Tx, id: string, status: PlanStatus, appliedAt: Date | null): Promise<void> {
  await tx.run({
    name: 'plan_status',
    text: `UPDATE plan SET status = $3, seq = seq + 1, progress = NULL, applied_at = coalesce($4, applied_at) WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, status, appliedAt],
  })
}

/** False when it is no longer being solved: somebody dropped it. */
export async function saveProgress(tx: Tx, id: string, progress: PlanView['progress']): Promise<boolean> {
  const rows = await tx.run({
    name: 'plan_progress',
    text: `UPDATE plan SET progress = $3 WHERE tenant_id = $1 AND id = $2 AND status = 'solving'`,
    values: [tx.tenantId, id, JSON.stringify(progress)],
  })
  return rows === 1
}

export type Solved = {
  status: PlanStatus
  proposal: KeptProposal | null
  note: SolverNote | null
  failure: PlanFailure | null
}

/** Nothing happens to a plan that was dropped meanwhile. */
export async function saveSolved(tx: Tx, id: string, { status, proposal, note, failure }: Solved, now: Date) {
  await tx.run({
    name: 'plan_solved',
    text: `UPDATE plan SET status = $3, proposal = $4, figures = $5, failure = $6, solved_at = $7, progress = NULL, seq = seq + 1
            WHERE tenant_id = $1 AND id = $2 AND status = 'solving'`,
    values: [tx.tenantId, id, status, ...[proposal, note, failure].map((one) => one && JSON.stringify(one)), now],
  })
}

export async function saveEdited(tx: Tx, id: string, proposal: KeptProposal, note: SolverNote | null): Promise<void> {
  await tx.run({
    name: 'plan_edited',
    text: `UPDATE plan SET proposal = $3, figures = $4, seq = seq + 1 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, JSON.stringify(proposal), note && JSON.stringify(note)],
  })
}

/** The homes of a place, in the order of their doors. */
export const homesBelow = (tx: Tx, path: string, on: string, limit: number) =>
  tx.many<{ id: string; path: string; name: string }>({
    name: 'plan_homes',
    text: `SELECT h.id, h.path, h.full_name AS name FROM place h
            WHERE h.tenant_id = $1 AND h.level = 'home' AND h.path >= $2 AND h.path < $2 || '~'
              AND h.valid_from <= $3 AND (h.valid_to IS NULL OR h.valid_to > $3)
            ORDER BY h.path LIMIT $4`,
    values: [tx.tenantId, path, on, limit],
  })
