/**
 * Every table, declared as tenant (its keys start with tenant_id, row security forced), reference (small, the same for all
 * tenants) or global. The distribution step of a cluster and the catalogue test read this; see docs/decisions/0002-one-schema.md.
 */
export type TableClass = 'tenant' | 'reference' | 'global'

export const TABLES: Record<string, TableClass> = {
  tenant: 'reference',
  place: 'tenant',
  map_shape: 'tenant',
  organisation: 'tenant',
  person: 'tenant',
  post: 'tenant',
  post_term: 'tenant',
  sign_in_attempt: 'tenant',
  session: 'tenant',
  rate_count: 'tenant',
  one_time_link: 'tenant',
  audit_entry: 'tenant',
  idempotency_key: 'tenant',
  counter: 'tenant',
  outbox: 'tenant',
  notice: 'tenant',
  notice_read: 'tenant',
  category: 'tenant',
  request: 'tenant',
  request_event: 'tenant',
  request_assignment: 'tenant',
  request_joiner: 'tenant',
  request_rating: 'tenant',
  photo: 'tenant',
  bulk_step: 'tenant',
  category_correction: 'tenant',
  schema_migration: 'global',
}
