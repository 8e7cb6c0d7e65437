/** Live updates: a stream of server-sent events that say what changed; pages fetch again through the ordinary, authorised calls. */
export type LiveEvent =
  { type: 'request'; id: string; seq: number } | { type: 'notice' } | { type: 'hello' } | { type: 'signedOut' }

export const LIVE_PATH = '/api/live'
