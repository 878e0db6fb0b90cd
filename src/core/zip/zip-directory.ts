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
export function zipDirectory(zip: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(zip)
  const end = endOf(zip, view)
  if (end < 0) return undefined
  const directory = view.getUint32(end + 16, true)
  const entries: Omit<ZipEntry, 'before'>[] = []
  let at = directory
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + LISTED_BYTES > end || view.getUint32(at, true) !== LISTED) return undefined
    const nameEnd = at + LISTED_BYTES + view.getUint16(at + 28, true)
    entries.push({
      name: NAMES.decode(zip.subarray(at + LISTED_BYTES, nameEnd)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      link: view.getUint32(at + 38, true) >>> 28 === UNIX_LINK,
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const starts = [...entries.map(entry => entry.at), directory].sort((a, b) => a - b)
  const next = new Map(starts.map((start, i) => [start, starts[i + 1] ?? directory] as const))
  return entries.map(entry => ({ ...entry, before: next.get(entry.at)! }))
}

/** The bytes of an entry as they lie in the zip, still packed; undefined where none begins there or ends in time. */
export function packedContent(
  zip: Uint8Array,
  { at, packedBytes, before }: ZipEntry,
): Uint8Array | undefined {
  const view = viewOf(zip)
  if (at + LOCAL_BYTES > zip.length || view.getUint32(at, true) !== LOCAL_HEADER) return undefined
  const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return start + packedBytes > before ? undefined : zip.subarray(start, start + packedBytes)
}

/** Where the directory's end record begins: the last place that looks like one and has room for it. */
function endOf(zip: Uint8Array, view: DataView): number {
  if (zip.length < END_BYTES) return -1
  let end = zip.lastIndexOf(FIRST_BYTE, zip.length - END_BYTES)
  while (end >= 0 && view.getUint32(end, true) !== END) {
    end = end === 0 ? -1 : zip.lastIndexOf(FIRST_BYTE, end - 1)
  }
  return end
}

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
