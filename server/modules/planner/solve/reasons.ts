/**
 * Why a wish cannot be met in full, in figures, and what would relax it: each relaxation that changes the wish carries the
 * changed wish, so that one button starts it. Source: docs/capabilities/planner.md, "When it cannot be".
 */
import type { GridFigures, GridsWish, PairFigures, PairsWish, PlanFailure } from '#contracts/planner.ts'

type Reason = PlanFailure['reasons'][number]
type Relaxation = PlanFailure['relaxations'][number]

const failure = (reasons: Reason[], relaxations: Relaxation[]): PlanFailure | null =>
  reasons.length > 0 ? { reasons, relaxations } : null

type Cuttable = { households: number; name: string }

/** Before anything is solved: there are fewer buildings than grids. */
export function tooManyGrids(wish: GridsWish, units: number): PlanFailure | null {
  if (wish.count <= units) return null
  return failure(
    [{ code: 'tooManyGrids', facts: { count: wish.count, units } }],
    units > 0 ? [countOf(wish, units)] : [],
  )
}

export function gridReasons(wish: GridsWish, units: readonly Cuttable[], { grids }: GridFigures): PlanFailure | null {
  if (!wish.band) return null
  const [from = 0, to = 0] = wish.band
  const outside = grids.filter(({ households }) => households < from || households > to)
  if (outside.length === 0) return null
  const all = units.reduce((sum, { households }) => sum + households, 0)
  const mean = Math.round(all / wish.count)
  const large = units.filter(({ households }) => households > to)
  const reasons: Reason[] = [
    ...(mean < from
      ? [{ code: 'gridsTooSmall', facts: { households: all, count: wish.count, mean, from } } as const]
      : []),
    ...(mean > to ? [{ code: 'gridsTooLarge', facts: { households: all, count: wish.count, mean, to } } as const] : []),
    ...large.map(({ name, households }) => ({ code: 'buildingTooLarge', facts: { name, households, to } }) as const),
  ]
  const counts = grids.map(({ households }) => households)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const [fewest, mostGrids] = [Math.max(1, Math.ceil(all / to)), Math.floor(all / Math.max(1, from))]
  const count = Math.min(Math.max(wish.count, fewest), Math.max(fewest, mostGrids))
  const { band: _band, ...unbound } = wish
  return failure(
    reasons.length > 0 ? reasons : [{ code: 'bandNotMet', facts: { count: outside.length, least, most, from, to } }],
    [
      ...(count !== wish.count && count <= units.length && fewest <= mostGrids ? [countOf(wish, count)] : []),
      {
        code: 'band',
        facts: { from: Math.min(from, least), to: Math.max(to, most) },
        wanted: { grids: { ...wish, band: [Math.min(from, least), Math.max(to, most)] } },
      },
      { code: 'noBand', facts: {}, wanted: { grids: unbound } },
    ],
  )
}

const countOf = (wish: GridsWish, count: number): Relaxation => ({
  code: 'count',
  facts: { count },
  wanted: { grids: { ...wish, count } },
})

/** `kept`: households that members have outside this plan. */
export function pairReasons(
  wish: PairsWish,
  members: readonly { kept: number }[],
  figures: PairFigures,
): PlanFailure | null {
  const [lowest = 0, highest = 0] = wish.bounds
  const { homes, unpaired, below } = figures
  if (wish.partly || (unpaired === 0 && below === 0)) return null
  const kept = members.reduce((sum, one) => sum + one.kept, 0)
  const room = members.reduce((sum, one) => sum + Math.max(0, highest - one.kept), 0)
  const needed = members.reduce((sum, one) => sum + Math.max(0, lowest - one.kept), 0)
  const count = members.length
  const partly: Relaxation = {
    code: 'partly',
    facts: { unpaired, below },
    wanted: { pairings: { ...wish, partly: true } },
  }
  if (homes > room) {
    const upper = Math.ceil((homes + kept) / Math.max(1, count))
    return failure(
      [{ code: 'tooFewMembers', facts: { members: count, highest, room, homes, left: homes - room } }],
      [
        { code: 'upperBound', facts: { highest: upper }, wanted: { pairings: { ...wish, bounds: [lowest, upper] } } },
        {
          code: 'addMembers',
          facts: { members: Math.ceil((homes - room) / Math.max(1, highest)), homes: homes - room },
        },
        partly,
      ],
    )
  }
  if (homes < needed) {
    const lower = Math.floor((homes + kept) / Math.max(1, count))
    return failure(
      [{ code: 'tooManyMembers', facts: { members: count, lowest, needed, homes } }],
      [
        { code: 'lowerBound', facts: { lowest: lower }, wanted: { pairings: { ...wish, bounds: [lower, highest] } } },
        partly,
      ],
    )
  }
  return failure(
    [
      ...(unpaired > 0 ? [{ code: 'homesLeft', facts: { homes: unpaired } } as const] : []),
      ...(below > 0 ? [{ code: 'membersLeft', facts: { members: below, lowest } } as const] : []),
    ],
    [partly],
  )
}
