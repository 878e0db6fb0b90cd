import type { TargetId } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
import { readTable } from './read-table.ts'
import type { FrameRow } from './rows.ts'
import { headingOf } from './table.ts'
import { FRAME } from './tables.ts'

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

/**
 * The rows of a `frame.csv` whose targets are among these, in the order of the file; the file is no list that is checked,
 * but for these rows.
 */
export function rowsAmong(frame: Pieces, targets: ReadonlySet<TargetId>): readonly FrameRow[] {
  let found = headingOf(FRAME)
  for (const line of textLines(frame)) {
    const from = line.indexOf(',') + 1
    if (targets.has(line.slice(from, line.indexOf(',', from)) as TargetId)) found += `${line}\n`
  }
  const reading = readTable(FRAME, new TextEncoder().encode(found))
  return reading.kind === 'rows' ? reading.rows : []
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
