/**
 * Figures: what was received, how far it came, how well it was done. Every figure has a definition (texts/figures.ts, by its
 * code), a period and an n; every figure opens the rows behind it through `listBehind`, which are exactly as many.
 *
 * A figure counts requests by the day on which they were received (RECEIVED measures), closed (CLOSED measures) or granted
 * an exemption (EXEMPTED measures), in the place, category, channel and organisation that the request has today. Days are
 * those of the district's zone; `from` and `to` are both included.
 */
export * from './figures/behind.ts'
export * from './figures/measures.ts'
export * from './figures/nearby.ts'
export * from './figures/now.ts'
export * from './figures/sums.ts'
