import { listDocument } from '../../core/publication/document.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { UNCLASSED } from '../../core/registry/cells/words.ts'
import { DECISIONS, evidenceText, proposalSheet, ruleText, SHEET } from '../../core/risk/proposal-sheet.ts'
import { writeNewFile } from '../../files/folder.ts'
import { inEncoding, type PeopleEncoding } from '../../files/writing/csv-encoding.ts'
import { documentXlsx } from '../../files/writing/document-xlsx.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import { withChoices } from '../../files/writing/sheet-choices.ts'
import { riskInput } from '../../store/inputs/risk-input.ts'
import type { Desk } from '../../terminal/desk.ts'
import { documentLines } from '../../terminal/document-lines.ts'
import { progressOf } from '../../terminal/progress.ts'
import { encodingOut } from '../encoding-out.ts'
import { officeToday } from '../office-today.ts'
import { inOneState } from '../session.ts'

const refuse = refusal<OptionReasons>()

/**
 * propose risk — what results ask for by the rules: steps of the class of risk, each with its evidence, as a sheet that a
 * person decides on and `import targets` takes. Nothing is changed here.
 */
export async function proposeRisks(
  desk: Desk,
  options: { readonly to?: string; readonly encoding?: string },
): Promise<number> {
  const { to } = options
  const format = to === undefined ? null : /\.(csv|xlsx)$/i.exec(to)?.[1]?.toLowerCase()
  if (to !== undefined && format === undefined)
    throw refuse('invalid-option', { option: '--to', value: to, expected: '*.csv, *.xlsx' })
  const encoding = encodingOut(options.encoding)
  const { day, input } = await inOneState(desk, store => {
    const day = officeToday(desk, store)
    const progress = progressOf(desk, desk.say.common.reading)
    const input = riskInput(store, day, progress.at)
    progress.end()
    return { day, input }
  })
  const { proposals, terms, without } = input
  if (to !== undefined) {
    const sheet = proposalSheet('', proposals, day, terms)
    const content = format === 'csv' ? asCsv(sheet, encoding) : await asWorkbook(sheet)
    writeNewFile(desk.path(to), content, 'owner')
  }
  const say = desk.say.results.risk
  const ofOthers = proposals.filter(({ source }) => source !== '').length
  const told = proposals.map(one => ({ ...one, rule: ruleText(one.evidence, terms) }))
  const { columns } = say
  const table = listDocument('', '', '', {
    headings: [columns.target, columns.name, columns.from, columns.to, columns.rule, columns.evidence],
    rows: told.map(({ id, name, from, to, rule, evidence }) => [
      ...[id, name, from === '' ? UNCLASSED : from, to, rule],
      evidenceText(evidence),
    ]),
  })
  desk.result({ day, ...(to === undefined ? {} : { to }), proposals: told, without }, () => [
    say.proposed(proposals.length, ofOthers),
    ...say.without(without),
    ...(to === undefined && proposals.length > 0
      ? [...documentLines(table, desk.window), '', say.toDecide]
      : []),
    ...(to === undefined ? [] : [say.written(to, DECISIONS)]),
  ])
  return 0
}

type Sheet = ReturnType<typeof proposalSheet>

function asCsv({ data }: Sheet, encoding: PeopleEncoding): string | Uint8Array {
  return inEncoding(peopleCsv(data!.headings, data!.rows), encoding)
}

async function asWorkbook(sheet: Sheet): Promise<Uint8Array> {
  const { headings, rows } = sheet.data!
  const choices = new Map([[headings.indexOf(SHEET.decision), DECISIONS]])
  return withChoices(await documentXlsx(sheet), choices, rows.length)
}
