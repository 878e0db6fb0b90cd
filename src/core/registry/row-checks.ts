import { type Issue, wholeRow } from './cells/issue.ts'
import { departmentsWithSeats } from './cells/team.ts'
import type { ColumnReader } from './column-reader.ts'
import { extrasOf } from './columns/extra-fields.ts'
import { idHeadings, insteadOf } from './columns/missing-headings.ts'
import { ANSWERED_FOR, RESPONSIBLE } from './libraries/answered-for.ts'
import type { Library, LibraryName } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, extrasColumn, ID, type RecordCells } from './libraries/record-cells.ts'
import { isOldRegistration } from './numbers/registration-number.ts'
import { asRecord } from './record.ts'

/** What the values of a record say against each other. */
type Contradiction = Pick<Issue, 'code' | 'details' | 'value'> & Partial<Pick<Issue, 'heading'>>

/** Puts values where they belong by what the record says as a whole. */
export const SETTLE: Partial<Record<LibraryName, (cells: RecordCells) => void>> = {
  /**
   * 统一社会信用代码/注册号 is one column in many files: what has not the form of a code is a registration number, or else
   * the number of the registry itself.
   */
  targets(cells) {
    const number = cells[USCC]!
    if (number === '' || /^[0-9A-Z]{18}$/.test(number)) return
    const place = /^\d{15}$/.test(number) || isOldRegistration(number) ? REGISTRATION : CODE
    if (cells[place] === '') cells[place] = number
    cells[USCC] = ''
  },
}

const USCC = columnOf(library('targets'), 'uscc')
const REGISTRATION = columnOf(library('targets'), 'registration')
const CODE = columnOf(library('targets'), 'code')

/** Finds the first thing that is wrong with a record as a whole: what is needed is absent, or its values contradict. */
export function recordChecker(
  library: Library,
  readers: readonly ColumnReader[],
): (record: RecordCells, number: number) => Issue | null {
  const needed = library.fields.flatMap(({ needed, name }, i) =>
    needed ? [{ place: i + 1, instead: insteadOf(library, name) }] : [],
  )
  const contradictionIn = CONTRADICTIONS[library.name]
  return (record, number) => {
    const absent = needed.find(
      ({ place, instead }) => record[place] === '' && !saysOneOf(library, record, instead),
    )?.place
    if (absent !== undefined) {
      const i = readers.findIndex(({ place }) => place === absent)
      const heading = readers[i]?.heading ?? library.fields[absent - 1]!.headings[0]
      const column = i < 0 ? null : i + 1
      return { row: number, column, heading, value: '', code: 'missing-value', details: {} }
    }
    if (record[ID] === '')
      return { ...wholeRow(number), code: 'missing-id', details: { headings: idHeadings(library) } }
    const contradiction = contradictionIn?.(record) ?? null
    return contradiction === null ? null : ({ ...wholeRow(number), ...contradiction } as Issue)
  }
}

/** True where a record has a value under one of these headings. */
function saysOneOf(library: Library, record: RecordCells, headings: readonly string[]): boolean {
  if (headings.length === 0) return false
  const extras = extrasOf(library, record)
  return headings.some(heading => (extras[heading] ?? '') !== '')
}

/** The value of a later field of targets; read only where the record has extra fields at all. */
function laterOf(cells: RecordCells, field: 'responsible'): string {
  const kind = cells[KIND]!
  const isFirm = !(ANSWERED_FOR as readonly string[]).includes(kind)
  return isFirm || cells[EXTRA] === '' ? '' : asRecord('targets', cells).later(field)
}

const KIND = columnOf(library('targets'), 'kind')
const EXTRA = extrasColumn(library('targets'))
const NUMBERED = [USCC, REGISTRATION, CODE]

/** Finds what the values of a record say against each other; null where they agree. */
const CONTRADICTIONS: Partial<Record<LibraryName, (cells: RecordCells) => Contradiction | null>> = {
  targets(cells) {
    const firm = laterOf(cells, 'responsible')
    return firm !== '' && NUMBERED.some(place => cells[place] === firm)
      ? { code: 'answers-for-itself', heading: RESPONSIBLE, value: firm, details: {} }
      : null
  },
  plan(cells) {
    const plan = asRecord('plan', cells)
    const [rate, count, rates] = [plan.get('rate'), plan.get('count'), plan.get('rates')]
    const [lead, partners] = [plan.get('lead'), plan.list('partners')]
    const stranger = departmentsWithSeats(plan.get('team')).find(
      name => name !== lead && !partners.includes(name),
    )
    if (count !== '' && rate + rates !== '') {
      return { code: 'rate-and-count', value: `${rate || rates} / ${count}`, details: {} }
    }
    if (partners.includes(lead)) {
      return { code: 'lead-among-partners', value: plan.get('partners'), details: { department: lead } }
    }
    if (stranger !== undefined) {
      return { code: 'team-of-other-department', value: plan.get('team'), details: { department: stranger } }
    }
    return count + rate + rates === '' ? { code: 'no-rate-or-count', value: '', details: {} } : null
  },
}
