/** Rolling restarts lose nothing and do nothing twice; the long run: `npm run bench -- restarts`. Source: docs/security.md, "Deploy / shutdown loses requests". */
import { expect, test } from 'vitest'
import { rollingRestarts } from './rolling/restarts.ts'

test('three rolling restarts under load: no call fails, nothing happens twice, open pages come back', async () => {
  const outcome = await rollingRestarts({ restarts: 3, perSecond: 10 })
  console.log(`rolling restarts: ${JSON.stringify({ ...outcome, failed: outcome.failed.length })}`)
  expect(outcome.failed).toEqual([])
  expect([outcome.lost, outcome.doubled, outcome.toldTwice]).toEqual([0, 0, 0])
  expect(outcome.writes).toBeGreaterThan(20)
  expect(outcome.cameBack).toBeGreaterThan(0)
}, 900_000)
