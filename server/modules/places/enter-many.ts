/**
 * Doors by the thousand: the entrances and homes of a compound laid out to be found by what people call them, and whatever
 * is missing made on the way. Source: docs/capabilities/imports.md, "Doors".
 */
import type { UsedAs } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { addPlaces } from './add-places.ts'
import { homeCode, partName, partOf, type HomeWords } from './home-words.ts'
import { covers } from './path.ts'
import type { NewPlace } from './placing.ts'
import { isValid, type Place, type Tree } from './tree.ts'

export type FoundDoor = { buildingId?: string; entranceId?: string; homeId?: string }
export type Doors = {
  compound: Place
  find(door: HomeWords): FoundDoor
  /** By code: what is there, and what was made since. */
  ids: Map<string, string>
}

type Deep = { id: string; parentId: string; level: 'entrance' | 'home'; name: string }

/** Buildings come from the tree, what lies in them from the database: some thousands of rows for a large compound. */
export async function loadDoors(tx: Tx, tree: Tree, compound: Place, on: string): Promise<Doors> {
  const ids = new Map<string, string>()
  const codes = new Map<string, string>()
  const put = (id: string, code: string) => {
    codes.set(id, code)
    if (!ids.has(code)) ids.set(code, id)
  }
  for (const place of tree.all)
    if (place.level === 'building' && covers(compound.path, place.path) && isValid(place, on))
      put(place.id, partIn(place.name))
  const deep = await tx.many<Deep>({
    name: 'doors_below',
    text: `SELECT id, parent_id AS "parentId", level, name FROM place
            WHERE tenant_id = $1 AND path > $2 AND path < $2 || '~' AND level IN ('entrance', 'home') AND valid_to IS NULL ORDER BY path`,
    values: [tx.tenantId, compound.path],
  })
  /** 8-301 where every stairwell has its own 301 means none of them. */
  const short = new Map<string, string | null>()
  for (const { id, parentId, name } of deep) {
    const within = codes.get(parentId)
    if (within === undefined) continue
    const code = `${within}-${partIn(name)}`
    put(id, code)
    const parts = code.split('-')
    if (parts.length > 2) {
      const brief = `${parts[0]}-${parts.at(-1)}`
      short.set(brief, short.has(brief) ? null : id)
    }
  }
  const find = ({ building, entrance, room }: HomeWords): FoundDoor => {
    const buildingId = ids.get(building)
    const entranceId = entrance === undefined ? undefined : ids.get(homeCode({ building, entrance }))
    const code = homeCode({
      building,
      ...(entrance !== undefined && { entrance }),
      ...(room !== undefined && { room }),
    })
    const brief = room !== undefined && entrance === undefined ? short.get(code) : undefined
    const homeId = room === undefined ? undefined : (ids.get(code) ?? brief ?? undefined)
    return { ...(buildingId && { buildingId }), ...(entranceId && { entranceId }), ...(homeId && { homeId }) }
  }
  return { compound, find, ids }
}

export type DoorToMake = HomeWords & {
  floor?: number
  floors?: number
  households?: number
  usedAs?: UsedAs
  gridId?: string
}

/**
 * Makes what of these doors is missing, largest first, and gives the ids of the places made. Whoever calls says in the end
 * that facts have changed, once for all pieces.
 */
export async function enterDoors(tx: Tx, doors: Doors, wanted: readonly DoorToMake[], now: Date): Promise<string[]> {
  const rows: (NewPlace & { id: string })[] = []
  const make = (code: string, row: Omit<NewPlace, 'id'>): string => {
    const id = newId()
    doors.ids.set(code, id)
    rows.push({ ...row, id })
    return id
  }
  for (const door of wanted) {
    const { building, entrance, room } = door
    const found = doors.find(door)
    if (found.homeId) continue
    const isGate = entrance === undefined && room === undefined
    const buildingId =
      found.buildingId ??
      make(building, {
        parentId: door.gridId ?? doors.compound.id,
        level: 'building',
        name: nameOf('building', building),
        ...(room === undefined && door.floors !== undefined && { floors: door.floors }),
        ...(isGate && door.households !== undefined && { households: door.households }),
        ...(room === undefined && door.usedAs && { usedAs: door.usedAs }),
      })
    const entranceId =
      entrance === undefined
        ? undefined
        : (found.entranceId ??
          make(homeCode({ building, entrance }), {
            parentId: buildingId,
            level: 'entrance',
            name: nameOf('entrance', entrance),
            ...(room === undefined && door.floors !== undefined && { floors: door.floors }),
            ...(room === undefined && door.households !== undefined && { households: door.households }),
          }))
    if (room !== undefined)
      make(homeCode({ building, ...(entrance !== undefined && { entrance }), room }), {
        parentId: entranceId ?? buildingId,
        level: 'home',
        name: nameOf('home', room),
        ...(door.floor !== undefined && { floors: door.floor }),
        ...(door.usedAs && { usedAs: door.usedAs }),
      })
  }
  await addPlaces(tx, rows, now, { tells: false })
  return rows.map(({ id }) => id)
}

/** Nearly every name is one that we made ourselves; reading it as words is for the others. */
const partIn = (name: string): string => /^([A-Z]?[1-9]\d*) (?:栋|单元|室)$/.exec(name)?.[1] ?? partOf(name)

/** 8 becomes 8 栋; 东楼 has its name already. */
const nameOf = (level: 'building' | 'entrance' | 'home', part: string): string =>
  /^[A-Z]?\d+[A-Z]?$|^[A-Z东西南北中甲乙丙丁戊]$/u.test(part) ? partName(level, part) : part
