/** Whether a key works today. Its last day is a whole day. */
import type { KeyView } from '#contracts/keys.ts'

export const stateOf = (
  { revokedAt, expiresOn }: { revokedAt: string | null; expiresOn: string | null },
  today: string,
): KeyView['state'] => (revokedAt ? 'revoked' : expiresOn !== null && expiresOn < today ? 'expired' : 'working')
