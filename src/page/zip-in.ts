/** A file of a folder that came in, its path inside the folder and its bytes. */
export type FileIn = readonly [path: string, bytes: Uint8Array]

/** Whether these bytes begin as a zip does; an empty one begins with its end. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= END_BYTES && [ENTRY, END].includes(viewOf(bytes).getUint32(0, true))
}

/**
 * The files of a zip by its directory (APPNOTE.TXT 4.3.12), unpacked by the browser itself; null where it is damaged,
 * locked, holds a name twice or one that leads elsewhere, or promises more than `most`.
 */
export async function unzipped(
  zip: Uint8Array,
  most: { readonly files: number; readonly bytes: number },
): Promise<readonly FileIn[] | null> {
  const entries = directoryOf(zip)
  if (entries === null || entries.length > most.files) return null
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > most.bytes) return null
  if (new Set(entries.map(({ path }) => path)).size < entries.length) return null
  const files: FileIn[] = []
  for (const entry of entries) {
    if (!sound(entry)) return null
    if (entry.path.endsWith('/')) continue
    const bytes = await contentOf(zip, entry)
    if (bytes?.length !== entry.bytes) return null
    files.push([entry.path, bytes])
  }
  return files
}

interface Entry {
  readonly path: string
  readonly method: number
  readonly locked: boolean
  readonly link: boolean
  readonly packed: number
  readonly bytes: number
  readonly at: number
}

function directoryOf(zip: Uint8Array): readonly Entry[] | null {
  const view = viewOf(zip)
  let end = zip.length - END_BYTES
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== LISTED) return null
    const name = at + ENTRY_BYTES
    const nameEnd = name + view.getUint16(at + 28, true)
    entries.push({
      path: new TextDecoder().decode(zip.subarray(name, nameEnd)),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      link: view.getUint32(at + 38, true) >>> 28 === UNIX_LINK,
      packed: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function sound({ path, method, locked, link }: Entry): boolean {
  const parts = path.replace(/\/$/, '').split('/')
  return (
    !locked &&
    !link &&
    (method === STORED || method === DEFLATED) &&
    !/[\\\0\ufffd]|^[A-Za-z]:/.test(path) &&
    parts.every(part => part !== '' && part !== '.' && part !== '..')
  )
}

/** Never more than the directory promises; null where the bytes are damaged. */
async function contentOf(zip: Uint8Array, { at, method, packed, bytes }: Entry): Promise<Uint8Array | null> {
  const view = viewOf(zip)
  if (at + 30 > zip.length || view.getUint32(at, true) !== ENTRY) return null
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const content = zip.subarray(start, start + packed)
  if (method === STORED) return content
  try {
    const whole = new Uint8Array(bytes)
    const stream = new Blob([content.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const reader = stream.getReader()
    for (let length = 0; ; ) {
      const { done, value } = await reader.read()
      if (done) return whole.subarray(0, length)
      if (length + value.length > bytes) return null
      whole.set(value, length)
      length += value.length
    }
  } catch {
    return null
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const ENTRY = 0x04034b50
const LISTED = 0x02014b50
const END = 0x06054b50
const ENTRY_BYTES = 46
const END_BYTES = 22
const STORED = 0
const DEFLATED = 8
/** The file type of a symbolic link (`S_IFLNK`), in the upper bits of the Unix mode. */
const UNIX_LINK = 0o12
