import type { FileProblem } from '../../../core/file-problem.ts'
import type { LineEnd } from './line-ends.ts'
import {
  type ParsedRecords,
  parsedRecords,
  type RecordReader,
  type Records,
  ROW_LIMIT,
} from './parsed-records.ts'
import { type PlainLines, plainLines } from './plain-lines.ts'

/**
 * Records of a CSV, a part of its text at a time. Lines that need no parser are cut as they are, ten times as fast; from any other on
 * csv-parse reads some, and all of a text that is not for this, or with `parseAll`. The records are the same either way.
 */
export function recordReader(
  delimiter: string,
  lineEnds: readonly LineEnd[],
  parseAll = false,
  some = SOME,
): RecordReader {
  const plain = parseAll ? null : plainLines(delimiter, lineEnds)
  const parser = () => parsedRecords(delimiter, lineEnds)
  return plain === null ? parser() : mixedRecords(plain, parser, some)
}

function mixedRecords(plain: PlainLines, newParser: () => ParsedRecords, some: number): RecordReader {
  let rest: Buffer = Buffer.alloc(0)
  let count = 0

  function taken(rows: string[][], problem: FileProblem | undefined): Records {
    const before = count
    count += rows.length
    return problem === undefined ? { rows } : { rows, problem: laterBy(before, problem) }
  }

  return {
    read(text) {
      const whole = rest.length === 0 ? text : Buffer.concat([rest, text])
      const rows: string[][] = []
      for (let at = plain.cut(whole, 0, rows); ; at = plain.cut(whole, at, rows)) {
        rest = whole.subarray(at)
        if (rest.length <= ROW_LIMIT && rest.indexOf(LF) < 0) return taken(rows, undefined)
        const found = parsedFrom(whole, at, some, newParser())
        const before = rows.length
        for (const row of found.rows) rows.push(row)
        if (found.problem !== undefined) return taken(rows, laterBy(before, found.problem))
        if (found.ended === 0) return taken(rows, undefined)
        at += found.ended
      }
    },
    end() {
      const parser = newParser()
      const { rows, problem } = parser.read(rest)
      if (problem !== undefined) return taken(rows, problem)
      const last = parser.end()
      return taken([...rows, ...last.rows], last.problem)
    },
  }
}

/** A problem at a row, counted from the rows before. */
function laterBy(before: number, problem: FileProblem): FileProblem {
  return 'row' in problem ? { ...problem, row: problem.row + before } : problem
}

/**
 * The records that csv-parse finds from a place on among the next `some` bytes, or all that are there where none ends so soon; where
 * the last of them ends, 0 where none does.
 */
function parsedFrom(text: Buffer, from: number, some: number, parser: ParsedRecords): Found {
  const first = parser.read(text.subarray(from, from + some))
  const isEnough = first.rows.length > 0 || first.problem !== undefined
  const found = isEnough ? first : parser.read(text.subarray(from + some))
  return { ...found, ended: parser.ended() }
}

interface Found extends Records {
  readonly ended: number
}

/** Bytes that csv-parse is given at once: to begin anew after each record would cost more than the record. */
const SOME = 1 << 12

const LF = 0x0a
