import type { Imported } from '../core/registry/imported.ts'
import type { Issue, Place } from '../core/registry/issue.ts'
import type { Desk } from './desk.ts'
import { inert } from './table.ts'
import type { Sentences } from './zh-CN.ts'

/** How many issues are told in full. */
const ISSUES_TOLD = 20

/** What a clerk reads about one file, in ten seconds. */
export function importLines({ say }: Desk, file: Imported): string[] {
  const { gathered } = file
  const notes = [...gathered.notes.values()].reduce((sum, { count }) => sum + count, 0)
  return [
    ...(file.outcome === 'refused'
      ? [say.nothingWritten(file.file, gathered.issueCount)]
      : [say.imported(file.file, file.library)]),
    say.counts(file.counts),
    ...[...gathered.asides].map(([code, rows]) =>
      say.aside(say.asides[code], rows.length, rows.slice(0, 5).join(', ')),
    ),
    ...file.extra.map(({ heading, nearest }) => say.extraColumn(inert(heading), nearest)),
    ...(notes === 0 ? [] : [say.normalised(notes)]),
    ...[...gathered.notes].map(([code, { count, examples }]) => {
      const [first] = examples
      return `    ${say.notes[code]} ${count}: ${say.example(placeText(say, first!), inert(first!.value), inert(first!.read))}`
    }),
    ...gathered.issues.slice(0, ISSUES_TOLD).map(issue => `  ${issueText(say, issue)}`),
    ...(gathered.issueCount > ISSUES_TOLD ? [`  ${say.more(gathered.issueCount - ISSUES_TOLD)}`] : []),
    ...(file.met.length > 0 ? [say.met(say.listed(file.met))] : []),
    ...(file.unclaimed > 0 ? [say.noDepartment(file.unclaimed)] : []),
    ...(file.outcome === 'dry-run'
      ? file.changes.map(change =>
          say.wouldChange(change.id, change.field, inert(change.was), inert(change.becomes)),
        )
      : []),
    ...(file.rejects === null ? [] : [say.rejectsKept(file.rejects)]),
    ...outcomeLines(say, file),
  ]
}

function outcomeLines(say: Sentences, file: Imported): string[] {
  switch (file.outcome) {
    case 'written':
      return [say.entry(file.entry!, file.digest!)]
    case 'nothing':
      return [say.nothingChanged]
    case 'dry-run':
      return [say.dryRun]
    case 'refused':
      return []
    default:
      return file.outcome satisfies never
  }
}

/** One issue: where, the value as written, what is wrong and what would be right. */
export function issueText(say: Sentences, issue: Issue): string {
  const value = issue.value === '' ? '' : say.quoted(inert(issue.value).slice(0, 80))
  return `${placeText(say, issue)}${value}${say.between}${issueSentence(say, issue)}`
}

export function issueSentence(say: Sentences, issue: Issue): string {
  const write = say.issues[issue.code] as (details: Issue['details'], value: string) => string
  return inert(write(issue.details, issue.value))
}

function placeText(say: Sentences, { row, column, heading }: Place): string {
  return say.place(
    row,
    column === null ? null : columnLetters(column),
    heading === null ? null : inert(heading),
  )
}

/** Columns as a spreadsheet names them: A … Z, AA … */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** The same for scripts: the same keys in every language, the sentence beside its code. */
export function importData({ say }: Desk, file: Imported): unknown {
  const { gathered, counts } = file
  return {
    file: file.file,
    outcome: file.outcome,
    entry: file.entry,
    digest: file.digest,
    ...counts,
    issueCount: gathered.issueCount,
    issues: gathered.issues.map(issue => ({
      row: issue.row,
      column: issue.column === null ? null : columnLetters(issue.column),
      heading: issue.heading,
      value: issue.value,
      code: issue.code,
      details: issue.details,
      sentence: issueSentence(say, issue),
    })),
    normalised: [...gathered.notes].map(([code, { count, examples }]) => ({ code, count, examples })),
    aside: [...gathered.asides].map(([code, rows]) => ({ code, rows })),
    extra: file.extra.map(({ heading, nearest }) => ({ heading, nearest })),
    departmentsMet: file.met,
    unclaimed: file.unclaimed,
    changes: file.changes,
    rejects: file.rejects,
  }
}
