import { isReason, reasonHeading } from '../../core/registry/headings.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { writeNewFile } from '../../files/folder.ts'
import type { Refused, RegistryFile } from '../../files/reading/registry-file.ts'
import { inEncoding, type PeopleEncoding, peopleCsv } from '../../files/writing/people-csv.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'

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

/** Writes the refused rows of a file as they were, with what is wrong as a last column, ready to be corrected. */
export function writeRejects(
  desk: Desk,
  path: string,
  encoding: PeopleEncoding,
  library: Library,
  file: RegistryFile,
  refused: readonly Refused[],
): void {
  const headings = file.headings.filter(
    (heading, i) => i < file.headings.length - 1 || !isReason(library, heading),
  )
  const rows = [...refused]
    .sort((a, b) => a.line - b.line)
    .map(({ cells, issues }) => [
      ...headings.map((_, i) => cells[i] ?? ''),
      issues
        .map(
          issue =>
            `${issue.heading === null ? '' : issue.heading + desk.say.published.between}${issueSentence(desk.say, issue)}`,
        )
        .join('；'),
    ])
  writeNewFile(desk.path(path), inEncoding(peopleCsv([...headings, reasonHeading(library)], rows), encoding))
}
