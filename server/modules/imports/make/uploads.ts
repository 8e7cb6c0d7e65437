/** Test factory: files as communities send them, uploads, and the background work brought to its end. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportKind, ImportView } from '#contracts/imports.ts'
import { SAME_ORIGIN, type Client } from '#modules/accounts/make.ts'
import { newId } from '#platform/ids.ts'
import type { TestApp } from '#server/test/make-app.ts'
import { writeSheets } from '../writing.ts'

/** An .xlsx whose first row of each sheet is its header. */
export const makeXlsx = (sheets: Record<string, readonly (readonly string[])[]>): Promise<Buffer> =>
  writeSheets(Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({ name, header, rows })))

export async function upload(
  { fastify }: Pick<TestApp, 'fastify'>,
  client: Client,
  bytes: Buffer,
  { name = '业主表.xlsx', query = '' } = {},
) {
  const boundary = 'linli-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return fastify.inject({
    method: 'POST',
    url: `/api/imports${query}`,
    headers: {
      ...SAME_ORIGIN,
      cookie: client.cookie,
      'idempotency-key': newId(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

/** Runs the background work until the import waits for somebody again. */
export async function settle(app: TestApp, tenantId: number, client: Client, id: string): Promise<ImportView> {
  for (let round = 0; round < 400; round++) {
    await app.dispatcher.drain(tenantId)
    const view = (await client.inject('GET', `/api/imports/${id}`)).json() as ImportView // the contract's reply
    if (!['checking', 'running', 'undoing'].includes(view.status)) return view
    app.wait(500)
    await pause(20)
  }
  throw new Error('the import does not come to an end')
}

/** Accepts what is proposed for the sheets (or the kinds said) and checks. */
export async function checkAll(
  app: TestApp,
  tenantId: number,
  client: Client,
  {
    id,
    placeId,
    kinds = {},
    createMissing = true,
  }: { id: string; placeId: string; kinds?: Record<number, ImportKind | null>; createMissing?: boolean },
): Promise<ImportView> {
  const view = (await client.inject('GET', `/api/imports/${id}`)).json() as ImportView // the contract's reply
  const parts = view.parts.map((part) => ({
    ...part,
    kind: part.sheet in kinds ? (kinds[part.sheet] ?? null) : part.kind,
  }))
  const reply = await client.inject('POST', `/api/imports/${id}/check`, {
    placeId,
    parts,
    createMissing,
    areaSource: 'CONTRACT',
  })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return settle(app, tenantId, client, id)
}
