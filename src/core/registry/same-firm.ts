import { contradictions } from './differences.ts'
import { ANSWERED_FOR } from './libraries/answered-for.ts'
import { library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'

const TARGETS = library('targets')
const USCC = columnOf(TARGETS, 'uscc')
const REGISTRATION = columnOf(TARGETS, 'registration')
const CODE = columnOf(TARGETS, 'code')
const NAME = columnOf(TARGETS, 'name')
const KIND = columnOf(TARGETS, 'kind')
const ADDRESS = columnOf(TARGETS, 'address')
const REGION = columnOf(TARGETS, 'region')
const NO_FIRMS: ReadonlySet<string> = new Set(ANSWERED_FOR)

/** The numbers by which a record may be known, besides its id. */
export const NUMBERS = { uscc: USCC, registration: REGISTRATION, code: CODE } as const

/** Whether the office's own code is all that a record is known by. */
export function isByCodeAlone(row: RecordCells): boolean {
  return row[USCC] === '' && row[REGISTRATION] === ''
}

/** Whether two records that share a number have another number of the register that is not the same: they are two firms. */
export function isAnotherFirm(row: RecordCells, other: RecordCells): boolean {
  return [USCC, REGISTRATION].some(
    place => row[place] !== '' && other[place] !== '' && row[place] !== other[place],
  )
}

/** What two rows with one number tell differently of who that is: name and numbers. */
export function otherIdentity(
  row: RecordCells,
  other: RecordCells,
): readonly ReturnType<typeof contradictions>[number][] {
  return contradictions(TARGETS, other, row).filter(({ field }) => IDENTITY.has(field))
}

const IDENTITY: ReadonlySet<string> = new Set(
  [NAME, USCC, REGISTRATION].map(place => TARGETS.fields[place - 1]!.headings[0]),
)

/**
 * Whether two firms that share no number may be one all the same: the same name at the same address, or in the same area
 * where neither says an address. Two numbers of one kind are two firms, whatever they are called.
 */
export function mayBeOneFirm(row: RecordCells, other: RecordCells): boolean {
  const place = row[ADDRESS] === '' ? REGION : ADDRESS
  const same = [NAME, ADDRESS, place].every(one => row[one] === other[one]) && row[place] !== ''
  const firms = !NO_FIRMS.has(row[KIND]!) && !NO_FIRMS.has(other[KIND]!)
  return same && firms && !isAnotherFirm(row, other)
}
