import { escapeControls } from '../../core/escape-controls.ts'
import type { FieldDifference, Issue, IssueCode, Note, NoteCode } from '../../core/registry/cells/issue.ts'
import type { Imported, NotImported } from '../../core/registry/import-outcome.ts'
import type { ImportReport } from '../../core/registry/import-report.ts'
import type { LargeChange } from '../../core/registry/large-change.ts'
import { inOrder } from '../../core/registry/locate.ts'
import { inItsSheet, lineName } from '../../core/registry/read-sheets.ts'
import { isWarning } from '../../core/registry/warning.ts'
import { type Desk, sentenceOf } from '../desk.ts'
import { CODES_ALONE, type RegistryTelling } from '../naming.ts'
import type { Sentences } from '../sentences/sentences.ts'
import { issueData, issueText, placeText } from './issue.ts'

/** How many issues are shown in full. */
const ISSUES_TOLD = 20
/** How many changed records a dry run shows. */
const CHANGES_TOLD = 20

/** All that a clerk needs to read about one file, in ten seconds; names stand beside codes as far as `telling` knows them. */
export function importLines(
  { say, colours }: Desk,
  file: Imported | NotImported,
  telling: RegistryTelling = CODES_ALONE,
): string[] {
  if (file.outcome === 'failed')
    return [say.import.notRead(file.file), ...sentenceOf(say, file.reason, colours.err)]
  const { place } = file.outcome === 'refused' ? colours.err : colours.out
  const { report } = file
  const line = (row: number) => escapeControls(String(lineName(report.sheets, row)))
  const told = (issue: Issue) => issueText(say, inItsSheet(report.sheets, telling.issue(issue)), place)
  return [
    ...(file.outcome === 'refused'
      ? [say.import.nothingWritten(file.file, report.issueCount)]
      : [say.import.imported(file.file, file.library)]),
    say.import.counts(file.counts),
    ...[...report.skipped].map(([code, { count, rows }]) =>
      say.import.aside(say.import.asides[code], count, rows.slice(0, 5).map(line).join(', ')),
    ),
    ...sheetLines(say, report),
    ...file.extra.map(({ heading, nearest }) => say.import.extraColumn(escapeControls(heading), nearest)),
    ...normalisedLines(say, report, note => placeText(say, inItsSheet(report.sheets, note)), telling.person),
    ...(report.issueCount === 0 ? [] : [say.import.byKind(kindsOf(say, report.byCode))]),
    ...inOrder(report.issues)
      .slice(0, ISSUES_TOLD)
      .map(issue => `  ${told(issue)}`),
    ...(report.issueCount > ISSUES_TOLD ? [`  ${say.import.more(report.issueCount - ISSUES_TOLD)}`] : []),
    ...(report.settledCount === 0 ? [] : [say.import.settled(report.settledCount)]),
    ...report.settled.slice(0, ISSUES_TOLD).map(issue => `  ${told(issue)}`),
    ...(report.settledCount > ISSUES_TOLD ? [`  ${say.import.more(report.settledCount - ISSUES_TOLD)}`] : []),
    ...(file.mapUnused.length > 0
      ? [say.import.mapUnused(say.common.listed(file.mapUnused.map(escapeControls)))]
      : []),
    ...(file.met.length > 0 ? [say.import.met(say.common.listed(file.met))] : []),
    ...(file.unclaimed > 0 && file.outcome !== 'refused' ? [say.import.noDepartment(file.unclaimed)] : []),
    ...(file.outcome === 'dry-run' ? dryRunLines(say, file, telling) : []),
    ...(file.savedMap === null ? [] : [say.import.savedMap(file.savedMap)]),
    ...(file.rejects === null ? [] : [say.import.rejectsKept(file.rejects)]),
    ...(file.rejects === null && report.issueCount > ISSUES_TOLD ? [say.import.rejectsAside] : []),
    ...outcomeLines(say, file),
  ]
}

/** Which sheets of a workbook are read, which are not, and what is hidden in them. */
function sheetLines(say: Sentences, { sheets, unread }: ImportReport): string[] {
  const names = (list: readonly { readonly name: string }[]) =>
    say.common.listed(list.map(({ name }) => escapeControls(name)))
  const of = (otherHeadings: boolean) => unread.filter(sheet => sheet.otherHeadings === otherHeadings)
  return [
    ...(sheets.length > 1 || unread.length > 0 ? [say.import.sheetsRead(names(sheets))] : []),
    ...(of(false).length > 0 ? [say.import.sheetsUnread(names(of(false)))] : []),
    ...(of(true).length > 0 ? [say.import.sheetsOther(names(of(true)))] : []),
    ...sheets
      .filter(({ hiddenColumns }) => hiddenColumns.length > 0)
      .map(({ name, hiddenColumns }) =>
        say.import.hiddenColumns(escapeControls(name), say.common.listed(hiddenColumns)),
      ),
  ]
}

/** Values not read as written, then doubtful ones: how many of each kind, and where the first one is. */
export function normalisedLines(
  say: Sentences,
  { notes }: ImportReport,
  placeOf: (note: Note) => string,
  person = CODES_ALONE.person,
): string[] {
  const kinds = [...notes].map(
    ([
      code,
      {
        count,
        examples,
        examples: [first],
      },
    ]) => ({ code, count, first: first!, examples }),
  )
  const [read, doubted] = [
    kinds.filter(({ code }) => !isWarning(code)),
    kinds.filter(({ code }) => isWarning(code)),
  ]
  const total = read.reduce((sum, { count }) => sum + count, 0)
  const example = (note: Note) =>
    say.import.example(placeOf(note), escapeControls(note.value), escapeControls(note.read))
  return [
    ...(total === 0 ? [] : [say.import.normalised(total)]),
    ...read.map(({ code, count, first }) => `    ${say.import.notes[code]} ${count}: ${example(first)}`),
    ...doubted.flatMap(kind => doubtLines(say, kind, placeOf, person)),
  ]
}

/** Doubts that name something beside the value; people by their numbers, which `person` names. */
const TWO_VALUES: Readonly<Partial<Record<NoteCode, 'besides' | 'replaced' | 'ofPeople'>>> = {
  'same-firm': 'besides',
  'former-quantity': 'replaced',
  'empty-visits': 'ofPeople',
}

/** Doubts are listed one by one: somebody has to look at each. */
function doubtLines(
  say: Sentences,
  {
    code,
    count,
    examples,
  }: { readonly code: NoteCode; readonly count: number; readonly examples: readonly Note[] },
  placeOf: (note: Note) => string,
  person: (id: string) => string,
): string[] {
  const told = examples.slice(0, ISSUES_TOLD)
  const [first, ...others] = told.map(note => {
    const words = TWO_VALUES[note.code]
    if (words === undefined) return placeOf(note) + say.import.quoted(escapeControls(note.value))
    const other = words === 'ofPeople' ? note.read.split('、').map(person).join('、') : note.read
    return say.import[words](placeOf(note), escapeControls(note.value), escapeControls(other))
  })
  return [
    `  ${say.import.notes[code]} ${count}: ${first}`,
    ...others.map(line => `    ${line}`),
    ...(count > told.length ? [`    ${say.import.more(count - told.length)}`] : []),
  ]
}

/** The same for scripts. */
export function normalisedData({ notes, sheets }: ImportReport): {
  normalised: unknown[]
  doubts: unknown[]
} {
  const kinds = [...notes].map(([code, { count, examples }]) => ({
    code,
    count,
    examples: examples.map(note => inItsSheet(sheets, note)),
  }))
  return {
    normalised: kinds.filter(({ code }) => !isWarning(code)),
    doubts: kinds.filter(({ code }) => isWarning(code)),
  }
}

/** The number of issues of each kind, the most frequent first. */
function kindsOf(say: Sentences, byCode: ReadonlyMap<IssueCode, number>): string {
  const kinds = [...byCode].sort(([, a], [, b]) => b - a)
  return say.common.listed(kinds.map(([code, count]) => `${say.import.issueKinds[code]} ${count}`))
}

/** Each changed record before and after, and the parts of the registry that would shrink. */
function dryRunLines(
  say: Sentences,
  { changes, counts, shrinkages, report }: Imported,
  { called, difference }: RegistryTelling,
): string[] {
  const told = changes.slice(0, CHANGES_TOLD)
  const fieldTold = ({ field, was, becomes }: FieldDifference) =>
    say.import.changedTo(escapeControls(field), escapeControls(was), escapeControls(becomes))
  return [
    ...told.map(({ id, line, fields }) =>
      say.import.changed(
        escapeControls(called(id)),
        lineName(report.sheets, line),
        say.common.listed(fields.map(difference).map(fieldTold)),
      ),
    ),
    ...(counts.changed > told.length ? [say.import.moreChanges(counts.changed - told.length)] : []),
    ...shrinkageLines(say, shrinkages),
  ]
}

/** The parts of a registry that would lose so many records that someone must confirm it. */
export function shrinkageLines(say: Sentences, shrinkages: readonly LargeChange[]): string[] {
  return shrinkages.map(say.import.shrinkage)
}

function outcomeLines(say: Sentences, file: Imported): string[] {
  switch (file.outcome) {
    case 'written':
      return [`  ${say.log.entry(file.entry!, file.digest!)}`]
    case 'nothing':
      return [file.sameAs === null ? say.import.nothingChanged : say.import.sameFile(file.sameAs)]
    case 'dry-run':
      return [say.import.dryRun]
    case 'refused':
    case 'shrinks':
      return []
    default:
      return file.outcome satisfies never
  }
}

/** The same for scripts: the same keys in every language, the sentence beside its code. */
export function importData({ say }: Desk, file: Imported | NotImported): unknown {
  if (file.outcome === 'failed') {
    const { code, details } = file.reason
    const [sentence] = sentenceOf(say, file.reason)
    return { file: file.file, outcome: file.outcome, error: { code, details, sentence } }
  }
  const { report, counts } = file
  return {
    file: file.file,
    outcome: file.outcome,
    entry: file.entry,
    digest: file.digest,
    ...counts,
    issueCount: report.issueCount,
    byKind: Object.fromEntries(report.byCode),
    issues: inOrder(report.issues).map(issue => issueData(say, inItsSheet(report.sheets, issue))),
    settled: report.settled.map(issue => issueData(say, inItsSheet(report.sheets, issue))),
    ...normalisedData(report),
    aside: [...report.skipped].map(([code, { count, rows }]) => ({
      code,
      count,
      rows: rows.map(row => lineName(report.sheets, row)),
    })),
    sheets: report.sheets.map(({ name, hiddenColumns }) => ({ name, hiddenColumns })),
    otherSheets: report.unread,
    extra: file.extra.map(({ heading, nearest }) => ({ heading, nearest })),
    departmentsMet: file.met,
    unclaimed: file.unclaimed,
    changes: file.changes.map(change => ({ ...change, line: lineName(report.sheets, change.line) })),
    largeChanges: file.shrinkages,
    savedMap: file.savedMap,
    mapUnused: file.mapUnused,
    sameAs: file.sameAs,
    rejects: file.rejects,
  }
}
