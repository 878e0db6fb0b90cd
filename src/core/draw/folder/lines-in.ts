import type { TargetId } from '../../ids.ts'
import { type Pieces, wholeLines } from '../../pieces.ts'

/** The targets of a `frame.csv`, which may be too large to be read as rows. */
export function* targetsIn(frame: Pieces): Generator<TargetId> {
  for (const line of textLines(frame)) {
    const from = line.indexOf(',') + 1
    yield line.slice(from, line.indexOf(',', from)) as TargetId
  }
}

/** Ids hold no comma and no quote, so that the first fields of a line need no reader. */
function* textLines(file: Pieces): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let isHeading = true
  for (const lines of wholeLines(file)) {
    const text = decoder.decode(lines)
    for (let from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
      if (!isHeading) yield text.slice(from, to)
      isHeading = false
    }
  }
}
