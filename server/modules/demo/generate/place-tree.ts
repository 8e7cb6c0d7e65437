/** The place tree of the demo district as it grows: each place gets its key, path and grid; households add up at the end. */
import { centreOf, toPolygon, toPosition, type Xy } from './geometry.ts'
import type { DemoPlace, PlaceLevel } from './types.ts'

type NewPlace = {
  key: string
  parentKey: string | null
  level: PlaceLevel
  gridLevel?: 3
  name: string
  code?: string
  ring?: readonly Xy[]
  at?: Xy
  households?: number
  residents?: number
  floors?: number
  entrances?: number
}

/** Places in the order parents first, each with its path. */
export class PlaceTree {
  readonly places: DemoPlace[] = []
  private readonly byKey = new Map<string, DemoPlace>()
  private readonly children = new Map<string, number>()

  add({ key, parentKey, level, gridLevel, name, code, ring, at, households, residents, floors, entrances }: NewPlace) {
    const order = (this.children.get(parentKey ?? '') ?? 0) + 1
    this.children.set(parentKey ?? '', order)
    const parent = this.byKey.get(parentKey ?? '')
    const parentPath = parent?.path ?? ''
    const place: DemoPlace = {
      key,
      parentKey,
      level,
      gridLevel: level === 'grid' ? (gridLevel ?? 2) : null,
      gridKey: level === 'building' ? this.basicGridOf(parent) : null,
      name,
      code: code ?? null,
      path: `${parentPath}${order.toString(36).padStart(4, '0')}.`,
      outline: ring ? toPolygon(ring) : null,
      point: toPosition(at ?? (ring ? centreOf(ring) : [0, 0])),
      households: households ?? 0,
      residents: residents ?? null,
      floors: floors ?? null,
      entrances: entrances ?? null,
    }
    this.places.push(place)
    this.byKey.set(key, place)
  }

  private basicGridOf(place: DemoPlace | undefined): string | null {
    if (!place) return null
    return place.gridLevel === 2 ? place.key : this.basicGridOf(this.byKey.get(place.parentKey ?? ''))
  }

  /** Households and known residents of every place from what it holds. */
  sumUp() {
    for (const place of [...this.places].reverse()) {
      const parent = place.parentKey ? this.byKey.get(place.parentKey) : undefined
      if (!parent) continue
      parent.households += place.households
      // Above the model compound only some people are counted, and half a count would mislead.
      if (place.residents !== null && place.level !== 'compound')
        parent.residents = (parent.residents ?? 0) + place.residents
    }
  }
}
