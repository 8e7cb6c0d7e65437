/** Hears what they say, in order and each thing once: the row that says it was heard is written with the step that it became. */
import { takeAllowed } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Call } from './call.ts'
import { meaningOf, stepsFor, stepsFromReporter } from './meanings.ts'
import { pairsByTheirs, type Pair } from './pairs.ts'
import { asOrganisation, asReporter, type Peer } from './peer.ts'
import { enterPhotos, keepTheirPhoto, type KeptPhoto } from './photo-parts.ts'
import { insertItem, knownKeys, saveInState } from './queries.ts'

export type Heard = { key: string; theirId: string; word: string; words: string; at: string; mediaUrl: string | undefined } // prettier-ignore

export async function hearAll(call: Call, heard: readonly Heard[]): Promise<void> {
  const { services, tenantId, peer } = call
  const { known, pairs } = await services.db.withTenant(
    tenantId,
    async (tx) => ({
      known: await knownKeys(tx, peer.id, heard.map(({ key }) => key)), // prettier-ignore
      pairs: await pairsByTheirs(tx, peer.id, heard.map(({ theirId }) => theirId)), // prettier-ignore
    }),
    { readOnly: true },
  )
  const inOrder = heard.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) // stable: their own order among equals
  for (const one of inOrder) {
    const pair = pairs.find(({ theirId }) => theirId === one.theirId)
    if (pair && !known.has(one.key) && isAsked(call, pair)) await hear(call, pair, one)
  }
}

/** What they filed here and whose words they send us are not looked for in their lists besides. */
const isAsked = ({ peer }: Call, { origin }: Pair) => origin === 'ours' || peer.pulls

async function hear({ services, tenantId, peer }: Call, pair: Pair, heard: Heard) {
  const kept = await keepTheirPhoto(services, tenantId, heard.mediaUrl)
  await services.db.withTenant(tenantId, (tx) => enterHeard(tx, peer, pair, { ...heard, kept }, services.now()))
}

type Said = Omit<Heard, 'theirId' | 'mediaUrl'> & { kept: readonly KeptPhoto[] }

/** False when it was heard before. */
export async function enterHeard(tx: Tx, peer: Peer, pair: Pair, { key, word, words, at, kept }: Said, now: Date) {
  const when = Number.isNaN(Date.parse(at)) ? now : new Date(at)
  if (!(await insertItem(tx, { peerId: peer.id, pairId: pair.id, way: 'in', kind: 'update', key, what: word, state: 'noted', at: when }, now))) return false // prettier-ignore
  const photoIds = await enterPhotos(tx, peer.id, kept, now)
  const isOurs = pair.origin === 'ours'
  const actor = isOurs ? asOrganisation(tx.tenantId, peer) : asReporter(tx.tenantId, peer)
  const groups = isOurs
    ? stepsFor(meaningOf(word, peer.meanings), words, photoIds)
    : stepsFromReporter(word, words, photoIds)
  let isDone = false
  for (const group of groups) if (await takeAllowed(tx, actor, pair.requestId, group, now)) isDone = true
  if (isDone) await saveInState(tx, peer.id, key, 'done')
  return true
}
