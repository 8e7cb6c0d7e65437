/** The key of a connected server: its id is that of the connection, so that whatever comes with it is known to come from there. */
import { KEY_CALLS } from '#contracts/keys.ts'
import type { KeyScope } from '#contracts/key-scopes.ts'
import type { Tx } from '#platform/db.ts'
import { insertKey, keyById, saveRevoked, saveSecret } from './queries.ts'
import { makeSecret } from './secret.ts'

type Given = { id: string; name: string; placeId: string; scopes: KeyScope[] }

/** Makes it, or gives it another secret; the secret is told once. */
export async function giveKey(tx: Tx, given: Given, now: Date): Promise<string> {
  const { secret, prefix, secretHash } = makeSecret()
  const before = await keyById(tx, given.id)
  if (before) await saveSecret(tx, given.id, { prefix, secretHash, expiresOn: before.expiresOn })
  else
    await insertKey(tx, { ...given, holder: null, prefix, secretHash, callsInTenSeconds: KEY_CALLS.usual, expiresOn: null, createdAt: now.toISOString() }) // prettier-ignore
  return secret
}

/** Nothing happens where none was given. */
export const takeBackKey = async (tx: Tx, id: string, now: Date): Promise<void> => void (await saveRevoked(tx, id, now))
