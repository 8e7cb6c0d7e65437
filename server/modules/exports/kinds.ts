/** Every kind of export, in one table. */
import { EXPORT_NEEDS, type ExportKind } from '#contracts/exports.ts'
import type { Right } from '#contracts/rights.ts'
import { holdsRight, type Actor } from '#platform/actor.ts'
import type { Kind } from './kinds/kind.ts'
import { gridLedger, loop, practical, teams } from './kinds/ledgers.ts'
import { households, members, owners } from './kinds/persons.ts'
import { grids, organisations, posts, register, shops, venues } from './kinds/registers.ts'
import { behind, figures, setApart, work } from './kinds/requests.ts'
import { audit, checkup, plans, selections } from './kinds/rest.ts'

// prettier-ignore
export const KINDS: Readonly<Record<ExportKind, Kind>> = {
  work, behind, figures, setApart, register, grids, organisations, posts, venues, shops, selections, checkup, plans, audit,
  loop, practical, teams, gridLedger,
  households, owners, members,
}

/** The right that is missing, if one is. */
export const missingRight = (actor: Actor, kind: ExportKind): Right | undefined =>
  EXPORT_NEEDS[kind].find((right) => !holdsRight(actor, right))
