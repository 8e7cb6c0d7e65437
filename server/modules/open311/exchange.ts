/** What the exchange with connected servers is told of calls that bear a connection's key; app.ts puts the two together. */
import type { Tx } from '#platform/db.ts'
import type { Photo } from '#platform/files/photo.ts'

/** A picture that lies in the store and waits for its row. */
export type Kept = { id: string; photo: Photo }

export type Update = {
  number: string
  updateId: string
  word: string
  text: string
  at: string
  externalCode: string | undefined
}

export type Exchange = {
  /** Filed with this key, under this number of theirs. */
  filed(tx: Tx, filed: { keyId: string; requestId: string; theirNumber: string | null }, now: Date): Promise<void>
  /** False when it was said before; undefined when it is about nothing that was filed with them. */
  heard(tx: Tx, keyId: string, update: Update, kept: readonly Kept[], now: Date): Promise<boolean | undefined>
}
