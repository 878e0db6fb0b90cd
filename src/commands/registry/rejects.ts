import type { FilePath } from '../../core/file-path.ts'
import { healedByWriting, type RefusedRows, refusedTable } from '../../core/registry/columns/refused-rows.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { writeNewFile, writeOwnFile } from '../../files/folder.ts'
import type { Refused } from '../../files/reading/records-reader.ts'
import type { RegistryFile } from '../../files/reading/registry-file.ts'
import { inEncoding } from '../../files/writing/csv-encoding.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import type { Desk } from '../../terminal/desk.ts'
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
}

export function rejectsFile(desk: Desk, library: Library, options: ImportOptions): RejectsFile | null {
  const { rejects } = options
  if (rejects === undefined) return null
  const files = new Map<string, RefusedRows>()
  return {
    put(path, file, refused) {
      if (refused.length === 0) return
      const write = files.size === 0 ? writeNewFile : writeOwnFile
      files.set(path.written, refusedRows(desk, path, file, refused))
      const { headings, rows } = refusedTable(library, [...files.values()])
      write(desk.path(rejects), inEncoding(peopleCsv(headings, rows), encodingOfRejects(options)), 'owner')
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
        reason: sentences.join('；'),
        mark: healed === null ? '' : desk.say.import.issueKinds[healed.code],
      }
    })
  const fields = columns.map(column => (column.kind === 'field' ? column.field : null))
  return { source: written, headings, fields, rows }
}
