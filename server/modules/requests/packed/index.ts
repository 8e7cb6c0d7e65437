/** Packed files: what the rest of the requests module may use of them. */
export { encodeFile } from './encode.ts'
export { FILE, forgetInFiles, historyIn, isPacked, openOf, readHistories, readHistory, unpack } from './files.ts'
export type { History, Owner, PackedEvent } from './history.ts'
export { packing, packRested, readRows, RESTS_DAYS } from './pack.ts'
export { historyOf } from './explain.ts'
