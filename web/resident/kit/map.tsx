/** A made-up compound for looking at the map part: blocks in rows, a pond, roads. */
import type { MapShape } from '#contracts/places.ts'
import { PlaceMap } from '#web/components/PlaceMap.tsx'

const [LON, LAT] = [114.06, 30.6]
const at = (x: number, y: number): [number, number] => [LON + x / 95_800, LAT - y / 111_320]
const box = (x: number, y: number, w: number, h: number) => ({
  type: 'Polygon' as const,
  coordinates: [[at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h), at(x, y)]],
})
const line = (...points: [number, number][]) => ({
  type: 'LineString' as const,
  coordinates: points.map(([x, y]) => at(x, y)),
})
const round = (x: number, y: number, rx: number, ry: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    Array.from({ length: 33 }, (_, n) =>
      at(x + rx * Math.cos((n * Math.PI) / 16), y + ry * Math.sin((n * Math.PI) / 16)),
    ),
  ],
})
const shape = (kind: MapShape['kind'], name: string, geometry: MapShape['geometry']): MapShape => ({
  placeId: kind === 'building' ? name : null,
  kind,
  name,
  geometry,
})

const blocks = [0, 1, 2].flatMap((row) =>
  [0, 1, 3, 4].map((column, nth) =>
    shape('building', `${row * 4 + nth + 1} 栋`, box(12 + column * 46, 14 + row * 34, 36, 11)),
  ),
)
const shapes: MapShape[] = [
  shape('compound', '', box(0, 0, 250, 116)),
  shape('green', '', round(122, 58, 20, 26)),
  shape('water', '月塘', round(123, 60, 12, 14)),
  ...[0, 1, 2].map((row) => shape('green', '', box(12, 28 + row * 34, 82, 3.5))),
  shape('road', '', line([4, 4], [4, 112], [246, 112], [246, 4], [4, 4])),
  shape('road', '', line([4, 41], [246, 41])),
  shape('road', '', line([122, 4], [122, 32])),
  shape('road', '桂园路', box(-30, 122, 320, 12)),
  ...blocks,
]
const pin = (id: string, x: number, y: number, more: object) => ({
  id,
  lon: at(x, y)[0],
  lat: at(x, y)[1],
  title: `第 ${id} 件`,
  ...more,
})

export const KitMap = () => (
  <PlaceMap
    shapes={shapes}
    bounds={[...at(-6, 136), ...at(256, -8)]}
    label="桂园小区"
    height={260}
    onPlace={() => {}}
    paint={({ name }) => (name === '7 栋' ? { mark: 'due' } : name === '4 栋' ? { current: true } : undefined)}
    pins={[
      pin('1', 240, 30, { label: '1' }),
      pin('2', 150, 76, { label: '2', tone: 'late' }),
      pin('3', 60, 70, {}),
      pin('4', 30, 46, { drop: true }),
    ]}
    me={{ lon: at(90, 112)[0], lat: at(90, 112)[1], accuracyMetres: 8 }}
    route={[at(90, 112), at(246, 112), at(246, 34)].map(([lon, lat]) => ({ lon, lat }))}
    onLocate={() => {}}
  />
)
