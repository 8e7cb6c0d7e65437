/** Who is erased is gone from imports too: what became of their rows, and the first lines of the file. */
import { afterAll, expect, test } from 'vitest'
import { makePerson, makeTenant, signIn } from '#modules/accounts/make.ts'
import { erasePerson } from '#modules/households/index.ts'
import { makeDistrict } from '#modules/places/make.ts'
import type { Tx } from '#platform/db.ts'
import { OTHERS } from '#server/app.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { checkAll, makeXlsx, settle, upload } from './make/uploads.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
afterAll(() => app.close())
const tenantId = await makeTenant(databaseUrl)
const made = await app.services.db.withTenant(tenantId, (tx) => makeDistrict(tx))
const inTenant = <T>(work: (tx: Tx) => Promise<T>) => app.services.db.withTenant(tenantId, work)

const ROWS = [
  ['楼栋', '单元', '房号', '姓名', '联系电话'],
  ['21栋', '1单元', '101', '陈文静', '16000010001'],
  ['21栋', '1单元', '102', '', '16000010002'],
]

test('rows and first lines go with the person; a colleague still gets the rows that did not go in', async () => {
  const { personId } = await makePerson(app, tenantId, {
    posts: [{ kind: 'communityStaff', placeId: made.community.id }],
  })
  const staff = await signIn(app, tenantId, personId)
  const { id } = (await upload(app, staff, await makeXlsx({ 居民: ROWS }))).json()
  await checkAll(app, tenantId, staff, { id, placeId: made.compound.id })
  await staff.inject('POST', `/api/imports/${id}/run`)
  await settle(app, tenantId, staff, id)
  const kept = () =>
    inTenant((tx) =>
      tx.one<{ personId: string; look: boolean; rows: number; others: number }>({
        text: `SELECT r.person_id AS "personId", i.look_sealed IS NOT NULL AS look,
                      (SELECT count(*)::int FROM import_row o WHERE o.tenant_id = $1 AND o.import_id = i.id AND o.person_id = r.person_id AND o.cells_sealed IS NOT NULL) AS rows,
                      (SELECT count(*)::int FROM import_row o WHERE o.tenant_id = $1 AND o.import_id = i.id AND o.person_id IS NULL AND o.cells_sealed IS NOT NULL) AS others
                 FROM import_job i JOIN import_row r ON r.tenant_id = $1 AND r.import_id = i.id AND r.person_id IS NOT NULL
                WHERE i.tenant_id = $1 AND i.id = $2`,
        values: [tx.tenantId, id],
      }),
    )
  // As a row that was passed over keeps its cells until the sweep
  await inTenant((tx) =>
    tx.run({
      text: `UPDATE import_row SET cells_sealed = '\\x01' WHERE tenant_id = $1 AND import_id = $2 AND person_id IS NOT NULL`,
      values: [tx.tenantId, id],
    }),
  )
  const before = await kept()
  expect(before).toMatchObject({ look: true, rows: 1, others: 1 })
  await inTenant((tx) =>
    erasePerson(
      tx,
      { ...app.services, erasers: OTHERS.erasers },
      { personId: before?.personId ?? '', reason: 'asked' },
      app.now(),
    ),
  )
  expect(await kept()).toMatchObject({ look: false, rows: 0, others: 1 })
  const file = await staff.inject('GET', `/api/imports/${id}/bad-rows.xlsx`)
  expect(file.statusCode).toBe(200)
  expect(file.rawPayload.length).toBeGreaterThan(1_000)
}, 60_000)
