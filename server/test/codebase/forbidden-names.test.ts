/** No contract has a field for what the system never records. Columns are looked at in catalogue.test.ts. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FORBIDDEN, forbiddenIn } from '#platform/never-kept.ts'

test.each([
  ['risk_level', 'risk level'],
  ['personRiskLevel', 'risk level'],
  ['political_status', 'political status'],
  ['id_card_no', 'id card'],
  ['是否重点人员', '重点人员'],
  ['宗教信仰', '宗教'],
])('%s is found', (name, term) => expect(forbiddenIn(name)).toContain(term))

test.each(['interface_id', 'surface', 'priority', 'request_rating', 'helper', 'voice_note_id', '姓名'])(
  '%s passes',
  (name) => expect(forbiddenIn(name)).toEqual([]),
)

test('the list is not shortened in passing', () => expect(FORBIDDEN.length).toBeGreaterThan(60))

test('no field of a contract is forbidden', async () => {
  const names = new Set<string>()
  const seen = new Set<unknown>()
  const collect = (value: unknown) => {
    if (!value || typeof value !== 'object' || seen.has(value)) return
    seen.add(value)
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'properties' && inner && typeof inner === 'object') for (const field of Object.keys(inner)) names.add(field)
      collect(inner)
    }
  }
  for (const file of readdirSync('contracts').filter((name) => /^[^.]+\.ts$/.test(name))) collect({ ...(await import(join(resolve('contracts'), file))) })
  expect(names.size).toBeGreaterThan(50)
  expect([...names].filter((name) => forbiddenIn(name).length > 0)).toEqual([])
}) // prettier-ignore
