import { randomUUID } from 'node:crypto'
import { constants, type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that only this process can see, and that goes with it: what is kept in it may be personal data. */
export async function privateFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `ssj-${randomUUID()}`)
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    await rm(path)
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}
