import type { FilePath } from '../../core/file-path.ts'
import { healedByWriting, type RefusedRows, refusedTable } from '../../core/registry/columns/refused-rows.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { takeBack, writeNewFile, writeOwnFile } from '../../files/folder.ts'
import type { Refused } from '../../files/reading/records-reader.ts'
import type { RegistryFile } from '../../files/reading/registry-file.ts'
import { inEncoding } from '../../files/writing/csv-encoding.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import { between, type Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { encodingOfRejects, type ImportOptions } from './import-options.ts'

/** The refused rows of a file: all are counted, and kept only where they are to be written, so that memory stays flat. */
export interface Rejects {
  readonly add: (row: Refused) => void
  readonly count: () => number
  readonly rows: readonly Refused[]
}

export function rejectsOf(keep: boolean): Rejects {
  const rows: Refused[] = []
  let count = 0
  return {
    rows,
    count: () => count,
    add(row) {
      count++
      if (keep) rows.push(row)
    },
  }
}

/** The one file of `--rejects`, whatever number of files its rows come from; null where none was asked for. */
export interface RejectsFile {
  /** Takes in the refused rows of a file, in place of those it had before, and writes all as they were, with the reasons. */
  readonly put: (path: FilePath, file: RegistryFile, refused: readonly Refused[]) => void
  /** Takes out those of a file whose import came to nothing (a full disk): it is tried again, and has them again. */
  readonly takeBack: (path: FilePath) => void
}

export function rejectsFile(desk: Desk, library: Library, options: ImportOptions): RejectsFile | null {
  const { rejects } = options
  if (rejects === undefined) return null
  let written: ReadonlyMap<string, RefusedRows> = new Map()
  const write = (next: ReadonlyMap<string, RefusedRows>) => {
    const { headings, rows } = refusedTable(library, [...next.values()])
    const bytes = inEncoding(peopleCsv(headings, rows), encodingOfRejects(options))
    const place = written.size === 0 ? writeNewFile : writeOwnFile
    place(desk.path(rejects), bytes, 'owner')
    written = next
  }
  return {
    put(path, file, refused) {
      if (refused.length > 0)
        write(new Map([...written, [path.written, refusedRows(desk, path, file, refused)]]))
    },
    takeBack(path) {
      if (!written.has(path.written)) return
      const others = new Map([...written].filter(([name]) => name !== path.written))
      if (others.size > 0) write(others)
      else takeBack(desk.path(rejects))
      written = others
    },
  }
}

function refusedRows(
  desk: Desk,
  { written }: FilePath,
  { headings, columns }: RegistryFile,
  refused: readonly Refused[],
): RefusedRows {
  const rows = [...refused]
    .sort((a, b) => a.line - b.line)
    .map(({ cells, issues }) => {
      const healed = healedByWriting(issues)
      const sentences = issues.map(
        issue =>
          `${issue.heading === null ? '' : issue.heading + desk.say.published.between}${issueSentence(desk.say, issue)}`,
      )
      return {
        cells,
        reason: sentences.join(between(desk)),
        mark: healed === null ? '' : desk.say.import.issueKinds[healed.code],
      }
    })
  const fields = columns.map(column => (column.kind === 'field' ? column.field : null))
  return { source: written, headings, fields, rows }
}
