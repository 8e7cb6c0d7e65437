/** Places: one tree from the district to the home, and finding where something is. What other modules may use. */
export { factsChanged } from './facts.ts'
export { locate, type Located, type Where } from './locate.ts'
export { ancestorPaths, covers } from './path.ts'
export { buildingNames, placeNames, placeNow } from './queries.ts'
export { placeRoutes } from './routes.ts'
export { isValid, lineOf, placesChanged, readTree, type Place, type Tree } from './tree.ts'
