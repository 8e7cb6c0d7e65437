/**
 * The built product as people start it, with its demo district, once for all journeys. Journeys make their own requests and
 * never count on another's.
 */
import type { TestProject } from 'vitest/node'
import { startProduct } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string
  }
}

// eslint-disable-next-line no-restricted-syntax -- vitest calls the default export
export default async function setup(project: TestProject) {
  const product = await startProduct()
  project.provide('appUrl', product.url)
  return product.stop
}
