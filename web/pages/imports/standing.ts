/** How an import stands, as colour and as the step that it waits at. */
import type { ImportStatus } from '#contracts/imports.ts'
import type { Tone } from '#web/components/tone.ts'

const TONES: Record<ImportStatus, Tone> = {
  mapping: 'new',
  checking: 'doing',
  ready: 'due',
  running: 'doing',
  done: 'good',
  undoing: 'doing',
  undone: 'said',
  failed: 'late',
  expired: 'said',
}
export const toneOf = (status: ImportStatus): Tone => TONES[status]

/** Something goes on by itself: ask again soon. */
export const isMoving = (status: ImportStatus): boolean => ['checking', 'running', 'undoing'].includes(status)

export type Step = 'columns' | 'rows' | 'enter'
export const STEPS: readonly Step[] = ['columns', 'rows', 'enter']

export function stepOf(status: ImportStatus): Step {
  if (status === 'mapping' || status === 'failed') return 'columns'
  return status === 'checking' || status === 'ready' ? 'rows' : 'enter'
}
