/**
 * Runs the reader of spreadsheets in a process of its own, started with the first file and ended after some quiet minutes.
 *
 * Hostile bytes then meet a parser where there is no connection and no secret; what fills its memory ends that process and
 * not the server; what does not come back is killed; and it runs at low priority, so that pages stay quick beside it.
 * Source: docs/decisions/0015-reading-sheets.md.
 */
import { constants } from 'node:os'
import { keptChild } from '#platform/elsewhere/kept.ts'
import { AppError } from '#platform/errors.ts'
import type { Look } from '../look.ts'
import type { Plan, ReadRow } from '../types.ts'
import type { SheetToWrite } from '../writing.ts'
import type { Answer, Ask } from './reading-child.ts'

const MAX_SECONDS = 20
const ABORTED = 134 // 128 + SIGABRT: how Node ends when its memory is full and no signal is seen

const reader = keptChild<Ask, Answer>({
  beside: import.meta.url,
  name: 'reading-child',
  memoryMb: 320, // the largest files allowed take some 200 MB
  priority: constants.priority.PRIORITY_BELOW_NORMAL,
  maxSeconds: MAX_SECONDS,
  quietMs: 300_000,
  mostWaiting: 6, // each holds a file of up to 10 MB
  meaningOf({ late, signal, code }) {
    if (late) return new AppError('sheet_too_slow', { maxSeconds: MAX_SECONDS })
    return signal !== null || code === ABORTED ? new AppError('sheet_unpacks_too_large') : undefined // its memory was full
  },
})

/** Process id of the reader, while there is one. */
export const readerProcessId = reader.pid

/** Opens a file under a key and looks at it. @throws what readSheets refuses, sheet_too_slow, busy */
export async function openFile(key: string, bytes: Buffer): Promise<Look[]> {
  const answer = await reader.ask({ ask: 'open', key, bytes })
  return 'looks' in answer ? answer.looks : []
}

/** Reads the open file by a plan and gives the number of rows; null when it is not open (any more). */
export async function planFile(key: string, plan: Plan, digest: string): Promise<number | null> {
  const answer = await reader.ask({ ask: 'plan', key, plan, digest })
  return 'rowCount' in answer ? answer.rowCount : null
}

/** A piece of the rows that were read by the plan with this digest; null when they are not there (any more). */
export async function readPiece(key: string, digest: string, from: number, count: number): Promise<ReadRow[] | null> {
  const answer = await reader.ask({ ask: 'rows', key, digest, from, count })
  return 'rows' in answer ? answer.rows : null
}

/** An .xlsx of these sheets: writing one is as slow as reading it. */
export async function writeElsewhere(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const answer = await reader.ask({ ask: 'write', sheets })
  return 'bytes' in answer ? Buffer.from(answer.bytes) : Buffer.alloc(0)
}
