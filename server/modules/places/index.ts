/** Places: one tree from the district to the home, and finding where something is. What other modules may use. */
export { locate, type Located, type Where } from './locate.ts'
export { ancestorPaths, covers } from './path.ts'
export { buildingNames, placeNames } from './queries.ts'
export { placeRoutes } from './routes.ts'
export { placesChanged } from './tree.ts'
