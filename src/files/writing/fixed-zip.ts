import { type Zippable, zipSync } from 'fflate'
import { byBytes } from '../../core/bytes.ts'

/**
 * A zip whose bytes follow from its files alone: in byte order, all of one fixed time, packed the same way everywhere.
 * The time is local midnight because that is what a zip stores: the same bytes in every time zone.
 */
export function fixedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys()].sort(byBytes)
  const entries: Zippable = Object.fromEntries(names.map(name => [name, files.get(name)!]))
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 })
}
