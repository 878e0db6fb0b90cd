import type { Pieces } from '../../pieces.ts'

/**
 * The rows of a list that the program wrote, of which no field needs quotes and each piece ends with a line; they may be gone
 * through as often as the pieces can. No row outlives its piece but in the hands of who keeps it.
 */
export function rowsInPieces<Row>(file: Pieces, rowOf: (fields: readonly string[]) => Row): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
      let isHeading = true
      for (const piece of file) {
        const text = decoder.decode(piece)
        let from = isHeading ? text.indexOf('\n') + 1 : 0
        for (let to = text.indexOf('\n', from); to >= 0; from = to + 1, to = text.indexOf('\n', from))
          yield rowOf(text.slice(from, to).split(','))
        isHeading = false
      }
    },
  }
}
