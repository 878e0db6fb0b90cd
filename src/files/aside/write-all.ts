import { writeSync } from 'node:fs'

/** Writes bytes to an open file to their last: by default where the one before ended. */
export function writeAll(descriptor: number, bytes: Uint8Array, at?: number): void {
  for (let from = 0; from < bytes.length; )
    from += writeSync(descriptor, bytes, from, bytes.length - from, at === undefined ? null : at + from)
}
