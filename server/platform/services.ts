/** What the shell hands to every module besides the transaction: keys, outside systems, streams, time. */
import type { Beside } from './beside.ts'
import type { Database } from './db.ts'
import type { Storage } from './files/storage.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Outgoing } from './outgoing/outgoing.ts'
import type { Secrets } from './secrets.ts'
import type { Sms } from './sms/sms.ts'
import type { Wechat } from './wechat/wechat.ts'

export type Services = {
  db: Database
  secrets: Secrets
  storage: Storage
  sms: Sms
  wechat: Wechat
  /** The only way out to addresses that people typed. */
  outgoing: Outgoing
  /** Where jobs start what waits for other machines. */
  beside: Beside
  live: Live
  log: Log
  now: () => Date
  /** Forgets cached actors at once after rights, access or sessions changed; all of a tenant when no person is named. */
  forgetActors: (tenantId: number, personId?: string) => void
}
