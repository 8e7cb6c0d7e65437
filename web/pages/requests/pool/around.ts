/** What the map shows first: all the pins with some ground around them, within the place; the place where there are none. */
const SHARE_AROUND = 0.25
const LEAST_DEGREES = 0.0012 // about 130 m: a single pin still shows its buildings

type Point = { lon: number; lat: number }

export function around(pins: readonly Point[], place: readonly number[]): readonly number[] {
  const [west = 0, south = 0, east = 0, north = 0] = place
  const inside = pins.filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north)
  if (inside.length === 0) return place
  const side = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const room = Math.max((high - low) * SHARE_AROUND, LEAST_DEGREES / 2)
    return [low - room, high + room] as const
  }
  const [left, right] = side(inside.map(({ lon }) => lon))
  const [bottom, top] = side(inside.map(({ lat }) => lat))
  return [Math.max(left, west), Math.max(bottom, south), Math.min(right, east), Math.min(top, north)]
}
