/** What may be done with an import, by how far it is. Read AFTER as a table. */
import type { ImportStatus } from '#contracts/imports.ts'

export type ImportAction = 'map' | 'run' | 'undo' | 'discard'

// prettier-ignore
const AFTER: Record<ImportAction, readonly ImportStatus[]> = {
  map:     ['mapping', 'ready', 'failed'],
  run:     ['ready'],
  undo:    ['done'],
  discard: ['mapping', 'ready', 'failed'],
}

const ACTIONS = Object.keys(AFTER) as ImportAction[] // its own keys

export const isOpen = (action: ImportAction, status: ImportStatus): boolean => AFTER[action].includes(status)
export const openActions = (status: ImportStatus): ImportAction[] => ACTIONS.filter((action) => isOpen(action, status))

export const isChecking = (status: ImportStatus): boolean => status === 'checking'
export const isRunning = (status: ImportStatus): boolean => status === 'running'
export const isUndoing = (status: ImportStatus): boolean => status === 'undoing'
/** Rows and file are kept as long as somebody may still answer. */
export const UNANSWERED: readonly ImportStatus[] = ['mapping', 'ready', 'failed']
