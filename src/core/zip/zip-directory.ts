import { type ZipBytes, zipBytes } from './zip-bytes.ts'

/** A file in a zip, by the central directory at its end (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  /** Unix: the entry is a link to somewhere else. */
  readonly link: boolean
  /** CRC-32 of its content, unpacked. */
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly at: number
  /** Where the next entry, or the directory, begins: what reaches further is not this entry's content. */
  readonly before: number
}

/** Packed as it is, or by deflate: the two methods in use. */
export const STORED = 0
export const DEFLATED = 8

/** Whether these bytes begin as a zip does; an empty one begins with its end. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= END_BYTES && [LOCAL_HEADER, END].includes(viewOf(bytes).getUint32(0, true))
}

/** Every entry of the directory in its order, a name that stands twice too; undefined where it is cut off or damaged. */
export function zipDirectory(zip: ZipBytes): readonly ZipEntry[] | undefined {
  const end = endOf(zip)
  if (end < 0) return undefined
  const view = viewOf(zip.at(end, end + END_BYTES))
  const directory = view.getUint32(16, true)
  const entries: Omit<ZipEntry, 'before'>[] = []
  let at = directory
  for (let left = view.getUint16(10, true); left > 0; left--) {
    if (at + LISTED_BYTES > end) return undefined
    const listed = viewOf(zip.at(at, at + LISTED_BYTES))
    if (listed.getUint32(0, true) !== LISTED) return undefined
    const nameEnd = Math.min(at + LISTED_BYTES + listed.getUint16(28, true), zip.length)
    entries.push({
      name: NAMES.decode(zip.at(at + LISTED_BYTES, nameEnd)),
      method: listed.getUint16(10, true),
      encrypted: (listed.getUint16(8, true) & 1) === 1,
      link: listed.getUint32(38, true) >>> 28 === UNIX_LINK,
      crc: listed.getUint32(16, true),
      packedBytes: listed.getUint32(20, true),
      bytes: listed.getUint32(24, true),
      at: listed.getUint32(42, true),
    })
    at = nameEnd + listed.getUint16(30, true) + listed.getUint16(32, true)
  }
  const starts = [...entries.map(entry => entry.at), directory].sort((a, b) => a - b)
  const next = new Map(starts.map((start, i) => [start, starts[i + 1] ?? directory] as const))
  return entries.map(entry => ({ ...entry, before: next.get(entry.at)! }))
}

/** Where the bytes of an entry lie in the zip, still packed: from one place up to, not with, another. */
export interface PackedPlace {
  readonly from: number
  readonly to: number
}

/** Undefined where no entry begins in its place, or it does not end in time. */
export function packedPlace(zip: ZipBytes, { at, packedBytes, before }: ZipEntry): PackedPlace | undefined {
  if (at + LOCAL_BYTES > zip.length) return undefined
  const view = viewOf(zip.at(at, at + LOCAL_BYTES))
  if (view.getUint32(0, true) !== LOCAL_HEADER) return undefined
  const from = at + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true)
  const to = from + packedBytes
  return to > before || to > zip.length ? undefined : { from, to }
}

/** The bytes of an entry of a zip that is at hand, still packed. */
export function packedContent(zip: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const place = packedPlace(zipBytes(zip), entry)
  return place && zip.subarray(place.from, place.to)
}

/** Where the directory's end record begins: the last place that looks like one and has room for it. */
function endOf(zip: ZipBytes): number {
  for (let to = zip.length; to >= END_BYTES; to -= STRETCH) {
    const from = Math.max(0, to - STRETCH - END_BYTES + 1)
    const stretch = zip.at(from, to)
    const view = viewOf(stretch)
    let end = stretch.lastIndexOf(FIRST_BYTE, stretch.length - END_BYTES)
    while (end >= 0 && view.getUint32(end, true) !== END)
      end = end === 0 ? -1 : stretch.lastIndexOf(FIRST_BYTE, end - 1)
    if (end >= 0) return from + end
  }
  return -1
}

const STRETCH = 1 << 16

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const NAMES = new TextDecoder('utf-8', { ignoreBOM: true })
const LOCAL_HEADER = 0x04034b50
const LISTED = 0x02014b50
const END = 0x06054b50
/** The `P` of `PK`, with which all three begin. */
const FIRST_BYTE = 0x50
const LOCAL_BYTES = 30
const LISTED_BYTES = 46
const END_BYTES = 22
/** The file type of a symbolic link (`S_IFLNK`), in the upper bits of the Unix mode. */
const UNIX_LINK = 0o12
