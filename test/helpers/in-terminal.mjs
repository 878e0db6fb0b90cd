import { main } from '../../dist/main.js'

/** `ssj` as it was built, in the terminal that it is started in, at a time that does not pass. */
const { TEST_NOW: now, ...env } = process.env
process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env,
  cwd: process.cwd(),
  patience: 1_000,
  now: () => now,
  randomBytes: count => Uint8Array.from({ length: count }, (_, i) => i + 1),
  systemUser: () => 'nobody',
})
