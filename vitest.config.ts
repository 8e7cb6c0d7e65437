/**
 * Tests of units and modules, beside what they test. Those of the server get a database of their own from
 * server/test/global-setup.ts; the others start nothing. Journeys in a browser: e2e/vitest.config.ts.
 */
import { defineConfig } from 'vitest/config'
import { SkippedReporter } from './server/test/skipped-reporter.ts'

const never = ['**/node_modules/**', 'dist/**', '.cache/**']

export default defineConfig({
  test: {
    // Two processes fit a small machine; each holds its own connections.
    maxWorkers: 2,
    pool: 'forks',
    reporters: ['default', new SkippedReporter()],
    projects: [
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: never,
          globalSetup: ['server/test/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'plain',
          include: ['{contracts,web,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: never,
        },
      },
    ],
  },
})
