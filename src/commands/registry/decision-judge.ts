import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Column } from '../../core/registry/columns/column.ts'
import { parseExtras } from '../../core/registry/columns/extra-fields.ts'
import { type ImportReport, noteSkipped } from '../../core/registry/import-report.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, extrasColumn, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { locate } from '../../core/registry/locate.ts'
import type { Merge } from '../../core/registry/merge.ts'
import { type DecidingInput, decideRisk, type ProposalRow } from '../../core/risk/decide.ts'
import { type RiskProposal, SHEET } from '../../core/risk/proposal-sheet.ts'
import type { RiskReasons } from '../../core/risk/reasons.ts'
import type { EntryWriter } from '../../store/entry.ts'
import { riskInput } from '../../store/inputs/risk-input.ts'
import type { Store } from '../../store/open.ts'
import { standingIn } from '../../store/registry/current-records.ts'
import { riskDecisions, writeDecision } from '../../store/results/risk-decisions.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeToday } from '../office-today.ts'
import type { ImportOptions } from './import-options.ts'
import type { ResultJudge } from './result-judge.ts'

const refuse = refusal<OptionReasons & RiskReasons>()

const TARGETS = library('targets')
const EXTRA = extrasColumn(TARGETS)

/** True for a sheet of proposals of other classes of risk, by the headings that no list of targets has. */
export function isProposalSheet({ name }: Library, columns: readonly Column[]): boolean {
  if (name !== 'targets') return false
  const headings = columns.flatMap(column => (column.kind === 'extra' ? [column.heading] : []))
  return [SHEET.to, SHEET.evidence, SHEET.day].every(heading => headings.includes(heading))
}

/** A sheet of proposals speaks of classes alone: nothing else of its targets is changed by it. */
export const AS_IT_STANDS: Merge = (_, row) => row

/**
 * Judges the rows of a sheet of proposals before they are put into the registry: a target gets the class that was proposed
 * where somebody agreed; each decision is put on record with its evidence; what nobody decided on is told and passed over.
 */
export function decisionJudge(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  columns: readonly Column[],
  report: ImportReport,
  options: ImportOptions,
): ResultJudge {
  for (const [given, option] of [
    [options.replace, '--replace'],
    [options.department, '--department'],
  ] as const)
    if (given !== undefined) throw refuse('option-not-applicable', { option, with: SHEET.to })
  const input = decidingInput(desk, store)
  let [refused, decided, undecided] = [0, 0, 0]
  const judging: ResultJudge['judging'] = put => (cells, line) => {
    const one = decideRisk(proposalRow(cells, line), input)
    switch (one.kind) {
      case 'undecided':
        undecided++
        noteSkipped(report, 'undecided', line)
        return
      case 'issue':
        refused++
        report.issue(locate(TARGETS, columns, one.issue))
        return
      case 'known':
        decided++
        put([...one.row], line)
        return
      case 'decided':
        decided++
        put([...one.row], line)
        if (one.decision === '不同意') noteSkipped(report, 'declined', line)
        writeDecision(writer, one.proposal, { ...one, day: input.today })
        return
      default:
        one satisfies never
    }
  }
  return {
    judging,
    refused: () => refused,
    finish: () => {
      if (decided === 0 && refused === 0) throw refuse('nothing-decided', { rows: undecided })
    },
  }
}

function decidingInput(desk: Desk, store: Store): DecidingInput {
  const standing = standingIn(store, TARGETS)
  const { decided } = riskDecisions(store)
  const days = new Map<string, ReadonlyMap<string, RiskProposal>>()
  return {
    today: officeToday(desk, store),
    standing: id => standing(id)?.row ?? null,
    decided,
    proposal: (id, day) => {
      const on = days.get(day) ?? new Map(riskInput(store, day).proposals.map(one => [one.id, one]))
      days.set(day, on)
      return on.get(id) ?? null
    },
  }
}

const FIELDS = ['code', 'uscc', 'registration', 'name'] as const
const PLACE = Object.fromEntries(FIELDS.map(name => [name, columnOf(TARGETS, name)]))
const RISK = columnOf(TARGETS, 'risk')

function proposalRow(cells: RecordCells, line: number): ProposalRow {
  const extras = parseExtras(cells[EXTRA]!)
  const said = Object.fromEntries(
    Object.entries(SHEET).map(([field, heading]) => [
      field,
      field in PLACE ? cells[PLACE[field]!]! : field === 'from' ? cells[RISK]! : (extras[heading] ?? ''),
    ]),
  )
  return { ...(said as Readonly<Record<keyof typeof SHEET, string>>), id: idOf(cells), line }
}
