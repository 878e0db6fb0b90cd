import { inflateRawSync } from 'node:zlib'
import { type Zippable, zipSync } from 'fflate'
import { byBytes } from '../core/bytes.ts'
import { type ZipEntry, zipDirectory } from '../core/zip/zip-directory.ts'
import type { ZippedFile } from '../core/zip/zipped-files.ts'

/** What a zip holds, or undefined where its directory is cut off or damaged. */
export function zipEntries(zip: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined {
  const listed = zipDirectory(zip)
  return listed && new Map(listed.map(entry => [entry.name, entry]))
}

/** The bytes of a file that was found sound, never more than its directory promises; undefined where they are damaged. */
export function unpacked({ packed, stored, bytes }: Omit<ZippedFile, 'name'>): Buffer | undefined {
  if (stored) return Buffer.from(packed)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) })
  } catch {
    return undefined
  }
}

/**
 * A zip whose bytes follow from its files alone: in byte order, all of one fixed time, packed the same way everywhere.
 * The time is local midnight because that is what a zip stores: the same bytes in every time zone.
 */
export function fixedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys()].sort(byBytes)
  const entries: Zippable = Object.fromEntries(names.map(name => [name, files.get(name)!]))
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 })
}
