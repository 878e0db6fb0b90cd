import { listDocument } from '../../core/publication/document.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { UNCLASSED } from '../../core/registry/cells/words.ts'
import { CLEAN } from '../../core/risk/grounds.ts'
import { DECISIONS, proposalSheet, ruleText, SHEET } from '../../core/risk/proposal-sheet.ts'
import type { Evidence } from '../../core/risk/propose.ts'
import type { RiskTerms } from '../../core/rules/risk-terms.ts'
import { writeNewFile } from '../../files/folder.ts'
import { inEncoding, type PeopleEncoding } from '../../files/writing/csv-encoding.ts'
import { documentXlsx } from '../../files/writing/document-xlsx.ts'
import { peopleCsv } from '../../files/writing/people-csv.ts'
import { withChoices } from '../../files/writing/sheet-choices.ts'
import { riskInput } from '../../store/inputs/risk-input.ts'
import type { Desk } from '../../terminal/desk.ts'
import { documentLines } from '../../terminal/document-lines.ts'
import type { NamingDesk } from '../../terminal/naming.ts'
import { progressOf } from '../../terminal/progress.ts'
import { encodingOut } from '../encoding-out.ts'
import { naming } from '../naming.ts'
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
  const { day, input, known } = await inOneState(desk, store => {
    const day = officeToday(desk, store)
    const progress = progressOf(desk, desk.say.common.reading)
    const input = riskInput(store, day, progress.at)
    progress.end()
    const shown = to === undefined ? input.proposals : []
    const known = new Map(
      shown.flatMap(({ evidence }) =>
        evidence.map(one => [one, evidenceTold(naming(desk, store), one)] as const),
      ),
    )
    return { day, input, known }
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
    rows: proposals.map(({ id, name, from, to, evidence }) => [
      ...[id, name, from === '' ? UNCLASSED : from, to, ruleTold(desk, evidence, terms)],
      evidence.map(one => known.get(one)).join(desk.say.published.between),
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

/** A rule in words, as whoever decides reads it; the sheet has its value. */
function ruleTold({ say }: Desk, evidence: readonly Evidence[], { added, downVisits }: RiskTerms): string {
  const { risk, outcome } = say.results
  if (evidence[0]?.ground === CLEAN) return risk.down(downVisits)
  const steps = new Map(evidence.map(({ ground, steps }) => [ground, steps]))
  return risk.up(
    [...steps].map(([ground, count]) => [outcome(ground), count]),
    added,
  )
}

/** A piece of evidence by the names in the key of its result; the firm stands beside it. */
function evidenceTold({ say, named }: NamingDesk, { result, ground, inspected }: Evidence): string {
  const [occasion = '', , department = '', ...item] = result.split('/')
  const of = item.join('/')
  return [
    ...[inspected, occasion, named('departments', department), ...(of === '' ? [] : [named('items', of)])],
    say.results.outcome(ground),
  ].join(' ')
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
