import { createHash } from 'node:crypto'
import type { LargeFile } from '../../core/draw/folder/content.ts'
import type { Digest } from '../../core/ids.ts'
import type { Spill } from '../../core/packed/spill.ts'
import { inEncoding, type PeopleEncoding } from './csv-encoding.ts'
import { peopleCsv } from './people-csv.ts'

/** A CSV for people that grows row by row. */
export interface GrowingCsv {
  readonly add: (cells: readonly string[]) => void
  /** All of it, when nothing more is added; read again each time it is asked for, as long as the spill is open. */
  readonly end: () => LargeFile
}

/** Lays the bytes of a CSV aside as it grows: memory holds some rows of it, however many there are. */
export function growingCsv(headings: readonly string[], encoding: PeopleEncoding, spill: Spill): GrowingCsv {
  const places: number[] = []
  let rows: (readonly string[])[] = [headings]
  let length = 0
  const lay = () => {
    const [first, ...others] = rows
    if (first === undefined) return
    const text = peopleCsv(first, others)
    const isBeginning = places.length === 0
    // Only the beginning of a file has a byte order mark, and that of GB 18030 has none either.
    const written = encoding === 'utf-8' && !isBeginning ? text.slice(1) : inEncoding(text, encoding)
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
    places.push(spill.write(bytes))
    length += bytes.length
    rows = []
  }
  return {
    add(cells) {
      rows.push(cells)
      if (rows.length >= AT_ONCE) lay()
    },
    end() {
      lay()
      const pieces = { [Symbol.iterator]: () => read(spill, places) }
      return { length, pieces, sha256: () => digestOf(pieces) }
    },
  }
}

/** So many rows become bytes at a time. */
const AT_ONCE = 500

function* read(spill: Spill, places: readonly number[]): Generator<Uint8Array> {
  const room = new Uint8Array(0)
  for (const place of places) yield spill.read(place, room)
}

function digestOf(pieces: Iterable<Uint8Array>): Digest {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex') as Digest
}
