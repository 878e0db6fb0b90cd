import { refusal } from '../../core/refusal.ts'
import { newReport } from '../../core/registry/import-report.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import { placeOfResult } from '../../core/results/place-of-result.ts'
import { resultId } from '../../core/results/result-key.ts'
import { saidBy } from '../../core/results/said.ts'
import { openRegistryFile } from '../../files/reading/registry-file.ts'
import { judgingInput } from '../../store/inputs/judging-input.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { officeToday } from '../office-today.ts'
import { importInput } from '../registry/import-input.ts'

const refuse = refusal<RegistryReasons>()

/** The keys of the results that the rows of a sheet name, whatever else stands in them; refused at the first row that names none. */
export async function keysInFile(desk: Desk, store: Store, file: string): Promise<ReadonlySet<string>> {
  const of = library('results')
  const path = desk.path(file)
  const { request } = importInput(desk, store, { library: of, path, options: {}, kept: undefined })
  const report = newReport()
  const opened = await openRegistryFile(request, report)
  const input = judgingInput(store, officeToday(desk, store), desk.actor, (_, row) => row)
  const keys = new Set<string>()
  for await (const { rows, lines } of opened.batches()) {
    for (const [i, row] of rows.entries()) {
      const place = placeOfResult(saidBy(row, lines[i]!), input)
      if ('found' in place) keys.add(resultId(place.found.key))
      else report.issue(place.issue)
    }
  }
  const [issue] = report.issues
  if (issue === undefined) return keys
  const sentence = issueSentence(desk.say, issue)
  const { heading, value } = issue
  throw refuse('invalid-value', {
    library: of.name,
    heading: `${file}:${issue.row} ${heading ?? ''}`,
    value,
    sentence,
  })
}
