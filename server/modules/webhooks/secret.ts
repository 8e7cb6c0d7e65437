/** The secret of a webhook, sealed at rest: unlike a key's it must be read again, to sign with. */
import type { Secrets } from '#platform/secrets.ts'

const at = (tenantId: number, webhookId: string) => ({
  tenantId,
  table: 'webhook',
  column: 'secret_sealed',
  rowId: webhookId,
})

export const sealSecret = (secrets: Secrets, tenantId: number, webhookId: string, secret: string): Buffer =>
  secrets.seal(secret, at(tenantId, webhookId))

export const secretOf = (secrets: Secrets, tenantId: number, webhookId: string, sealed: Buffer): string =>
  secrets.open(sealed, at(tenantId, webhookId))
