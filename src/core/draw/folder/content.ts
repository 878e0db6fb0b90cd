import { sha256Hex } from '../../hash.ts'
import type { Digest } from '../../ids.ts'
import { type Pieces, whole } from '../../pieces.ts'
import type { Folder } from './sums.ts'

/** A file that is too large to be held: it is read piece by piece, from its beginning each time it is asked for. */
export interface LargeFile {
  /** In bytes. */
  readonly length: number
  readonly pieces: Pieces
  /** H of its bytes, by whoever reads it. */
  readonly sha256: () => Digest
}

export type Content = Uint8Array | LargeFile

/** A draw folder as it lies somewhere: small files are at hand, large ones are read as they are needed. */
export type OpenFolder = ReadonlyMap<string, Content>

export function isHeld(content: Content): content is Uint8Array {
  return content instanceof Uint8Array
}

/** H of a file's bytes (draw.md, section 1). */
export function digestOf(content: Content): Digest {
  return isHeld(content) ? sha256Hex(content) : content.sha256()
}

export function piecesOf(content: Content): Pieces {
  return isHeld(content) ? [content] : content.pieces
}

/** How many bytes all files of a folder have together. */
export function lengthOf(folder: OpenFolder): number {
  let bytes = 0
  for (const { length } of folder.values()) bytes += length
  return bytes
}

/** The bytes of a file, all at once. */
export function bytesOf(content: Content): Uint8Array {
  return isHeld(content) ? content : whole(content.pieces)
}

/** A folder with all of its files at hand. */
export function heldFolder(folder: OpenFolder): Folder {
  return new Map([...folder.keys()].map(file => [file, bytesIn(folder, file)!]))
}

/** The bytes of one file of a folder, all at once; undefined where it has no such file. */
export function bytesIn(folder: OpenFolder, file: string): Uint8Array | undefined {
  const content = folder.get(file)
  return content && bytesOf(content)
}

/** The same files; `read` is told how many more bytes of those that are not at hand were read. */
export function watchedFolder(folder: OpenFolder, read: (bytes: number) => void): OpenFolder {
  return new Map(
    [...folder].map(([name, content]) => [name, isHeld(content) ? content : watched(content, read)]),
  )
}

function watched(file: LargeFile, read: (bytes: number) => void): LargeFile {
  const pieces = {
    *[Symbol.iterator]() {
      for (const piece of file.pieces) {
        yield piece
        read(piece.length)
      }
    },
  }
  return { ...file, pieces }
}
