/** A zip of which any stretch can be read: one that is too large to be held stays where it lies. */
export interface ZipBytes {
  readonly length: number
  /** The bytes from one place up to, not with, another, which both lie within the zip. */
  readonly at: (from: number, to: number) => Uint8Array
}

/** The same of one that is at hand. */
export function zipBytes(zip: Uint8Array): ZipBytes {
  return { length: zip.length, at: (from, to) => zip.subarray(from, to) }
}
