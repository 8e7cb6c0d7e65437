/** Keys of other systems. What other modules may use. */
export { createKeys, type Keys } from './authenticate.ts'
export { giveKey, takeBackKey } from './give.ts'
export type { KeyRow } from './queries.ts'
export { keyRoutes } from './routes.ts'
