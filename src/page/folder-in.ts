import { isZip } from '../core/zip/zip-directory.ts'
import { namesSigners, signatureFiles } from './signatures-in.ts'
import { type FileIn, unzipped } from './zip-in.ts'

/** Why a folder was not taken; nothing of it was read on. */
export type Refusal = 'too-many' | 'too-large' | 'unreadable' | 'empty' | 'zip'

export type Incoming =
  | {
      readonly kind: 'folder'
      readonly name: string
      readonly files: readonly FileIn[]
      /** Of a bag the files beside what it carries. */
      readonly around: readonly FileIn[]
      /** The signatures that came with it. */
      readonly signatures: readonly FileIn[]
    }
  | { readonly kind: 'signatures'; readonly files: readonly FileIn[] }
  | { readonly kind: 'signers'; readonly files: readonly FileIn[] }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly why: Refusal }

const MOST_FILES = 20_000
const MOST_BYTES = 1_500_000_000

interface Entry {
  readonly path: string
  readonly file: () => Promise<File>
}

/**
 * What was dropped: a folder, or files. Chromium reads no folder of a page from disk by the older `webkitGetAsEntry`;
 * Firefox and Safari have only that one.
 */
export async function dropped(transfer: DataTransfer): Promise<Incoming> {
  const plain = [...transfer.files]
  // Everything must be asked of the event before it is over.
  const roots = [...transfer.items].map((item, i): Root => {
    const handle = (item as HandedItem).getAsFileSystemHandle?.() ?? null
    return { handle, entry: item.webkitGetAsEntry?.() ?? null, file: plain[i] ?? null }
  })
  const found: Entry[] = []
  try {
    for (const root of roots) await walkRoot(root, found)
    return await taken(found)
  } catch {
    return { kind: 'refused', why: found.length > MOST_FILES ? 'too-many' : 'unreadable' }
  }
}

interface Root {
  readonly handle: Promise<Handle | null> | null
  readonly entry: FileSystemEntry | null
  readonly file: File | null
}

/** What newer browsers give of a dropped item (File System Access). */
interface Handle {
  readonly kind: 'file' | 'directory'
  readonly name: string
  getFile(): Promise<File>
  values(): AsyncIterable<Handle>
}
type HandedItem = { getAsFileSystemHandle?: () => Promise<Handle | null> }

async function walkRoot({ handle, entry, file }: Root, found: Entry[]): Promise<void> {
  const held = await handle?.catch(() => null)
  if (held) await walkHandle(held, held.name, found)
  else if (entry !== null) await walkEntry(entry, entry.name, found)
  else if (file !== null) keep(found, file.name, async () => file)
}

function keep(found: Entry[], path: string, file: () => Promise<File>): void {
  found.push({ path, file })
  if (found.length > MOST_FILES) throw new Error('too many files')
}

async function walkHandle(handle: Handle, path: string, found: Entry[]): Promise<void> {
  if (handle.kind === 'file') return keep(found, path, () => handle.getFile())
  for await (const below of handle.values()) await walkHandle(below, `${path}/${below.name}`, found)
}

async function walkEntry(entry: FileSystemEntry, path: string, found: Entry[]): Promise<void> {
  if (entry.isFile) {
    const read = () => new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))
    return keep(found, path, read)
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (some.length === 0) return
    for (const below of some) await walkEntry(below, `${path}/${below.name}`, found)
  }
}

/** What was chosen by a button. */
export async function chosen(files: readonly File[]): Promise<Incoming> {
  try {
    return await taken(
      files.map(file => ({ path: file.webkitRelativePath || file.name, file: async () => file })),
    )
  } catch {
    return { kind: 'refused', why: 'unreadable' }
  }
}

async function taken(entries: readonly Entry[]): Promise<Incoming> {
  if (entries.length === 0) return { kind: 'refused', why: 'empty' }
  if (entries.length > MOST_FILES) return { kind: 'refused', why: 'too-many' }
  const files: FileIn[] = []
  let total = 0
  for (const { path, file } of entries) {
    const content = await file()
    total += content.size
    if (total > MOST_BYTES) return { kind: 'refused', why: 'too-large' }
    files.push([path, new Uint8Array(await content.arrayBuffer())])
  }
  if (files.every(([, bytes]) => namesSigners(bytes))) return { kind: 'signers', files }
  const [only] = files
  if (files.length === 1 && only && !only[0].includes('/')) {
    const [name, bytes] = only
    return isZip(bytes) ? zipped(name, bytes) : { kind: 'file', name, bytes }
  }
  return folderOf(files[0]![0].split('/')[0]!, files)
}

async function zipped(name: string, bytes: Uint8Array): Promise<Incoming> {
  const files = await unzipped(bytes, { files: MOST_FILES, bytes: MOST_BYTES })
  if (files === null) return { kind: 'refused', why: 'zip' }
  return files.length === 0 ? { kind: 'refused', why: 'empty' } : folderOf(name, files)
}

function folderOf(name: string, files: readonly FileIn[]): Incoming {
  const signatures = signatureFiles(files)
  const root = rootOf(files)
  if (signatures.length > 0 && root === null) return { kind: 'signatures', files: signatures }
  const first = files[0]![0]
  const below = within(files, root ?? first.slice(0, first.indexOf('/') + 1))
  return { kind: 'folder', name, files: below, around: aroundOf(files, root ?? ''), signatures }
}

function within(files: readonly FileIn[], root: string): readonly FileIn[] {
  return files
    .filter(([path]) => path.startsWith(root))
    .map(([path, bytes]) => [path.slice(root.length), bytes])
}

/** Of a bag, which carries a draw in `data/`, the files beside it; none of any other folder. */
function aroundOf(files: readonly FileIn[], root: string): readonly FileIn[] {
  const bag = /^(|.*\/)data\/$/.exec(root)?.[1]
  if (bag === undefined || !files.some(([path]) => path === `${bag}bagit.txt`)) return []
  return within(files, bag).filter(([path]) => !path.startsWith('data/'))
}

/** The folder of the draw: where `commitment.json` lies highest; null where there is none. */
function rootOf(files: readonly FileIn[]): string | null {
  const places = files.map(([path]) => path).filter(path => /(^|\/)(commitment\.json|SHA256SUMS)$/.test(path))
  const highest = places.toSorted((a, b) => a.split('/').length - b.split('/').length)[0]
  return highest === undefined ? null : highest.slice(0, highest.lastIndexOf('/') + 1)
}
