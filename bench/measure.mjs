/** Measures commands and functions, each against its peer, in turns. */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import {
  DEPARTMENT_LINES,
  INSPECTOR_HEADINGS,
  inspectors,
  TARGET_HEADINGS,
  targets,
  writeLines,
} from './generate.mjs'

export const DATA = fileURLToPath(new URL('data', import.meta.url))
const SSJ = fileURLToPath(new URL('../bin/ssj.js', import.meta.url))
/** The sqlite3 shell, the peer. */
export const SHELL = 'sqlite3'
const GNU_TIME = '/usr/bin/time'

/** How often each side of a pair is measured. */
export const TIMES = Number(process.env.BENCH_TIMES ?? 3)

/** A command line of `ssj` on a database. */
export const ssj = (db, ...args) => [process.execPath, SSJ, '--db', db, ...args]

/** A file among the data that no earlier run left behind. */
export function fresh(name) {
  mkdirSync(DATA, { recursive: true })
  const path = `${DATA}/${name}`
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(path + end, { force: true })
  return path
}

/** The generated registries, made on first use. */
export async function targetsFile(count) {
  const name = count % 1e6 === 0 ? `${count / 1e6}m` : `${count / 1e3}k`
  return made(`targets-${name}.csv`, TARGET_HEADINGS, () => targets(count))
}
export const departmentsFile = () =>
  made('departments.csv', DEPARTMENT_LINES[0], () => DEPARTMENT_LINES.slice(1))
/** 700 people in the leading department. */
export const inspectorsFile = () => made('inspectors-10.csv', INSPECTOR_HEADINGS, () => inspectors(10))

async function made(name, headings, lines) {
  mkdirSync(DATA, { recursive: true })
  const path = `${DATA}/${name}`
  if (existsSync(path)) return path
  await writeLines(`${path}.part`, headings, lines())
  renameSync(`${path}.part`, path)
  return path
}

/**
 * Runs a command to its end; seconds by the clock, seconds of processor (user and kernel), and the peak of its memory in MB
 * (null where there is no GNU time). `input` is text for stdin.
 */
export function timed(command, { input = '', env = {} } = {}) {
  const log = fresh('time.txt')
  const measured = existsSync(GNU_TIME) ? [GNU_TIME, '-f', '%M %U %S', '-o', log, ...command] : command
  const out = openSync(fresh('out.txt'), 'w')
  const start = performance.now()
  const { status, stderr } = spawnSync(measured[0], measured.slice(1), {
    input,
    env: { ...process.env, ...env },
    stdio: ['pipe', out, 'pipe'],
    maxBuffer: 1 << 28,
  })
  const seconds = (performance.now() - start) / 1000
  closeSync(out)
  if (status !== 0) throw new Error(`${command.join(' ')}\nended with ${status}\n${stderr}`)
  if (measured === command) return { seconds, cpu: null, mb: null }
  const [kb, user, system] = readFileSync(log, 'utf8').trim().split(' ').map(Number)
  return { seconds, cpu: user + system, mb: kb / 1024 }
}

/** Measures in turns, peer before ours, so that both meet the same machine; the best of each counts. */
export function inTurns(peers, times = TIMES) {
  const best = peers.map(() => null)
  for (let round = 0; round < times; round++) {
    for (const [k, measure] of peers.entries()) {
      const one = measure()
      if (best[k] === null) best[k] = one
      best[k] = {
        seconds: Math.min(best[k].seconds, one.seconds),
        cpu: one.cpu === null ? null : Math.min(best[k].cpu, one.cpu),
        mb: one.mb === null ? null : Math.max(best[k].mb, one.mb),
      }
    }
  }
  return best
}

/** One line of the report. */
export function tell(what, { seconds, cpu = null, mb = null }, note = '') {
  const cells = [
    what.padEnd(58),
    `${seconds.toFixed(2)} s`.padStart(9),
    (cpu === null ? '' : `cpu ${cpu.toFixed(2)} s`).padStart(13),
    (mb === null ? '' : `${mb.toFixed(0)} MB`).padStart(8),
    note,
  ]
  console.log(cells.join('  ').trimEnd())
}

/** By the clock, and by processor seconds where they are known: what else runs on the machine counts least there. */
export const ratio = (ours, peer) => {
  const clock = `${(ours.seconds / peer.seconds).toFixed(2)}×`
  return ours.cpu === null || peer.cpu === null
    ? clock
    : `${clock} (cpu ${(ours.cpu / peer.cpu).toFixed(2)}×)`
}

export function tellMachine() {
  const commit =
    process.env.BENCH_COMMIT ??
    spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).stdout?.trim()
  const sqlite = spawnSync(SHELL, ['--version'], { encoding: 'utf8' }).stdout?.split(' ')[0]
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`
  console.log(
    `${machine}; node ${process.version}; sqlite3 shell ${sqlite || 'missing'}; ssj ${commit || '?'}`,
  )
}
