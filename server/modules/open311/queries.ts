/** SQL of what this door keeps for itself: settings, tokens, updates that were heard. */
import type { Offered, OwnAttribute } from '#contracts/open311.ts'
import type { Tx } from '#platform/db.ts'

type Setting = { code: string; offered: Offered; attributes: OwnAttribute[] }

export const settingRows = (tx: Tx) =>
  tx.many<Setting>({
    name: 'open311_settings',
    text: 'SELECT category_code AS code, offered, attributes FROM open311_service WHERE tenant_id = $1',
    values: [tx.tenantId],
  })

export const saveSetting = (tx: Tx, { code, offered, attributes }: Setting) =>
  tx.run({
    name: 'open311_setting_save',
    text: `INSERT INTO open311_service (tenant_id, category_code, offered, attributes) VALUES ($1, $2, $3, $4)
           ON CONFLICT (tenant_id, category_code) DO UPDATE SET offered = $3, attributes = $4`,
    values: [tx.tenantId, code, offered, JSON.stringify(attributes)],
  })

export const insertToken = (tx: Tx, token: string, requestId: string) =>
  tx.run({
    name: 'open311_token_insert',
    text: 'INSERT INTO open311_token (tenant_id, token, request_id) VALUES ($1, $2, $3)',
    values: [tx.tenantId, token, requestId],
  })

export const requestOfToken = async (tx: Tx, token: string): Promise<string | undefined> =>
  (
    await tx.one<{ requestId: string }>({
      name: 'open311_token_find',
      text: 'SELECT request_id AS "requestId" FROM open311_token WHERE tenant_id = $1 AND token = $2',
      values: [tx.tenantId, token],
    })
  )?.requestId

/** False when this key has said it before. */
export const insertUpdate = async (
  tx: Tx,
  { keyId, updateId, requestId, at }: { keyId: string; updateId: string; requestId: string; at: Date },
): Promise<boolean> =>
  (await tx.run({
    name: 'open311_update_insert',
    text: `INSERT INTO open311_update (tenant_id, key_id, update_id, request_id, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    values: [tx.tenantId, keyId, updateId, requestId, at],
  })) === 1
