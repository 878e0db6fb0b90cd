import { linkSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { pid } from 'node:process'
import { setTimeout } from 'node:timers/promises'
import type { FilePath } from '../core/file-path.ts'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { writeFailed } from './aside/write-failed.ts'
import { isRunning, remove, thisHost } from './beside.ts'

const refuse = refusal<FileReasons>()

/**
 * Does what reads a file and writes it again while no other run does the same: the second waits `patience` milliseconds for
 * the first, and is refused then. What a run that was killed left in the way is removed; of another machine nobody can
 * tell, so that its lock is named.
 */
export async function whileLocked<T>(path: FilePath, patience: number, work: () => T): Promise<T> {
  const lock = `${real(path.full)}.lock`
  const own = `${thisHost()} ${pid} ${performance.now()}`
  for (let waited = 0; !taken(lock, own); waited += STEP) {
    if (waited >= patience) throw refuse('file-in-use', { path: path.written, lock: `${path.written}.lock` })
    await setTimeout(STEP)
  }
  try {
    return work()
  } finally {
    remove(lock)
  }
}

const STEP = 20

/** Two names of one file are one file. */
function real(full: string): string {
  try {
    return realpathSync(full)
  } catch {
    return full
  }
}

function taken(lock: string, own: string): boolean {
  try {
    writeFileSync(lock, own, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw writeFailed({ written: lock, full: lock }, error)
    removeLeft(lock, own)
    return false
  }
}

/** Moves the lock of a run that is no more out of the way; one that came there in between goes back. */
function removeLeft(lock: string, own: string): void {
  try {
    const holder = readFileSync(lock, 'utf8')
    const [host, run] = holder.split(' ')
    if (host !== thisHost() || isRunning(Number(run))) return
    const aside = `${lock}.${own.replaceAll(/[^0-9a-z]/g, '-')}`
    renameSync(lock, aside)
    if (readFileSync(aside, 'utf8') !== holder) linkSync(aside, lock)
    remove(aside)
  } catch {
    // Another run was faster.
  }
}
