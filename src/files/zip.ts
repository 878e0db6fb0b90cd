import { inflateRawSync } from 'node:zlib'

/** A file in a zip, by the central directory at its end (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly packed: boolean
  readonly packedBytes: number
  readonly bytes: number
  readonly at: number
}

/** What a zip holds, or undefined where its directory is cut off or damaged. */
export function zipEntries(zip: Buffer): ReadonlyMap<string, ZipEntry> | undefined {
  const end = zip.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0 || end + 22 > zip.length) return undefined
  const entries = new Map<string, ZipEntry>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > end || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    entries.set(zip.toString('utf8', at + 46, nameEnd), {
      packed: zip.readUInt16LE(at + 10) !== 0,
      packedBytes: zip.readUInt32LE(at + 20),
      bytes: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** The bytes of one entry, never more than its directory promises; undefined where they are damaged. */
export function unzip(zip: Buffer, entry: ZipEntry): Buffer | undefined {
  try {
    const start = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28)
    const packed = zip.subarray(start, start + entry.packedBytes)
    return entry.packed ? inflateRawSync(packed, { maxOutputLength: Math.max(entry.bytes, 1) }) : packed
  } catch {
    return undefined
  }
}

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06')
const DIRECTORY_ENTRY = 0x02014b50
