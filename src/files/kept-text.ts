import type { FileHandle } from 'node:fs/promises'
import { appendTo, privateFile } from './aside/private-file.ts'

/** A text laid ready, however long it is: a short one in memory, a long one in a file that only this process can see. */
export interface KeptText {
  /** Its bytes; reading them to the end, or no further, lets go of it. */
  readonly pieces: () => AsyncGenerator<Uint8Array>
}

/** Takes lines in as fast as they come, so that what they are read from need not wait for whoever reads them. */
export async function keptText(lines: Iterable<string>): Promise<KeptText> {
  const ready: Buffer[] = []
  let size = 0
  let file: FileHandle | null = null
  const put = async (piece: Buffer) => {
    size += piece.length
    if (size <= IN_MEMORY) ready.push(piece)
    else {
      file ??= await privateFile()
      await appendTo(file, piece)
    }
  }
  try {
    for (const piece of bound(lines)) await put(piece)
  } catch (error) {
    await (file as FileHandle | null)?.close()
    throw error
  }
  return {
    async *pieces() {
      try {
        yield* ready
        if (file !== null) yield* contentOf(file)
      } finally {
        await file?.close()
      }
    },
  }
}

const IN_MEMORY = 8 << 20
const PIECE = 1 << 16

function* bound(lines: Iterable<string>): Generator<Buffer> {
  let text = ''
  for (const line of lines) {
    text += `${line}\n`
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

async function* contentOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE), 0, PIECE, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
