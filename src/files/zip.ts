import { crc32, inflateRawSync } from 'node:zlib'
import { deflateSync } from 'fflate'
import { zipBytes } from '../core/zip/zip-bytes.ts'
import { DEFLATED, type ZipEntry, zipDirectory } from '../core/zip/zip-directory.ts'

/** What a zip holds, or undefined where its directory is cut off or damaged. */
export function zipEntries(zip: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined {
  const listed = zipDirectory(zipBytes(zip))
  return listed && new Map(listed.map(entry => [entry.name, entry]))
}

/** The bytes of a packed file, never more than its directory promises; undefined where they are damaged. */
export function unpacked(packed: Uint8Array, bytes: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) })
  } catch {
    return undefined
  }
}

/** What a zip can hold without the fields of ZIP64, which not every program reads (APPNOTE.TXT 6.3, 4.4). */
export const MOST_FILES = 65_534
export const MOST_BYTES = 2 ** 32 - 2 ** 24

/** A file as a zip holds it. */
export interface Packed {
  readonly name: Uint8Array
  readonly content: Uint8Array
  readonly size: number
  readonly crc: number
}

/** Packs a file, the same way everywhere: not by the machine's own library, whose versions pack differently. */
export function packed(name: string, content: Uint8Array): Packed {
  return {
    name: Buffer.from(name),
    content: deflateSync(content, { level: 6 }),
    size: content.length,
    crc: crc32(content),
  }
}

/** A zip whose bytes follow from its files alone: in byte order, all of one fixed time. */
export function fixedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipOfPacked([...files].map(([name, content]) => packed(name, content)))
}

/**
 * The same of files that are packed already: what many zips share is packed once (APPNOTE.TXT 6.3, 4.3). Together and each
 * they stay below 4 GB.
 */
export function zipOfPacked(files: readonly Packed[]): Uint8Array {
  const ordered = files.toSorted((one, other) => Buffer.compare(one.name, other.name))
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let place = 0
  for (const file of ordered) {
    const header = localHeader(file)
    pieces.push(header, file.content)
    directory.push(listedEntry(file, place))
    place += header.length + file.content.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...pieces, listed, endOf(ordered.length, listed.length, place)])
}

/** What a file's place in a zip is described by: all but its content. */
export interface Described extends Omit<Packed, 'content'> {
  readonly content: { readonly length: number }
}

/** What stands before a packed file. */
export function localHeader(file: Described): Buffer {
  return Buffer.concat([LOCAL, describe(file), file.name])
}

/** The entry of a file in the directory, which begins at a place of the zip. */
export function listedEntry(file: Described, place: number): Buffer {
  return Buffer.concat([CENTRAL, describe(file), centralEnd(place), file.name])
}

const LOCAL = Buffer.from('PK\x03\x04')
/** Made by version 2.0 of the format. */
const CENTRAL = Buffer.from('PK\x01\x02\x14\0')
/** Local midnight of 1980-01-01, because that is what a zip stores: the same bytes in every time zone. */
const MIDNIGHT = 0x00210000
const UTF8_NAME = 1 << 11

/** What both headers of a file say, up to the lengths of its name and of nothing more. */
function describe({ name, content, size, crc }: Described): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(name.some(byte => byte > 0x7f) ? UTF8_NAME : 0, 2)
  header.writeUInt16LE(DEFLATED, 4)
  header.writeUInt32LE(MIDNIGHT, 6)
  header.writeUInt32LE(crc, 10)
  header.writeUInt32LE(content.length, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

/** No comment, no attributes, and where the file begins. */
function centralEnd(place: number): Buffer {
  const end = Buffer.alloc(14)
  end.writeUInt32LE(place, 10)
  return end
}

/** The end of a zip: how many entries its directory has, in so many bytes, and where it begins. */
export function endOf(count: number, bytes: number, place: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(place, 16)
  return end
}
