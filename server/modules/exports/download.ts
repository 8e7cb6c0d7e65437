/**
 * The file itself, written while it is fetched from sealed pieces: no copy of it lies anywhere. Only for whoever made it,
 * while the right still holds and its day is not over; anybody else, and any other moment, finds nothing.
 */
import { Readable } from 'node:stream'
import { downloadExport, EXPORT_NEEDS, type ExportFormat } from '#contracts/exports.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { App } from '#platform/http.ts'
import { reaches } from '#platform/reach.ts'
import { serveFile } from '#platform/serve-file.ts'
import type { Services } from '#platform/services.ts'
import { csv } from '#platform/sheets/write/csv.ts'
import { xlsx } from '#platform/sheets/write/xlsx.ts'
import { geojson } from './geojson.ts'
import { KINDS, missingRight } from './kinds.ts'
import { markFor } from './mark.ts'
import { keptLines, type Kept } from './pieces.ts'
import { findExport, noteDownload, type ExportFound } from './queries.ts'
import { penFor } from './words.ts'

const TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}
const MARK_WIDTH = 26

export function downloadRoute(app: App, services: Services): void {
  serveFile(app, downloadExport, async ({ params: { id }, actor, tenantId, now, reply }) => {
    const one = await services.db.withTenant(tenantId, async (tx) => {
      const found = await findExport(tx, id)
      if (!found || !mayFetch(actor, found, now) || (await hasLeftSince(tx, found, now)))
        throw new AppError('not_found')
      await noteDownload(tx, id)
      await record(tx, { at: now, what: 'exportFetched', actorPersonId: actor.personId, capacity: actingCapacity(actor, 'exports.make'), subject: `${KINDS[found.kind].title[0]} ${found.number}`, reason: found.purpose || null }) // prettier-ignore
      return found
    })
    const name = `${penFor(one.language).pick(KINDS[one.kind].title)} ${one.number}.${one.format}`
    const names = `filename="${one.number}.${one.format}"; filename*=UTF-8''${encodeURIComponent(name)}`
    return reply
      .type(TYPES[one.format])
      .header('content-disposition', `attachment; ${names}`)
      .send(Readable.from(written(one, actor, keptLines(services, tenantId, id, one.pieceCount))))
  })
}

/** The list's own right, and for a list about persons its place as well: posts may have ended since. */
function mayFetch(actor: Actor, one: ExportFound, now: Date): boolean {
  if (one.personId !== actor.personId || one.state !== 'ready') return false
  if (!one.endsAt || Date.parse(one.endsAt) <= now.getTime()) return false
  if (missingRight(actor, one.kind)) return false
  return !one.personal || EXPORT_NEEDS[one.kind].every((right) => reaches(actor, right, one.placePath ?? ''))
}

/** A list was cut to the posts of whoever asked for it: with one of them over, what it let them see stays behind. */
const hasLeftSince = async (tx: Tx, { personId, createdAt }: ExportFound, now: Date): Promise<boolean> =>
  (await tx.one({
    name: 'export_post_over',
    text: `SELECT 1 FROM post_term t WHERE t.tenant_id = $1 AND t.person_id = $2 AND t.to_on >= $3 AND t.to_on < $4
           UNION ALL
           SELECT 1 FROM audit_entry a WHERE a.tenant_id = $1 AND a.subject_person_id = $2 AND a.what = 'endTerm' AND a.at > $5 LIMIT 1`,
    values: [tx.tenantId, personId, shanghaiToday(new Date(createdAt)), shanghaiToday(now), createdAt],
  })) !== undefined

/** In the format asked for, piece by piece. */
function written(one: ExportFound, actor: Actor, lines: AsyncGenerator<Kept>): AsyncGenerator<Buffer> {
  const what = KINDS[one.kind]
  const pen = penFor(one.language)
  const mark = markFor(one, actor)
  const heads = [...what.heads(pen), ...(one.personal ? [pen.pick(['导出标记', 'Mark of the export'])] : [])]
  if (one.format === 'geojson') return geojson(Object.fromEntries(mark.rows), heads, lines)
  if (one.format === 'csv') return csv(table(heads, lines, [mark.rows.map((pair) => pair.join('：')).join('；')]))
  return xlsx([
    { name: pen.pick(['说明', 'About']), widths: [18, 80], headed: false, rows: mark.rows },
    {
      name: mark.title,
      widths: [...what.widths, ...(one.personal ? [MARK_WIDTH] : [])],
      headed: true,
      rows: table(heads, lines),
      print: { head: mark.line, foot: one.purpose || mark.title },
    },
  ])
}

async function* table(heads: readonly string[], lines: AsyncGenerator<Kept>, last?: readonly string[]) {
  yield heads
  for await (const { cells } of lines) yield cells
  if (last) yield last
}
