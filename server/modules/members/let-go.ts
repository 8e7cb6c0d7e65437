/** Letting go of a person who is erased: as a member, and as a neighbour who asked at somebody's plate. */
import type { Tx } from '#platform/db.ts'
import { forgetMember } from './own.ts'

export async function letGoOfMember(tx: Tx, { personId }: { personId: string }, now: Date): Promise<void> {
  await forgetMember(tx, personId, now)
  await tx.run({
    name: 'member_let_go_questions',
    text: 'DELETE FROM neighbour_question WHERE tenant_id = $1 AND from_person_id = $2',
    values: [tx.tenantId, personId],
  })
}
