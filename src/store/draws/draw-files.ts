import { createHash } from 'node:crypto'
import { type Content, piecesOf as contentPieces, type OpenFolder } from '../../core/draw/folder/content.ts'
import type { Digest, DrawNumber } from '../../core/ids.ts'
import { inParts, type Pieces, whole } from '../../core/pieces.ts'
import type { EntryWriter } from '../entry.ts'
import { giveBack } from '../lent-bytes.ts'
import type { Store } from '../open.ts'
import { DRAW_FILE, DRAW_PART } from '../schema/ledger-tables.ts'

/** What is kept of a draw beside its folder: of one whose frame lies elsewhere. */
export const BESIDE = 'engine/'

/** As many bytes of a file are kept in one cell: programs before kept it whole. */
const PART = 1 << 22

/** Keeps files of the draw's folder as their bytes, those that are large in parts. */
export function writeFiles(
  writer: EntryWriter,
  draw: DrawNumber,
  files: ReadonlyMap<string, Uint8Array | Pieces>,
  size = PART,
): void {
  for (const [name, file] of files) {
    let part = 0
    for (const bytes of inParts(file instanceof Uint8Array ? [file] : file, size, true)) {
      if (part === 0) writer.write(DRAW_FILE, { draw, name, bytes })
      else writer.write(DRAW_PART, { draw, name, part, bytes })
      part++
    }
  }
}

/** The names of the files of a draw's folder that are at hand, in byte order. */
export function namesOf(store: Store, draw: DrawNumber): string[] {
  const kept = keptNames(store, draw).filter(name => !name.startsWith(BESIDE))
  const brought = BROUGHT.get(store)?.get(draw)?.keys() ?? []
  return [...new Set([...kept, ...brought])].sort()
}

/**
 * One file of a draw's folder, piece by piece in order, each read when it is asked for: what was kept as one cell by an
 * earlier program comes as one. Null where the draw has no such file; the same file may be asked for again.
 */
export function piecesOf(store: Store, draw: DrawNumber, name: string): Pieces | null {
  const brought = BROUGHT.get(store)?.get(draw)?.get(name)
  if (brought !== undefined) return contentPieces(brought)
  const is = store.sql<1>('select 1 from draw_file where draw = ? and name = ?').pluck().get(draw, name)
  return is === undefined ? null : { [Symbol.iterator]: () => keptPieces(store, draw, name) }
}

/** How many bytes a file of a draw has that the store keeps. */
export function keptSize(store: Store, draw: DrawNumber, name: string): number {
  return (
    store
      .sql<number | null>(
        `select sum(size) from (
         select length(bytes) as size from draw_file where draw = @draw and name = @name
         union all select length(bytes) from draw_part where draw = @draw and name = @name)`,
      )
      .pluck()
      .get({ draw, name }) ?? 0
  )
}

/** One file of a draw's folder, or none. */
export function fileOf(store: Store, draw: DrawNumber, name: string): Map<string, Uint8Array> {
  const pieces = piecesOf(store, draw, name)
  return new Map(pieces === null ? [] : [[name, whole(pieces)]])
}

/** The files of a draw's folder that are at hand, by name in byte order. */
export function filesOf(store: Store, draw: DrawNumber): Map<string, Uint8Array> {
  return new Map(namesOf(store, draw).map(name => [name, whole(piecesOf(store, draw, name)!)]))
}

/** The same, of which large ones are read as they are asked for, as long as the store is open. */
export function openFilesOf(store: Store, draw: DrawNumber): Map<string, Content> {
  const brought = BROUGHT.get(store)?.get(draw)
  return new Map(namesOf(store, draw).map(name => [name, brought?.get(name) ?? contentOf(store, draw, name)]))
}

/** The same of all files that the store keeps of a draw, those beside its folder among them. */
export function allOpenFilesOf(store: Store, draw: DrawNumber): Map<string, Content> {
  return new Map(keptNames(store, draw).map(name => [name, contentOf(store, draw, name)]))
}

function contentOf(store: Store, draw: DrawNumber, name: string): Content {
  const length = lengthOf(store, draw, name)
  const pieces = { [Symbol.iterator]: () => keptPieces(store, draw, name) }
  if (length < LARGE) return whole(pieces)
  let digest: Digest | undefined
  return {
    length,
    pieces,
    sha256() {
      if (digest !== undefined) return digest
      const hash = createHash('sha256')
      for (const piece of pieces) hash.update(piece)
      digest = hash.digest('hex') as Digest
      return digest
    },
  }
}

/** From so many bytes on a file is read as it is needed instead of being held. */
const LARGE = 1 << 20

function lengthOf(store: Store, draw: DrawNumber, name: string): number {
  const lengths = ['draw_file', 'draw_part'].map(
    table => `coalesce((select sum(length(bytes)) from ${table} where draw = $draw and name = $name), 0)`,
  )
  return store
    .sql<number>(`select ${lengths.join(' + ')}`)
    .pluck()
    .get({ draw, name })!
}

/** Lays files of a draw that lie elsewhere beside those that are kept, for as long as the store is open. */
export function layFiles(store: Store, draw: DrawNumber, files: OpenFolder): void {
  const brought = BROUGHT.get(store) ?? new Map<DrawNumber, OpenFolder>()
  BROUGHT.set(store, brought.set(draw, files))
}

/** A file of a draw that was laid so. */
export function broughtFile(store: Store, draw: DrawNumber, name: string): Content | undefined {
  return BROUGHT.get(store)?.get(draw)?.get(name)
}

const BROUGHT = new WeakMap<Store, Map<DrawNumber, OpenFolder>>()

function keptNames(store: Store, draw: DrawNumber): string[] {
  return store.sql<string>('select name from draw_file where draw = ? order by name').pluck().all(draw)
}

/** Each part is a statement of its own, so that others may be asked in between. */
function* keptPieces(store: Store, draw: DrawNumber, name: string): Generator<Uint8Array> {
  const first = store.sql<Buffer>('select bytes from draw_file where draw = ? and name = ?')
  yield* lent(first.pluck().get(draw, name)!)
  const further = store.sql<Buffer>('select bytes from draw_part where draw = ? and name = ? and part = ?')
  for (let part = 1; ; part++) {
    const bytes = further.pluck().get(draw, name, part)
    if (bytes === undefined) return
    yield* lent(bytes)
  }
}

/** Bytes that are lent until the next are asked for. */
function* lent({ buffer, byteOffset, length }: Buffer): Generator<Uint8Array> {
  const bytes = new Uint8Array(buffer, byteOffset, length)
  try {
    yield bytes
  } finally {
    giveBack(bytes)
  }
}
