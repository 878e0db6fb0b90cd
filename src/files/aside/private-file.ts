import { randomUUID } from 'node:crypto'
import { constants, type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'

const refuse = refusal<FileReasons>()

/** A file that only this process can see, and that goes with it: what is kept in it may be personal data. */
export async function privateFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `ssj-${randomUUID()}`)
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL
  const file = await open(path, flags, 0o600).catch(({ message }) => {
    throw refuse('write-failed', { path: tmpdir(), message })
  })
  try {
    await rm(path)
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}
