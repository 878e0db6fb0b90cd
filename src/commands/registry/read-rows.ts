import type { ImportReport } from '../../core/registry/import-report.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RegistryFile } from '../../files/reading/registry-file.ts'
import type { EntryWriter } from '../../store/entry.ts'
import { writeRecord } from '../../store/registry/registry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import type { Rejects } from './rejects.ts'

/** A file, as progress counts its parts. */
const WHOLE = 1000

/** Reads every row of a file into the registry; rows with issues are put aside. Gives how many could not be read. */
export async function readRows(
  desk: Desk,
  file: RegistryFile,
  upsert: (row: string[], line: number) => void,
  report: ImportReport,
  refused: Rejects,
): Promise<number> {
  const progress = progressOf(desk, desk.say.common.reading)
  let unread = 0
  for await (const batch of file.batches()) {
    batch.refused.forEach(refused.add)
    unread += batch.refused.length
    for (let i = 0; i < batch.rows.length; i++) {
      const before = report.issueCount
      const line = batch.lines[i]!
      upsert(batch.rows[i]!, line)
      if (report.issueCount > before)
        refused.add({ line, cells: batch.cells(i), issues: [report.lastIssue!] })
    }
    const { done } = batch
    if (done === undefined) progress.at(batch.lines[batch.lines.length - 1] ?? 0)
    else progress.at(done * WHOLE, WHOLE)
  }
  progress.end()
  return unread
}

/** Names met while the department library was empty become departments, in the same entry. */
export function writeMet(writer: EntryWriter, met: ReadonlySet<string>): void {
  const of = library('departments')
  for (const name of met) {
    const row = [name, name, name, ...Array<string>(of.fields.length - 2).fill('')]
    writeRecord(writer, of, row)
  }
}
