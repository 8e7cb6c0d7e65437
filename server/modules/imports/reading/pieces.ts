/**
 * Pieces of a file's rows for the checking job. Opening a large file takes seconds, which no transaction should wait for:
 * it goes on beside the job, and the job comes back. After a restart the file is opened again from where it lies.
 */
import { createHash } from 'node:crypto'
import { AppError } from '#platform/errors.ts'
import { sheetKey } from '#platform/files/storage.ts'
import type { Services } from '#platform/services.ts'
import type { Plan, ReadRow } from '../types.ts'
import { openFile, planFile, readPiece } from './reading-process.ts'

export type Piece = { rows: ReadRow[] } | 'reading' | { failure: string }

type State = { done: boolean; failure?: string; tries: number }
const MOST_TRIES = 3
const states = new Map<string, State>()

export async function pieceOf(
  services: Pick<Services, 'storage' | 'secrets'>,
  where: { tenantId: number; importId: string; plan: Plan },
  { from, count }: { from: number; count: number },
): Promise<Piece> {
  const digest = digestOf(where.plan)
  const rows = await readPiece(where.importId, digest, from, count)
  const key = `${where.importId}/${digest}`
  if (rows) {
    states.delete(key)
    return { rows }
  }
  const state = states.get(key)
  if (state && !state.done) return 'reading'
  if (state?.failure) {
    states.delete(key)
    return { failure: state.failure }
  }
  const tries = (state?.tries ?? 0) + 1
  if (tries > MOST_TRIES) {
    states.delete(key)
    return { failure: 'sheet_too_slow' }
  }
  const now: State = { done: false, tries }
  states.set(key, now)
  void prepare(services, where, digest).then(
    () => (now.done = true),
    (error: unknown) =>
      Object.assign(now, { done: true, failure: error instanceof AppError ? error.code : 'internal' }),
  )
  return 'reading'
}

const digestOf = (plan: Plan) => createHash('sha256').update(JSON.stringify(plan)).digest('hex')

async function prepare(
  services: Pick<Services, 'storage' | 'secrets'>,
  { tenantId, importId, plan }: { tenantId: number; importId: string; plan: Plan },
  digest: string,
): Promise<void> {
  if ((await planFile(importId, plan, digest)) !== null) return
  await openFile(importId, await readSealed(services, tenantId, importId))
  await planFile(importId, plan, digest)
}

const place = (tenantId: number, importId: string) => ({
  tenantId,
  table: 'import_job',
  column: 'file',
  rowId: importId,
})

/** The uploaded file lies sealed: it holds more about people than will ever be entered. */
export async function storeSealed(
  { storage, secrets }: Pick<Services, 'storage' | 'secrets'>,
  tenantId: number,
  importId: string,
  bytes: Buffer,
) {
  const key = sheetKey(tenantId, importId)
  await storage.put(key, secrets.seal(bytes.toString('base64'), place(tenantId, importId)))
  return key
}

/** @throws sheet_missing when a day has passed and the file is gone */
async function readSealed(
  { storage, secrets }: Pick<Services, 'storage' | 'secrets'>,
  tenantId: number,
  importId: string,
): Promise<Buffer> {
  const file = await storage.read(sheetKey(tenantId, importId))
  if (!file) throw new AppError('sheet_missing')
  const chunks: Buffer[] = []
  for await (const chunk of file.stream) chunks.push(chunk as Buffer) // a stream of bytes
  return Buffer.from(secrets.open(Buffer.concat(chunks), place(tenantId, importId)), 'base64')
}
