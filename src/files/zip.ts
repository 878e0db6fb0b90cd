import { inflateRawSync } from 'node:zlib'

/** A file in a zip, by the central directory at its end (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  /** Unix: the entry is a link to somewhere else. */
  readonly link: boolean
  readonly packedBytes: number
  readonly bytes: number
  readonly at: number
}

/** What a zip holds, or undefined where its directory is cut off or damaged. */
export function zipEntries(zip: Buffer): ReadonlyMap<string, ZipEntry> | undefined {
  const listed = zipDirectory(zip)
  return listed && new Map(listed.map(entry => [entry.name, entry]))
}

/** Every entry of the directory in its order, a name that stands twice too; undefined where it is cut off or damaged. */
export function zipDirectory(zip: Buffer): readonly ZipEntry[] | undefined {
  const end = zip.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0 || end + 22 > zip.length) return undefined
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > end || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, nameEnd),
      method: zip.readUInt16LE(at + 10),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      link: zip.readUInt32LE(at + 38) >>> 28 === UNIX_LINK,
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
    return entry.method === STORED
      ? packed
      : inflateRawSync(packed, { maxOutputLength: Math.max(entry.bytes, 1) })
  } catch {
    return undefined
  }
}

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06')
const DIRECTORY_ENTRY = 0x02014b50
const STORED = 0
/** The file type of a symbolic link (`S_IFLNK`), in the upper bits of the Unix mode. */
const UNIX_LINK = 0o12
