import { byBytes } from '../../core/bytes.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { cellCount, columnOf, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { mayBeOneFirm, NUMBERS } from '../../core/registry/same-firm.ts'
import type { Standing, Twin } from '../../core/registry/upsert-row.ts'
import type { Store } from '../open.ts'
import { type StandingCells, standing, standingIn } from './current-records.ts'
import { columnsOf } from './registry.ts'

const TARGETS = library('targets')
const NAME = columnOf(TARGETS, 'name')
const ADDRESS = columnOf(TARGETS, 'address')
const KINDS = Object.entries(NUMBERS) as [keyof typeof NUMBERS, number][]

/** Records in force that have a number beside their id: the words of the indexes that hold them. */
const REGISTERED = "until is null and uscc <> '' and registration <> ''"
const CODED = "until is null and code <> '' and id <> code"

/** How many records with one number or name are looked at. */
const LOOKED_AT = 100

/**
 * Finds the other records in force that have a number of a row: its USCC, its registration number, its own code, whichever
 * of these they are kept under. `found` is the record under the row's id; a number that it has as well is no news.
 */
export function twinsIn(store: Store): (row: RecordCells, found: Standing | null) => readonly Twin[] {
  const byId = standingIn(store, TARGETS)
  const registered = recordsWhere(store, `registration = ? and ${REGISTERED}`)
  const coded = recordsWhere(store, `code = ? and ${CODED}`)
  return (row, found) => {
    const id = idOf(row)
    const twins = new Map<number, Twin>()
    for (const [kind, place] of KINDS) {
      const number = row[place]!
      if (number === '') continue
      const isKnown = number !== id && found?.row[place] === number
      for (const one of isKnown ? [byId(number)] : withNumber(number, kind, id))
        if (one !== null && one.version !== found?.version && !twins.has(one.version))
          twins.set(one.version, { ...one, by: TARGETS.fields[place - 1]!.headings[0] })
    }
    return [...twins.values()]
  }

  function withNumber(number: string, kind: keyof typeof NUMBERS, id: string): (Standing | null)[] {
    const others = kind === 'uscc' ? coded(number) : [...registered(number), ...coded(number)]
    return number === id ? others : [byId(number), ...others]
  }
}

function recordsWhere(store: Store, where: string): (...values: readonly string[]) => Standing[] {
  const find = store
    .sql<StandingCells>(
      `select version, ${columnsOf(TARGETS)} from target where ${where} order by id limit ${LOOKED_AT}`,
    )
    .raw()
  return (...values) => find.all(...values).map(cells => standing(cells)!)
}

/** Finds the targets in force that go by a name, in the order of their ids; no more than are looked at. */
export function targetsByName(store: Store): (name: string) => readonly RecordCells[] {
  const called = recordsWhere(store, 'name = ? and until is null')
  return name => called(name).map(({ row }) => row)
}

/** Finds a firm in force that may be that of a row although they have no number in common; null where there is none. */
export function lookalikeIn(store: Store): (row: RecordCells) => string | null {
  const called = recordsWhere(store, 'name = ? and address = ? and until is null')
  return row => {
    const other = called(row[NAME]!, row[ADDRESS]!).find(other => mayBeOneFirm(row, other.row))
    return other === undefined ? null : idOf(other.row)
  }
}

/**
 * Finds the one target that goes by a number: its id, its registration number or its own code; null where none or
 * several do.
 */
export function targetByNumber(store: Store): (number: string) => RecordCells | null {
  const byId = standingIn(store, TARGETS)
  const twins = twinsIn(store)
  const blank: RecordCells = Array(cellCount(TARGETS)).fill('')
  return number => {
    const found = byId(number)
    if (found !== null) return found.row
    const others = twins(blank.with(NUMBERS.code, number), null)
    return others.length === 1 ? others[0]!.row : null
  }
}

/** A record that may be the same firm as one that came before it. */
export interface Lookalike {
  readonly version: number
  readonly row: RecordCells
  /** The id of the other. */
  readonly other: string
}

/** Records with two numbers of one kind are two firms: somebody has none of one kind. */
const NOT_ALL_NUMBERED_ALIKE =
  "(sum(uscc = '' and registration = '') > 0 or (sum(uscc = '') > 0 and sum(uscc <> '' and registration = '') > 0))"

/**
 * Only who has no USCC can be another firm's look-alike: of the names of those the index tells which stand twice, and the rows of
 * these are read in the order in which they lie. By the names first, each of them would be read from another place.
 */
const LOOKALIKES = `with
  lacking as materialized (
    select name, address from target not indexed where until is null and uscc = '' group by name, address),
  alike as materialized (
    select version from lacking cross join target indexed by target_name using (name, address) where until is null and 1 < (
      select count(*) from target as other indexed by target_name
      where other.until is null and other.name = lacking.name and other.address = lacking.address)),
  firms as materialized (
    select version, name, address, uscc, registration from target where version in (select version from alike)),
  odd as materialized (select name, address from firms group by name, address having ${NOT_ALL_NUMBERED_ALIKE})
  select version, ${columnsOf(TARGETS)} from target
  where version in (select version from firms where (name, address) in (select name, address from odd))
  order by name, address, version`

/**
 * Of a registry that was loaded at once, what {@link lookalikeIn} would have found row by row: in the order of names, then
 * of the rows.
 */
export function* lookalikesIn(store: Store): Generator<Lookalike> {
  const rows = store.sql<StandingCells>(LOOKALIKES).raw().iterate()
  let before: RecordCells[] = []
  for (const cells of rows) {
    const { version, row } = standing(cells)!
    const isCalledSo = [NAME, ADDRESS].every(place => before[0]?.[place] === row[place])
    if (!isCalledSo) before = []
    const other = before.find(one => mayBeOneFirm(row, one))
    if (other !== undefined) yield { version, row, other: idOf(other) }
    before.push(row)
    if (before.length > 1) before.sort((one, two) => byBytes(idOf(one), idOf(two)))
    before.length = Math.min(before.length, LOOKED_AT)
  }
}

/**
 * True where records in force have a number in common: then what stands is not what the rows one by one would have made. Asked of the indexes, whose order keeps equal ones together: of a million records that
 * takes a tenth of the time that a join of their numbers does.
 */
export function twinsStand(store: Store): boolean {
  return SIGNS.some(sign => store.sql(`${sign} limit 1`).get() !== undefined)
}

const SIGNS: readonly string[] = [
  `select 1 from target where ${REGISTERED} group by registration having count(*) > 1`,
  `select 1 from target where ${CODED} group by code having count(*) > 1`,
  // The number under which one stands is another one's too.
  `select 1 from target as coded indexed by target_code where ${CODED} and exists (
     select 1 from target as other where other.until is null and other.id = coded.code)`,
  // Of 18 characters is nobody's registration number.
  `select 1 from target as other indexed by target_now where until is null and length(id) <> 18 and exists (
     select 1 from target as firm where firm.registration = other.id and firm.until is null and firm.uscc <> '' and firm.registration <> '')`,
  `select 1 from target as firm indexed by target_registration where ${REGISTERED} and exists (
     select 1 from target as coded where coded.code = firm.registration and coded.until is null and coded.code <> ''
       and coded.id <> coded.code and coded.id <> firm.id)`,
]
