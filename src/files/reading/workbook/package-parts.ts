import { TextDecoder } from 'node:util'
import { crc32, createInflateRaw } from 'node:zlib'
import { DEFLATED, packedContent, STORED, type ZipEntry } from '../../../core/zip/zip-directory.ts'
import { damaged } from './fault.ts'
import { withinBytes } from './limits.ts'

/** The parts of a workbook's zip. Writers differ in case and slashes, as Excel lets them. */
export interface Package {
  /** The name under which the zip holds a part, or undefined where it has none. */
  readonly find: (path: string) => string | undefined
  /** The text of a part, piece by piece. */
  readonly read: (path: string) => AsyncGenerator<string>
  /** How much of the part that is read now is read: 1 is all. */
  readonly readSoFar: () => number
  /** Steps of work done so far, which must grow as the input does: bytes unpacked, tags told, cells placed. */
  readonly steps: () => number
  readonly count: (steps: number) => void
}

export function openPackage(zip: Buffer, entries: ReadonlyMap<string, ZipEntry>): Package {
  const byPath = new Map([...entries.values()].map(entry => [partKey(entry.name), entry]))
  let steps = 0
  let soFar = 0
  return {
    readSoFar: () => soFar,
    steps: () => steps,
    count(more) {
      steps += more
    },
    find: path => byPath.get(partKey(path))?.name,
    async *read(path) {
      const entry = byPath.get(partKey(path))
      if (entry === undefined) throw damaged(path)
      let decoder: TextDecoder | null = null
      let unpacked = 0
      for await (const chunk of chunksOf(zip, entry)) {
        unpacked += chunk.length
        steps += chunk.length
        soFar = Math.min(1, unpacked / entry.bytes)
        withinBytes(unpacked)
        decoder ??= decoderOf(chunk, entry.name)
        yield decode(decoder, chunk, entry.name)
      }
      if (decoder !== null) yield decode(decoder, undefined, entry.name)
    },
  }
}

/** How a part is found: by its path, whatever its slashes and its case. */
export function partKey(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/** The unpacked bytes of an entry; at their end the sum that its directory has must hold, or a bit of them is another. */
async function* chunksOf(zip: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  let sum = 0
  for await (const chunk of unpackedChunks(zip, entry)) {
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (sum !== entry.crc) throw damaged(entry.name)
}

/** The unpacked bytes of an entry, never more than its directory promises. */
async function* unpackedChunks(zip: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedContent(zip, entry)
  if (packed === undefined || entry.encrypted) throw damaged(entry.name)
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK) yield Buffer.from(packed.subarray(at, at + CHUNK))
    return
  }
  if (entry.method !== DEFLATED) throw damaged(entry.name)
  let length = 0
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  inflate.end(packed)
  try {
    for await (const chunk of inflate) {
      length += chunk.length
      if (length > entry.bytes) break
      yield chunk as Buffer
    }
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw damaged(entry.name)
    throw error
  }
  if (length !== entry.bytes) throw damaged(entry.name)
}

const CHUNK = 1 << 16

/** XML says its encoding by a mark, by the shape of its first bytes or in its first line. */
function decoderOf(start: Buffer, path: string): TextDecoder {
  const head = start.subarray(0, 200).toString('latin1')
  const shape = SHAPES.find(([pattern]) => pattern.test(head))?.[1]
  const declared = /^<\?xml[^>]*\bencoding=["']([\w.-]+)["']/.exec(head)?.[1]
  try {
    return new TextDecoder(shape ?? declared ?? 'utf-8', { fatal: true })
  } catch {
    throw damaged(path)
  }
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^\xef\xbb\xbf/, 'utf-8'],
  [/^(?:\xff\xfe|<\0)/, 'utf-16le'],
  [/^(?:\xfe\xff|\0<)/, 'utf-16be'],
]

function decode(decoder: TextDecoder, chunk: Buffer | undefined, path: string): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    throw damaged(path)
  }
}
