/**
 * Who calls with a key. Looked up at every call and kept nowhere, so that a revoked key stops at once.
 *
 * What acts is no person and holds no post: `Actor.machine` is what history shows. For reading, a key stands as an
 * auditor of its place does, behind endpoints that name one of its scopes. Source: docs/decisions/0022-keys-and-open311.md.
 */
import type { KeyScope } from '#contracts/key-scopes.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Database } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { countCalls } from './call-rate.ts'
import { keyBySecret, saveUsed, type KeyRow } from './queries.ts'
import { hashOf } from './secret.ts'
import { stateOf } from './state.ts'

export type Keys = {
  /** The key behind a secret, if it works and has the scope. @throws key_not_valid, key_scope_required, too_many_tries */
  use(tenantId: number, secret: string, scope: KeyScope): Promise<{ key: KeyRow; actor: Actor }>
}

export function createKeys({ db, now }: { db: Database; now: () => Date }): Keys {
  const count = countCalls(now)
  return {
    async use(tenantId, secret, scope) {
      const secretHash = hashOf(secret)
      if (!secretHash) throw new AppError('key_not_valid')
      const today = shanghaiToday(now())
      const key = await db.withTenant(tenantId, async (tx) => {
        const found = await keyBySecret(tx, secretHash)
        if (!found || stateOf(found, today) !== 'working') throw new AppError('key_not_valid')
        count(found.id, found.callsInTenSeconds)
        if (!found.scopes.includes(scope)) throw new AppError('key_scope_required', { scope })
        if (found.lastUsedOn !== today) await saveUsed(tx, found.id, today)
        return found
      })
      return { key, actor: actorOf(tenantId, key) }
    },
  }
}

/** In the words that history keeps; Chinese, as every capacity is. */
const wordsOf = (key: KeyRow) => `开放接口 · ${key.name}`

const actorOf = (tenantId: number, key: KeyRow): Actor => ({
  tenantId,
  personId: key.id,
  name: key.name,
  nickname: key.name,
  sessionId: key.id,
  home: null,
  machine: wordsOf(key),
  capacities: [
    {
      postId: key.id,
      kind: 'auditor',
      title: wordsOf(key),
      organisationId: null,
      organisationName: null,
      placeId: key.placeId,
      placeName: key.placeName,
      placeLevel: key.placeLevel,
      placePath: key.placePath,
    },
  ],
})
