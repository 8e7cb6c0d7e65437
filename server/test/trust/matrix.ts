/**
 * Who may call what, on what: a row per route. The door (`access`) is the contract's; what lies behind it is written here
 * by hand from docs/capabilities, so that table and code can disagree.
 */
import { accounts } from './matrix/accounts.ts'
import { bulletins } from './matrix/bulletins.ts'
import { figures } from './matrix/figures.ts'
import { connections } from './matrix/connections.ts'
import { exports } from './matrix/exports.ts'
import { grids } from './matrix/grids.ts'
import { households } from './matrix/households.ts'
import { imports } from './matrix/imports.ts'
import { keys } from './matrix/keys.ts'
import { members } from './matrix/members.ts'
import { organisations } from './matrix/organisations.ts'
import { places } from './matrix/places.ts'
import { planner } from './matrix/planner.ts'
import { posts } from './matrix/posts.ts'
import { requests } from './matrix/requests.ts'
import { selections } from './matrix/selections.ts'
import type { Rows } from './matrix/kit.ts'

export { PRINCIPALS, TARGETS, type Principal, type Target, type Things } from './matrix/kit.ts'

export const ROWS: Rows = {
  ...accounts,
  ...places,
  ...grids,
  ...organisations,
  ...posts,
  ...selections,
  ...households,
  ...imports,
  ...exports,
  ...requests,
  ...members,
  ...planner,
  ...figures,
  ...bulletins,
  ...connections,
  ...keys,
}
