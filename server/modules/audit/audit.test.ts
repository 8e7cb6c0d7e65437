/** The log, through HTTP: who sees it, and what it shows. */
import { afterAll, expect, test } from 'vitest'

import { useDatabase } from '#server/test/database.ts'
import { startTwoDistricts, ok, refusal } from '#server/test/two-districts.ts'
import { record, revealsToday } from './index.ts'
const { app, here, enter, inTenant, now } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())

test('the log is for the auditor: capacities, masked subjects, fifty reveals a day counted', async () => {
  const auditor = await enter({ posts: [{ kind: 'auditor', placeId: here.made.district.id, title: '审计' }] })
  const actor = here.operator.personId
  const reveal = (at: Date) =>
    inTenant((tx) =>
      record(tx, {
        at,
        what: 'reveal',
        actorPersonId: actor,
        capacity: '桂园社区 受理岗',
        subject: '王＊＊',
        subjectPersonId: here.canary.personId,
        field: 'phone',
        reason: '上门前联系',
      }),
    )
  await reveal(new Date('2026-11-19T15:59:59Z')) // the last second of the 19th in Shanghai
  for (let n = 0; n < 3; n++) await reveal(now())
  expect(await inTenant((tx) => revealsToday(tx, actor, now()))).toBe(3)
  const { rows } = await ok(auditor.client.inject('GET', '/api/audit?what=reveal'))
  expect(rows).toHaveLength(4)
  expect(rows[0]).toEqual({
    id: rows[0].id,
    at: now().toISOString(),
    what: 'reveal',
    actor: '桂园社区 受理岗',
    subject: '王＊＊',
    reason: '上门前联系',
  })
  expect(await refusal(auditor.client.inject('PATCH', `/api/people/${actor}`, { disabled: true }))).toEqual([
    403,
    'right_required',
  ])
})
