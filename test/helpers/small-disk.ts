import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { office } from './ssj.ts'

/** A file system of its own, as small as asked for, where this system lets us mount one. */
export interface SmallDisk {
  /** Where it lies, or null: then a test of it is skipped by name. */
  readonly path: string | null
}

export const NO_MOUNT = 'no file system can be mounted here'

/** Mounts it before the tests of the describe that this is called in, and only where one of them runs. */
export function smallDisk(size: string): SmallDisk {
  const disk: { path: string | null } = { path: null }
  beforeAll(() => {
    const path = office().path('disk')
    mkdirSync(path)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status === 0)
      disk.path = path
  })
  afterAll(() => {
    if (disk.path !== null) execFileSync('umount', [disk.path])
    disk.path = null
  })
  return disk
}
