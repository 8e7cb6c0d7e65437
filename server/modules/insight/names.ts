/** Names of what figures are cut by. A channel's word is its name: pages have the texts. */
import type { Cut } from '#modules/figures/index.ts'
import type { Tx } from '#platform/db.ts'

export async function namesOf(tx: Tx, cut: Cut, keys: readonly string[]): Promise<Map<string, string>> {
  const found =
    cut === 'category'
      ? await tx.many<{ key: string; name: string }>({
          name: 'figure_category_names',
          text: 'SELECT code AS key, name FROM category WHERE tenant_id = $1 AND code = ANY ($2::text[])',
          values: [tx.tenantId, keys],
        })
      : cut === 'organisation'
        ? await tx.many<{ key: string; name: string }>({
            name: 'figure_organisation_names',
            text: 'SELECT id::text AS key, name FROM organisation WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
            values: [tx.tenantId, keys.filter((key) => key !== '')],
          })
        : []
  return new Map(found.map(({ key, name }) => [key, name]))
}
