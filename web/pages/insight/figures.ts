/** The calls of the dashboard. What says how things stand now moves with every live event; sums over the past look again each minute. */
import {
  figuresForecast,
  figuresFunnel,
  figuresOverview,
  figuresStuck,
  figuresTable,
  figuresTrend,
} from '#contracts/figures.ts'
import { useEndpoint } from '#web/platform/query.ts'
import type { Look } from './look.ts'
import { trendWindow } from './period.ts'

const AGAIN_MS = 60_000
const SUMS = { keepLast: true, refetchInterval: AGAIN_MS } as const
const LIVE = { ...SUMS, topics: ['requests'] } as const

export const useOverview = (look: Look) => useEndpoint(figuresOverview, { query: look }, LIVE)
export const useFunnel = (look: Look) => useEndpoint(figuresFunnel, { query: look }, SUMS)
export const useTrend = (look: Look) => useEndpoint(figuresTrend, { query: { ...look, ...trendWindow(look) } }, SUMS)
export const useGrids = (look: Look) =>
  useEndpoint(figuresTable, { query: { ...look, by: 'place', level: 'grid', only: 'received' } }, SUMS)
const at = ({ placeId }: Pick<Look, 'placeId'>) => ({ query: placeId ? { placeId } : {} })
export const useStuck = (look: Pick<Look, 'placeId'>) => useEndpoint(figuresStuck, at(look), LIVE)
export const useForecast = (look: Pick<Look, 'placeId'>) => useEndpoint(figuresForecast, at(look), LIVE)
