/** A connected server as the exchange uses it, with its key opened, and who acts in our loop in its name. */
import type { PeerMeaning } from '#contracts/federation.ts'
import type { Actor } from '#platform/actor.ts'
import type { Secrets } from '#platform/secrets.ts'

export type Peer = {
  id: string
  name: string
  url: string
  jurisdiction: string | null
  keySealed: Buffer | null
  organisationId: string
  organisationName: string
  placeId: string
  placePath: string
  pulls: boolean
  pushes: boolean
  photos: string
  services: { theirs: string; ours: string }[]
  meanings: Record<string, PeerMeaning>
  hasUpdates: boolean | null
  requestsMark: string
  updatesMark: string
  pullAt: string
}

const keyAt = (tenantId: number, peerId: string) => ({ tenantId, table: 'peer', column: 'key_sealed', rowId: peerId })
export const sealKey = (secrets: Secrets, tenantId: number, peerId: string, key: string): Buffer =>
  secrets.seal(key, keyAt(tenantId, peerId))
export const serverOf = (secrets: Secrets, tenantId: number, { id, url, jurisdiction, keySealed }: Peer) => ({
  url,
  jurisdiction,
  key: keySealed && secrets.open(keySealed, keyAt(tenantId, id)),
})

/** As whoever handed in what came from there: it holds no post. */
export const asReporter = (tenantId: number, { id, name }: Pick<Peer, 'id' | 'name'>): Actor => ({
  tenantId,
  personId: id,
  name,
  nickname: name,
  sessionId: '',
  machine: name,
  capacities: [],
  home: null,
})

/** As the organisation that stands for it, and no more than that. */
export const asOrganisation = (tenantId: number, peer: Peer): Actor => ({
  ...asReporter(tenantId, peer),
  capacities: [
    {
      postId: peer.id,
      kind: 'unitUser',
      title: peer.name,
      organisationId: peer.organisationId,
      organisationName: peer.organisationName,
      placeId: peer.placeId,
      placeName: '',
      placeLevel: '',
      placePath: peer.placePath,
    },
  ],
})
