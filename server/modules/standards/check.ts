/**
 * One portion of a check-up: gather, judge, save. A whole run, and what is looked at again after a change, are portions of
 * the same kind, so that both always find the same.
 */
import { type Place, readTree, type Tree } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { type Area, bareArea } from './area.ts'
import { instructorPosts } from './count-queries.ts'
import { daysBefore } from './days.ts'
import { areaOf, gather, grouped, type Portion, portionsOf, rootOf } from './gather.ts'
import { type Finding, isOff, judgeArea } from './judge-area.ts'
import { PACK, standardOf } from './pack/index.ts'
import { saveDay, saveFindings } from './save-findings.ts'
import { readSettings } from './settings.ts'
import { valuesOf } from './standard.ts'

/** Asked across the whole district: moving an instructor changes what is found at their other compounds. */
const ACROSS = 'instructor.load'
const WITHIN = PACK.filter(({ id }) => id !== ACROSS)

export async function checkPortion(tx: Tx, rootId: string | null, now: Date): Promise<void> {
  const today = shanghaiToday(now)
  const { tree } = await readTree(tx)
  const portion = portionsOf(tree, today).find(({ root }) => (root?.id ?? null) === rootId)
  const scope = { communityId: rootId, but: ACROSS }
  if (!portion) return saveFindings(tx, [], scope, today) // the place is no more
  const settings = await readSettings(tx)
  const confirmed = standardOf('household.confirmed')
  const days = Number(confirmed && valuesOf(confirmed.parameters, settings.get(confirmed.id))['days'])
  const areas = await gather(tx, { tree, portion, today, confirmedSince: daysBefore(today, days) })
  const findings = areas.flatMap((area) => judgeArea(area, WITHIN, settings, today))
  await saveFindings(tx, findings, scope, today)
  await saveDay(tx, idsOf(portion), today, now)
}

/** The standard that is asked across communities. */
export async function checkAcross(tx: Tx, now: Date): Promise<void> {
  const today = shanghaiToday(now)
  const settings = await readSettings(tx)
  const standard = standardOf(ACROSS)
  const { tree } = await readTree(tx)
  const posts = await instructorPosts(tx, today)
  const compounds = new Map(
    [...grouped(posts, ({ personId }) => personId)].map(([personId, own]) => [
      personId,
      new Set(own.flatMap(({ path }) => areaOf(tree, path)?.id ?? [])).size,
    ]),
  )
  const findings: Finding[] = []
  if (standard && !isOff(standard, settings))
    for (const [place, own] of grouped(posts, ({ path }) => areaOf(tree, path))) {
      const instructors = [...grouped(own, ({ id }) => id).values()].flatMap((holders) =>
        holders.slice(0, 1).map(({ id, name }) => ({
          id,
          name,
          counted: { compounds: Math.max(...holders.map(({ personId }) => compounds.get(personId) ?? 0)) },
        })),
      )
      findings.push(...judgeArea({ ...areaAt(tree, place), instructors }, [standard], settings, today))
    }
  await saveFindings(tx, findings, { only: ACROSS }, today)
}

const idsOf = ({ areas }: Portion) => areas.map(({ id }) => id)

/** Which place it is, and nothing of what is in it. */
const areaAt = (tree: Tree, { id, name, path, level }: Place): Area => ({
  ...bareArea({ id, name, path, level }),
  compoundId: level === 'compound' ? id : null,
  communityId: rootOf(tree, path)?.id ?? null,
})
