/** Open311 GeoReport v2: what other systems file and follow here. */
export { open311Routes } from './routes.ts'
