/** The demo district: filled at first start, emptied with one command. */
export { fillDemo } from './fill.ts'
export { DEMO_TENANT, openDemo } from './open-demo.ts'
export { storeDemoPhotos } from './store-photos.ts'
