import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    setupFiles: ['test/setup.ts'],
    // Only an end to what hangs: a busy machine may take ten times as long as an idle one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Files share a process and its modules, which holds no state of its own: half the time of one process for each.
    isolate: false,
    maxWorkers: '100%',
    // A file of tests says so in its first line: `/** @module-tag slow */`.
    tags: [
      { name: 'slow', description: 'more than a second or two; `npm run test:fast` leaves it out' },
      {
        name: 'campaign',
        description:
          'proves more the longer it goes on (kills, floods, fuzz, flips, all assignments, large registries, every old database, the page in a browser): `npm run test:campaigns`, and CI',
      },
      {
        name: 'chaos',
        description: 'faults of every kind, by the hundred, for up to an hour: `npm run chaos`',
      },
    ],
  },
})
