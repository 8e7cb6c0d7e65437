/** HTTP for the divisions of the country: found by name or code, taken into the tree of one's own district. */
import { DIVISION_LEVELS, searchDivisions, takeDivisions, type DivisionView } from '#contracts/places.ts'
import { servePrepared, type App } from '#platform/http.ts'
import { log } from '../register/routes.ts'
import { readTree, type Tree } from '../tree.ts'
import { openDivisions, type Division, type Divisions } from './divisions.ts'
import { takeInto } from './take.ts'

const MOST_FOUND = 30
const CODE_LENGTHS = [2, 4, 6, 9, 12]

export function divisionRoutes(app: App): void {
  const divisions = () => openDivisions()

  servePrepared(app, searchDivisions, divisions, async ({ query: { q = '', within }, tx }, list) => {
    const { tree } = await readTree(tx)
    const { rows, more } = within ? { rows: list.within(within), more: false } : list.search(q, MOST_FOUND)
    return { rows: rows.map((one) => viewDivision(one, list, tree)), more }
  })

  servePrepared(app, takeDivisions, divisions, async ({ body, actor, tx, now }, list) => {
    const { added, placeIds, names } = await takeInto(tx, actor, list, body.codes, now)
    if (added > 0) await log(tx, actor, now, 'takeDivisions', names.slice(0, 5).join('、'))
    return { added, placeIds }
  })
}

const viewDivision = ({ code, name }: Division, list: Divisions, tree: Tree): DivisionView => ({
  code,
  name,
  level: DIVISION_LEVELS[CODE_LENGTHS.indexOf(code.length)] ?? 'community',
  above: list.above(code).map((one) => one.name),
  taken: tree.all.some((place) => place.code === code && place.level !== 'building'),
})
