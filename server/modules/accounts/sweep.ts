/**
 * Once a day: what signing in and repeating calls left behind and nobody needs any more goes. Numbers of people who never
 * signed in are among it. Source: Personal Information Protection Law art. 19 (shortest retention).
 */
import { DAY } from '#platform/calendar/calendar.ts'
import { recurring } from '#platform/recurring.ts'

const REPEATS_KEPT_DAYS = 7 // a phone that was off for a week may still send its draft again; docs/security.md, "Repeats"

// prettier-ignore
const SWEEPS = [
  { name: 'sweep_attempts', text: 'DELETE FROM sign_in_attempt WHERE tenant_id = $1 AND created_at < $2', days: 1 },
  { name: 'sweep_counts', text: 'DELETE FROM rate_count WHERE tenant_id = $1 AND window_from < $2', days: 1 },
  { name: 'sweep_sessions', text: 'DELETE FROM session WHERE tenant_id = $1 AND (ends_at < $2 OR idle_until < $2)', days: 1 },
  { name: 'sweep_links', text: 'DELETE FROM one_time_link WHERE tenant_id = $1 AND expires_at < $2', days: 1 },
  { name: 'sweep_repeats', text: 'DELETE FROM idempotency_key WHERE tenant_id = $1 AND created_at < $2', days: REPEATS_KEPT_DAYS },
]

export const sweep = recurring('accounts.sweep', DAY, async (tx, { now }) => {
  for (const { name, text, days } of SWEEPS) {
    await tx.run({ name, text, values: [tx.tenantId, new Date(now.getTime() - days * DAY)] })
  }
})
