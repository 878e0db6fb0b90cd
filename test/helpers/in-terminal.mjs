import { runProcess } from '../../dist/main.js'

/** `ssj` as it was built, in the terminal that it is started in, at a time that does not pass. */
const { TEST_NOW: now, ...env } = process.env
await runProcess({
  env,
  patience: 1_000,
  now: () => now,
  randomBytes: count => Uint8Array.from({ length: count }, (_, i) => i + 1),
  systemUser: () => 'nobody',
})
