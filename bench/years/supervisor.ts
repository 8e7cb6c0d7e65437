/** Somebody who sees the whole district, signed in. */
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'

export async function supervisorCookie(owner: pg.Client): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const { rowCount } = await owner.query(
    `INSERT INTO session (tenant_id, id, secret_hash, person_id, staff, user_agent, created_at, last_seen_at, idle_until, ends_at)
     SELECT 1, $1, $2, id, true, 'bench', now(), now() + interval '50 seconds', now() + interval '6 hours', now() + interval '6 hours'
       FROM person WHERE tenant_id = 1 AND demo_role = 'districtSupervisor' ORDER BY id LIMIT 1`,
    [uuidv7(), createHash('sha256').update(secret).digest()],
  )
  if (!rowCount) throw new Error('the demo has no districtSupervisor')
  return `linli=1.${secret}`
}
