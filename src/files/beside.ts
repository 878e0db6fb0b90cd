import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { hostname, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { kill, pid } from 'node:process'

/** Who may see what is written: what holds people's data or a secret only its owner, the rest whoever the user's umask lets. */
export type Eyes = 'owner' | 'umask'

/** The one way in which something new is written: beside its name, where nobody else looks, and under it when it is whole. */
export interface Beside {
  /** Where it is made. */
  readonly path: string
  /** Lets it take its name; `over` what stands there. A file that came there in the meantime is not written over without it. */
  readonly take: (over?: 'over') => void
  /** Removes what did not take its name. To be called in any case. */
  readonly remove: () => void
}

/** A place beside a path, in a folder that only this user sees. What killed runs left there is removed first. */
export function besideOf(target: string, eyes: Eyes): Beside {
  if (target === '') throw Object.assign(new Error('ENOENT: no such file or directory'), { code: 'ENOENT' })
  const folder = dirname(target)
  removeLeft(folder)
  const own = join(folder, `.${basename(target)}${MARK}${thisHost()}-${pid}-${randomUUID().slice(0, 8)}`)
  mkdirSync(own, { mode: 0o700 })
  const path = join(own, 'whole')
  return {
    path,
    take(over) {
      if (eyes === 'owner') chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600)
      if (statSync(path).isDirectory()) {
        if (existsSync(target)) rmdirSync(target)
        renameSync(path, target)
      } else if (over === 'over' || !linked(path, target)) renameSync(path, target)
      settle(folder)
    },
    remove: () => remove(own),
  }
}

/** Two runs of one name: a link fails where a file stands already, which renaming would replace. */
function linked(path: string, target: string): boolean {
  try {
    linkSync(path, target)
    return true
  } catch (error) {
    // Some file systems (FAT, some shares) have no links: there, looking first must do.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(target)) throw error
    return false
  }
}

/** A name on the disk stays after a power failure only when its folder is written too. */
function settle(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch {
    // Not every system lets a folder be opened.
  }
}

const MARK = '.ssj-'
let host: string | undefined
/** This machine, as what a run leaves behind names it. */
export function thisHost(): string {
  host ??= createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  return host
}

const LEFT = /\.ssj-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/
const A_DAY = 24 * 60 * 60 * 1000

/** Removes what runs that were killed left in a folder; of another machine, which may still be at work, what is a day old. */
function removeLeft(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [, left, run] = (name.startsWith('.') && LEFT.exec(name)) || []
    if (left === undefined) continue
    const path = join(folder, name)
    try {
      if (left === thisHost() ? isRunning(Number(run)) : Date.now() - lstatSync(path).mtimeMs < A_DAY)
        continue
      remove(path)
    } catch {
      // Another user's, or another run was faster: what is in the way of nobody may stay.
    }
  }
}

/**
 * Removes a file, or a folder with all that is in it; what is not there need not be removed. Not by Node's `rmSync`, which
 * on Windows leaves what has a Chinese path where it is, without a word, or ends the program (nodejs/node#58759).
 */
export function remove(path: string): void {
  try {
    if (lstatSync(path).isDirectory()) {
      for (const name of readdirSync(path)) remove(join(path, name))
      rmdirSync(path)
    } else unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Whether a process of this machine is at work. */
export function isRunning(run: number): boolean {
  try {
    kill(run, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether others than its owner may read or write a file; Windows keeps that elsewhere. */
export function isSeenByOthers(path: string): boolean {
  return platform() !== 'win32' && existsSync(path) && (statSync(path).mode & 0o077) !== 0
}
