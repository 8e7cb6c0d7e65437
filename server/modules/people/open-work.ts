/**
 * What is open with posts and organisations. Work is a capability's, which stands on people; so whoever puts the application
 * together hands the question in, and an application without requests has no open work.
 */
import type { OpenWork } from '#contracts/people.ts'
import type { Tx } from '#platform/db.ts'

export type OpenWorkOf = (tx: Tx, of: { postId: string } | { organisationId: string }) => Promise<OpenWork>

export const noOpenWork: OpenWorkOf = async () => ({ count: 0, rows: [] })
