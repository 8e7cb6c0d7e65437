/** Signing in by a code to one's phone. A number that nobody has becomes a registered resident. */
import { sendCode, signInWithCode } from '#contracts/accounts.ts'
import { AppError } from '#platform/errors.ts'
import { serveOpen, serveOpenPrepared, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/outbox.ts'
import type { Tx } from '#platform/db.ts'
import { sameBytes, type Secrets } from '#platform/secrets.ts'
import { insertAttempt, spendTry, useAttempt } from '../code-queries.ts'
import * as codes from '../codes.ts'
import { giveCookie, readCookie } from '../cookies.ts'
import { sendCodeJob } from '../jobs.ts'
import { clientKey, countTry, LIMITS } from '../limits.ts'
import { accountByPhone, insertPerson } from '../people-queries.ts'
import { signIn } from '../sign-in.ts'
import type { AccountDeps } from './deps.ts'

export function codeRoutes(app: App, deps: AccountDeps) {
  const { secrets, db, now: clock } = deps.services
  const sending = sendCodeJob(deps.services)

  // Nothing here asks whether the number is known, so nothing can tell.
  serveOpen(app, sendCode, async ({ body: { phone }, tenantId, tx, now, request, reply }) => {
    const phoneIndex = secrets.blindIndex(tenantId, phone)
    const client = clientKey(request.ip)
    await countTry(tx, LIMITS.codesToNumber, phoneIndex.toString('hex'), now)
    await countTry(tx, LIMITS.codesFromClient, client, now)
    await countTry(tx, LIMITS.codesInTenant, '', now)

    const id = newId()
    const code = codes.newCode()
    const codeHmac = codes.codeDigest(secrets, tenantId, id, code)
    const phoneSealed = secrets.seal(phone, codes.attemptPhoneAt(tenantId, id))
    await insertAttempt(tx, { id, phoneIndex, phoneSealed, codeHmac, client, now })
    const codeSealed = secrets.seal(code, codes.codeSealedAt(tenantId, id)).toString('base64')
    await enqueue(tx, sending, { attemptId: id, codeSealed }, { now })

    giveCookie(reply, 'linli-attempt', codes.attemptCookie(secrets, tenantId, id), codes.CODE_LIFE_MS)
    return { attemptId: id, validSeconds: codes.CODE_LIFE_MS / 1000, againInSeconds: codes.AGAIN_IN_SECONDS }
  })

  serveOpenPrepared(
    app,
    signInWithCode,
    // The try is spent and committed before the code is compared: parallel guesses share the five.
    async (request, { attemptId, code }) => {
      const { tenantId } = request
      const cookie = readCookie(request, 'linli-attempt')
      if (!codes.isAttemptCookie(secrets, tenantId, attemptId, cookie)) throw new AppError('code_wrong')
      const attempt = await db.withTenant(tenantId, async (tx) => {
        await countTry(tx, LIMITS.guessesFromClient, clientKey(request.ip), clock())
        return spendTry(tx, attemptId, clock())
      })
      const digest = codes.codeDigest(secrets, tenantId, attemptId, code)
      if (!attempt || !sameBytes(attempt.codeHmac, digest)) throw new AppError('code_wrong')
      return secrets.open(attempt.phoneSealed, codes.attemptPhoneAt(tenantId, attemptId))
    },
    async (call, phone) => {
      if (!(await useAttempt(call.tx, call.body.attemptId, call.now))) throw new AppError('code_wrong')
      const personId = await residentOf(call.tx, secrets, phone, call.now)
      return signIn(call, deps, personId, 'code')
    },
  )
}

/** @throws code_wrong for a closed account: it is told no more than a stranger */
async function residentOf(tx: Tx, secrets: Secrets, phone: string, now: Date): Promise<string> {
  const phoneIndex = secrets.blindIndex(tx.tenantId, phone)
  const known = await accountByPhone(tx, phoneIndex)
  if (known?.disabled) throw new AppError('code_wrong')
  if (known) return known.personId
  // Neighbours see the nickname, so it carries nothing of the number.
  const added = await insertPerson(tx, secrets, { name: `居民${phone.slice(-4)}`, nickname: '新邻居', phone }, now)
  const personId = added ?? (await accountByPhone(tx, phoneIndex))?.personId // the same number signed in just now
  if (!personId) throw new Error('a number neither free nor taken')
  return personId
}
