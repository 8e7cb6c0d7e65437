/** Signing in by user name and password (staff), and the one-time link that makes the first administrator. */
import { claimFirstAdmin, signInWithPassword } from '#contracts/accounts.ts'
import { AppError } from '#platform/errors.ts'
import { serveOpenPrepared, type App } from '#platform/http.ts'
import { sha256 } from '#platform/secrets.ts'
import { appointFirstAdmin, isLinkOpen, useLink } from '../first-admin.ts'
import { clientKey, countTry, forgetTries, LIMITS } from '../limits.ts'
import { hashPassword, isPassword, plainUsername } from '../passwords.ts'
import { accountByUsername, insertPerson } from '../people-queries.ts'
import { signIn } from '../sign-in.ts'
import type { AccountDeps } from './deps.ts'

export function passwordRoutes(app: App, deps: AccountDeps) {
  const { db, secrets, now: clock } = deps.services

  serveOpenPrepared(
    app,
    signInWithPassword,
    // Tries are counted and committed first; a locked-out owner still has the code to their phone.
    async (request, { username, password }) => {
      const name = plainUsername(username)
      const client = clientKey(request.ip)
      const account = await db.withTenant(request.tenantId, async (tx) => {
        await countTry(tx, LIMITS.passwordOfBoth, triesOf(name, client), clock())
        await countTry(tx, LIMITS.passwordOfAccount, name, clock())
        await countTry(tx, LIMITS.passwordFromClient, client, clock())
        return accountByUsername(tx, name)
      })
      const right = await isPassword(password, account?.passwordHash)
      if (!account || !right || account.disabled) throw new AppError('password_wrong')
      return { personId: account.personId, tries: triesOf(name, client) }
    },
    async (call, { personId, tries }) => {
      await forgetTries(call.tx, LIMITS.passwordOfBoth, tries)
      return signIn(call, deps, personId, 'password')
    },
  )

  serveOpenPrepared(
    app,
    claimFirstAdmin,
    async (request, { token, username, password }) => {
      await db.withTenant(request.tenantId, (tx) =>
        countTry(tx, LIMITS.linksFromClient, clientKey(request.ip), clock()),
      )
      const isOpen = await db.withTenant(request.tenantId, (tx) => isLinkOpen(tx, sha256(token), clock()))
      if (!isOpen) throw new AppError('link_not_valid')
      return hashPassword(password, plainUsername(username))
    },
    async (call, passwordHash) => {
      const { tx, body, now } = call
      const username = plainUsername(body.username)
      if (!(await useLink(tx, sha256(body.token), now))) throw new AppError('link_not_valid')
      const person = { name: body.name, nickname: body.name, username, passwordHash }
      const personId = await insertPerson(tx, secrets, person, now)
      if (!personId) throw new AppError('username_taken', { field: 'username' })
      await appointFirstAdmin(tx, personId, await deps.tenants.byId(tx.tenantId), now)
      return signIn(call, deps, personId, 'firstAdmin')
    },
  )
}

const triesOf = (username: string, client: string) => `${username}+${client}`
