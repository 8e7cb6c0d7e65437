/**
 * What a connected server does here with the key that its connection was given (modules/keys/give.ts): it files requests, of which it is
 * told every public step; and it says what became of the requests that we filed there, and of no others.
 * Source: docs/capabilities/federation.md, "Both ways at once".
 */
import { PROCESSED } from '#contracts/federation.ts'
import type { Tx } from '#platform/db.ts'
import { enterHeard } from './hear.ts'
import { insertPair, pairFiledThere, saveTheirStatus } from './pairs.ts'
import type { KeptPhoto } from './photo-parts.ts'
import { peerById } from './queries.ts'
import { MOST_ID } from './take-in.ts'

/** A pair, if the key is that of a connection and they said their number. Their filing itself is the first step. */
export async function pairFiled(
  tx: Tx,
  { keyId, requestId, theirNumber }: { keyId: string; requestId: string; theirNumber: string | null },
  now: Date,
): Promise<void> {
  if (!theirNumber || theirNumber.length > MOST_ID || !(await peerById(tx, keyId))) return
  await insertPair(tx, { peerId: keyId, requestId, origin: 'theirs', theirId: theirNumber, sentSeq: 1 }, now)
}

export type Posted = {
  number: string
  updateId: string
  word: string
  text: string
  at: string
  /** Their own word for the state, beside the protocol's. */
  externalCode: string | undefined
}

/** False when they said it before; undefined when it is about nothing that we filed with them. */
export async function hearPosted(
  tx: Tx,
  keyId: string,
  { number, updateId, word, text, at, externalCode }: Posted,
  kept: readonly KeptPhoto[],
  now: Date,
): Promise<boolean | undefined> {
  const peer = await peerById(tx, keyId)
  const pair = peer && (await pairFiledThere(tx, keyId, number))
  if (!pair) return undefined
  // Done and not yet confirmed is in progress in the protocol's words.
  const state = externalCode?.toLowerCase() === PROCESSED ? PROCESSED : word.toLowerCase()
  const isNew = await enterHeard(tx, peer, pair, { key: updateId, word: state, words: text, at, kept }, now)
  if (isNew) await saveTheirStatus(tx, pair.id, state)
  return isNew
}
