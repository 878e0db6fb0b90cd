import { randomUUID } from 'node:crypto'
import { constants, type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFailed } from './write-failed.ts'

/** A file that only this process can see, and that goes with it: what is kept in it may be personal data. */
export async function privateFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `ssj-${randomUUID()}`)
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL
  const file = await open(path, flags, 0o600).catch(error => {
    throw writeFailed({ written: tmpdir(), full: tmpdir() }, error)
  })
  try {
    await rm(path)
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Writes more into such a file. */
export async function appendTo(file: FileHandle, piece: Uint8Array | string): Promise<void> {
  await file.appendFile(piece).catch(error => {
    throw writeFailed({ written: tmpdir(), full: tmpdir() }, error)
  })
}
