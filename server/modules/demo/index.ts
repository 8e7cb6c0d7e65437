/** The demo district: filled at first start, emptied with one command. */
export { fillDemo } from './fill.ts'
export { openDemo } from './open-demo.ts'
