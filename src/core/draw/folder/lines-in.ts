import type { TargetId } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'

/**
 * The data lines of a file whose fields hold no line end, as it passes: whole lines, each with its line end, behind one
 * another. What is given is lent until the next is asked for.
 */
export function* linesIn(file: Pieces): Generator<Uint8Array> {
  let rest = new Uint8Array(0)
  let isHeading = true
  for (const piece of file) {
    const last = piece.lastIndexOf(LF)
    if (last < 0) {
      rest = joined(rest, piece)
      continue
    }
    const lines = joined(rest, piece.subarray(0, last + 1))
    rest = piece.slice(last + 1)
    yield isHeading ? lines.subarray(lines.indexOf(LF) + 1) : lines
    isHeading = false
  }
}

const LF = 10

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

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
  for (const lines of linesIn(file)) {
    const text = decoder.decode(lines)
    for (let from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from))
      yield text.slice(from, to)
  }
}
