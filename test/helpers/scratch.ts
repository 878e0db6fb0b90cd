import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY_DISK = '/dev/shm'
const ROOM = 4 * 2 ** 30
const folders: string[] = []

/**
 * Where tests work: on a disk in memory where there is one with room enough, for each command waits for its disk twice
 * or more. What depends on a real disk (`small-disk.ts`, kills) makes its own, and `SSJ_SCRATCH=disk` asks for one: a
 * registry of ten million would fill the memory.
 */
function scratchDisk(): string {
  if (process.env.SSJ_SCRATCH === 'disk' || !existsSync(MEMORY_DISK)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY_DISK)
  return bavail * bsize >= ROOM ? MEMORY_DISK : tmpdir()
}

const SCRATCH = scratchDisk()

/** An empty folder; `test/setup.ts` removes it when the tests of the file are over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(SCRATCH, 'ssj-test-'))
  folders.push(folder)
  return folder
}

let under = false

/** Called before the first test of a file, and never where all its tests are left out. */
export function beginTests(): void {
  under = true
}

/**
 * What goes on for some time belongs into a hook or a test: begun while tests are only collected, it may outlive its
 * folder, in a run that leaves these tests out.
 */
export function refuseBeforeTests(): void {
  if (!under) throw new Error('begun while tests were collected: do this in beforeAll')
}

export function removeFolders(): void {
  under = false
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
