/** The same draw on every engine that is installed, and on one machine: the folders must be the same bytes (docs/engines.md). */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export function benchEngines(rows) {
  const tests = ['test/engine/million.test.ts']
  const { status } = spawnSync('npx', ['vitest', 'run', '--tags-filter=campaign', ...tests], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, SSJ_ENGINE_ROWS: String(rows), SSJ_SCRATCH: 'disk' },
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
