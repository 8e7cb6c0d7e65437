/** HTTP for the record of an impact assessment: the table of fields, the figures of today, and what will be deleted. */
import { listFields, type FieldKey } from '#contracts/households.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { serve, type App } from '#platform/http.ts'
import { FIELDS, KEEP_DAYS } from './fields.ts'
import type { RetentionStep } from './others.ts'
import { lookAhead } from './retention.ts'

export function recordRoutes(app: App, steps: readonly RetentionStep[]): void {
  serve(app, listFields, async ({ tx, now }) => {
    const keys = Object.keys(FIELDS) as FieldKey[] // the registry has just these keys
    const { districtName, ...figures } = await figuresOf(tx, new Date(now.getTime() - 30 * DAY))
    return {
      on: shanghaiToday(now),
      districtName: districtName ?? '',
      fields: keys.map((key) => {
        const { purpose, basis, level, keep, readers, columns, ...more } = FIELDS[key]
        return {
          key,
          purpose,
          basis,
          level,
          keep,
          keepDays: KEEP_DAYS[keep] ?? null,
          readers: [...readers],
          consent: 'consent' in more ? more.consent : null,
          columns: [...columns],
          sealed: columns.some((column) => column.endsWith('sealed')),
        }
      }),
      figures,
      ahead: await lookAhead(tx, steps, now),
    }
  })
}

type Figures = {
  districtName: string | null
  households: number
  people: number
  values: number
  consents: number
  withdrawn: number
  reveals30Days: number
  openAsks: number
  erased: number
}

async function figuresOf(tx: Tx, since: Date): Promise<Figures> {
  const found = await tx.one<Figures>({
    name: 'household_figures',
    text: `SELECT (SELECT name FROM place WHERE tenant_id = $1 AND level = 'district' AND valid_to IS NULL ORDER BY path LIMIT 1) AS "districtName",
                  (SELECT count(*) FROM household WHERE tenant_id = $1 AND moved_out_on IS NULL) AS households,
                  (SELECT count(*) FROM household_member WHERE tenant_id = $1 AND to_on IS NULL) AS people,
                  (SELECT count(*) FROM household_value WHERE tenant_id = $1) AS values,
                  (SELECT count(*) FROM consent WHERE tenant_id = $1 AND withdrawn_at IS NULL) AS consents,
                  (SELECT count(*) FROM consent WHERE tenant_id = $1 AND withdrawn_at IS NOT NULL) AS withdrawn,
                  (SELECT count(*) FROM audit_entry WHERE tenant_id = $1 AND what = 'reveal' AND at >= $2) AS "reveals30Days",
                  (SELECT count(*) FROM file_ask WHERE tenant_id = $1 AND status = 'open') AS "openAsks",
                  (SELECT count(*) FROM erasure WHERE tenant_id = $1) AS erased`,
    values: [tx.tenantId, since],
  })
  if (!found) throw new Error('a row of counts is always there')
  return found
}
