/** Says at the end of a run which tests were skipped and why: a test that is silent about that counts as passed. */
import type { Reporter, TestModule } from 'vitest/node'

export class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')])
    if (skipped.length === 0) return
    console.log(`\n  Skipped (${skipped.length}):`)
    for (const test of skipped) {
      const result = test.result()
      const why = result.state === 'skipped' && result.note ? `: ${result.note}` : ''
      console.log(`  - ${test.module.relativeModuleId} › ${test.fullName}${why}`)
    }
  }
}
