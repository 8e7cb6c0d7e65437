/** Places as replies show them. */
import type { PlaceView } from '#contracts/places.ts'
import type { RegisterPlace } from '#contracts/places.ts'
import { lineOf, type Place, type Tree } from './tree.ts'

export const viewPlace = ({ id, parentId, level, name, gridLevel, code, households, lon, lat }: Place): PlaceView => ({
  id,
  parentId,
  level,
  name,
  gridLevel,
  code,
  households,
  lon,
  lat,
})

export const viewRegisterPlace = (place: Place, children: number): RegisterPlace => ({
  ...viewPlace(place),
  fullName: place.fullName,
  residents: place.residents,
  floors: place.floors,
  usedAs: place.usedAs,
  drawn: place.outline !== null,
  children,
})

/** 梧桐街道 › 桂园社区 › 桂园小区 8 栋; the district goes without saying. */
export function pathName(tree: Tree, place: Place): string {
  const larger = lineOf(tree, place.path).filter(({ level }) => level === 'subdistrict' || level === 'community')
  return [...larger.filter(({ id }) => id !== place.id).map(({ name }) => name), place.fullName].join(' › ')
}

/** 2 栋 before 10 栋, 春 before 夏. */
const NUMERIC = new Intl.Collator('zh-CN', { numeric: true })
export const byName = (a: { name: string }, b: { name: string }): number => NUMERIC.compare(a.name, b.name)
