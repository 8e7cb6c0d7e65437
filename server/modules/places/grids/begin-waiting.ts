/**
 * Begins the changes whose day has come, the earliest first. One that no longer fits (a building has been added meanwhile, a
 * grid is gone) is laid aside with the reason, for people to plan again; it never stops the others.
 */
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { readTree } from '../tree.ts'
import { applyChange } from './apply-change.ts'
import { dueChanges, markRefused } from './changes.ts'
import { problemOf } from './problem.ts'

import { standOf } from './stand.ts'

export async function beginWaiting(tx: Tx, now: Date): Promise<void> {
  for (const change of await dueChanges(tx, shanghaiToday(now))) {
    const { scopeId, effectiveOn, wanted } = change
    const { tree } = await readTree(tx)
    const scope = tree.byId.get(scopeId)
    const problem = scope && problemOf(standOf(tree, scope, wanted.gridLevel, effectiveOn), { scopeId, ...wanted })
    if (!scope || problem) await markRefused(tx, change.id, problem?.code ?? 'not_found', now)
    else await applyChange(tx, change, now)
  }
}
