import { execFileSync } from 'node:child_process'
import type { TestProject } from 'vitest/node'

/** Tests that start `bin/ssj.js` or read `verify.html` never meet a build of other sources. */
export function setup(project: TestProject): void {
  build()
  project.onTestsRerun(async () => build())
}

function build(): void {
  execFileSync(process.execPath, ['build.mjs', '--if-stale'], { stdio: 'inherit' })
}
