import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FilePath } from '../../core/file-path.ts'
import { appendTo, privateFile } from '../aside/private-file.ts'

/** The bytes of a file, to be read from the start as often as a decision needs, never all in memory. */
export interface Content {
  readonly gz: boolean
  /** The unpacked bytes where the file is a .gz. */
  chunks(): AsyncGenerator<Buffer>
  /** How much of the file the latest reading has come to: 1 is all of it, 0 also where its length is not known. */
  readSoFar(): number
  /** SHA-256 and length of the file as it was handed in, packed if it came packed. */
  digest(): Promise<Digest>
  /** Whether the bytes of every whole reading were the same: the digest is of those whose rows were taken. */
  unchanged(): Promise<boolean>
  close(): Promise<void>
}

export interface Digest {
  readonly sha256: string
  readonly bytes: number
}

/** What to open for a path: where it leads, or `-`, which is no path but the standard input. */
export function sourceOf({ written, full }: FilePath): string {
  return written === '-' ? '-' : full
}

/**
 * Opens a path, or `-` for the standard input handed in. What cannot be read twice (a pipe, a terminal) is
 * copied to an unlinked temporary file that only this process can see: registers hold personal data.
 */
export async function openContent(
  source: string,
  stdin: Readable | undefined,
  chunkBytes: number,
  kept?: Kept,
): Promise<Content> {
  const file = kept ?? (await spoolOf(source, stdin))
  const before = await file.stat()
  const gz = await startsLikeGzip(file)
  let digest: Digest | undefined
  let other = false
  let place = 0

  async function* raw(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    let at = 0
    for (;;) {
      const buffer = Buffer.allocUnsafeSlow(chunkBytes)
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, at)
      if (bytesRead === 0) break
      at += bytesRead
      place = at
      const chunk = buffer.subarray(0, bytesRead)
      hash.update(chunk)
      yield chunk
    }
    const read = { sha256: hash.digest('hex'), bytes: at }
    digest ??= read
    other ||= read.sha256 !== digest.sha256
  }

  return {
    gz,
    chunks: gz ? () => gunzip(raw(), chunkBytes) : raw,
    readSoFar: () => (before.size === 0 ? 0 : Math.min(1, place / before.size)),
    async digest() {
      if (digest === undefined) for await (const _ of raw());
      return digest!
    },
    async unchanged() {
      const after = await file.stat()
      return !other && after.size === before.size && after.mtimeMs === before.mtimeMs
    },
    close: async () => {
      if (kept === undefined) await file.close()
    },
  }
}

/** A stream that was copied, to be read as often as need be; whoever asked for it closes it. */
export type Kept = FileHandle

/** A path opened so that it can be read again: a stream is copied to its end. */
export function spoolOf(source: string, stdin: Readable | undefined): Promise<FileHandle> {
  return source === '-' ? spool(stdin ?? []) : openFile(source)
}

async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path)
  const stat = await file.stat()
  if (stat.isFile()) return file
  try {
    if (stat.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', syscall: 'read' })
    return await spool(file.createReadStream({ autoClose: false }))
  } finally {
    await file.close()
  }
}

/** What can be read once, copied. */
export async function spool(stream: AsyncIterable<unknown> | Iterable<unknown>): Promise<FileHandle> {
  const file = await privateFile()
  try {
    for await (const chunk of stream) await appendTo(file, chunk as Buffer | string)
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

async function startsLikeGzip(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0)
  return bytesRead === 3 && buffer.equals(GZIP)
}

/** Magic and the only method there is (RFC 1952, section 2.3.1): 1F 8B alone could begin a GBK text. */
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])

async function* gunzip(packed: AsyncGenerator<Buffer>, chunkBytes: number): AsyncGenerator<Buffer> {
  const unpacker = createGunzip({ chunkSize: Math.max(chunkBytes, 64) })
  pipeline(packed, unpacker, () => {}) // A failure also ends the loop below, with the same error.
  for await (const chunk of unpacker) yield chunk as Buffer
}

/** The beginning of a file, or all of one no longer than `limit`. */
export async function firstBytes(content: Content, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of content.chunks()) {
    parts.push(chunk)
    length += chunk.length
    if (length >= limit) break
  }
  return Buffer.concat(parts).subarray(0, limit)
}
