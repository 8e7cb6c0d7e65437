/** The text model of each district: the rule pack's phrases, and what its staff decided since. */
import type { Tx } from '#platform/db.ts'
import { learn, propose, train, type Model, type Proposal } from './propose.ts'
import { seedSamples } from './tree.ts'

const FRESH_MS = 10 * 60_000
const LATEST = 5_000 // corrections learned from; older ones have been outvoted long ago

const models = new Map<number, { model: Model; at: number }>()

/** Likely categories for a text, best first; empty when the model is not sure enough to say anything. */
export async function proposeCategories(tx: Tx, text: string, now: Date): Promise<Proposal[]> {
  if (text.trim().length < 2) return []
  return propose(await modelOf(tx, now), text)
}

async function modelOf(tx: Tx, now: Date): Promise<Model> {
  const kept = models.get(tx.tenantId)
  if (kept && now.getTime() - kept.at < FRESH_MS) return kept.model
  const model = train(seedSamples())
  const corrections = await tx.many<{ text: string; category_code: string }>({
    name: 'category_corrections',
    text: 'SELECT text, category_code FROM category_correction WHERE tenant_id = $1 ORDER BY at DESC LIMIT $2',
    values: [tx.tenantId, LATEST],
  })
  for (const { text, category_code } of corrections) learn(model, text, category_code)
  models.set(tx.tenantId, { model, at: now.getTime() })
  return model
}
