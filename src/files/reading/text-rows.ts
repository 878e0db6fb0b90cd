import type { Encoding } from '../../core/file-problem.ts'
import { UNIT } from '../../core/ledger.ts'
import { decoder, wholePieces } from './characters.ts'
import type { Content } from './content.ts'
import type { Records } from './csv/parsed-records.ts'
import { recordReader } from './csv/record-reader.ts'
import { type Dialect, findDialect, splitHeading } from './dialect.ts'
import { findEncoding } from './encoding.ts'
import { type FileFacts, type RowBatch, type Stopped, stopped } from './row-batch.ts'
import { markingDecoder, withoutSigns } from './undecodable.ts'

/** The rows of a CSV. It is read twice: first to settle the encoding for the whole file, then for its rows. */
export async function* textRows(
  content: Content,
  start: Buffer,
  wish: {
    readonly encoding?: Encoding | undefined
    readonly delimiter?: string | undefined
    readonly skipBad?: boolean | undefined
    readonly parseAll?: boolean | undefined
  },
): AsyncGenerator<FileFacts | RowBatch | Stopped> {
  const text = await findEncoding(content, start, wish.encoding, wish.skipBad)
  if (text.kind !== 'text') return yield stopped(text)
  const { encoding, bom, lineEnds } = text
  const dialect = findDialect(text, wish.delimiter)
  const { gz } = content
  const digest = await content.digest()
  yield {
    kind: 'facts',
    gz,
    ...digest,
    format: 'csv',
    encoding,
    bom: bom > 0,
    delimiter: dialect.delimiter,
    lineEnds,
  }

  const decode = text.damaged ? markingDecoder(encoding).decode : decoder(encoding)
  const reader = recordReader(dialect.delimiter, lineEnds, wish.parseAll)
  const batches = batcher(dialect, text.damaged, content.readSoFar)
  let skip = dialect.skip
  let marked = false
  for await (const { bytes } of wholePieces(content.chunks(), encoding, bom)) {
    const part = decode(bytes)
    if (part === undefined) return yield stopped({ kind: 'changed-while-reading' })
    marked ||= part.includes(UNIT)
    const records = reader.read(part.subarray(Math.min(skip, part.length)))
    skip = Math.max(0, skip - part.length)
    yield* batches(records, marked, false)
    if (records.problem) return yield stopped(records.problem)
  }
  const records = reader.end()
  yield* batches(records, marked, true)
  if (records.problem) yield stopped(records.problem)
  else if (!(await content.unchanged())) yield stopped({ kind: 'changed-while-reading' })
}

/** Numbers the rows. The first batch holds all that headings are looked for in, however the file was read. */
function batcher(dialect: Dialect, damaged: boolean, readSoFar: () => number) {
  let first = 1
  let heading: string[][] | undefined = []
  return function* (records: Records, marked: boolean, isLast: boolean): Generator<RowBatch> {
    let rows = records.rows
    if (heading) {
      heading = [...heading, ...rows]
      if (heading.length < HEADING_ROWS && !isLast && !records.problem) return
      rows = splitHeading(heading, dialect)
      heading = undefined
    }
    const cut: RowBatch = { kind: 'rows', first, rows, notes: [], done: readSoFar() }
    const batch = damaged ? withoutSigns(cut) : cut
    if (rows.length > 0) yield marked ? { ...batch, holdsMarks: true } : batch
    first += rows.length
  }
}

const HEADING_ROWS = 100
