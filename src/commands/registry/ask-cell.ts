import { readCell } from '../../core/registry/cells/cell.ts'
import { type Context, contextOf } from '../../core/registry/cells/context.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import { usualWords } from '../../core/registry/columns/usual-words.ts'
import type { CellType, Field, Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { ruleValues } from '../../store/rules.ts'
import type { Asker } from '../../terminal/asker.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { officeYear } from '../office-today.ts'
import { inOneState } from '../session.ts'
import { recordSearch } from './record-search.ts'

/**
 * Asks for the value of one field: picked from a list where it is one of few or stands in another registry, else typed and
 * read as an import would read it. An answer that is none is told, and asked for again. Empty where it may stay so.
 */
export function askCell(
  desk: Desk,
  asker: Asker,
  library: Library,
  field: Field,
  before = '',
): Promise<string> {
  const of = pickingOf(field.type)
  const message = desk.say.registry.ask(`${headingIn(desk, field)}${field.needed === true ? ' *' : ''}`)
  switch (of.kind) {
    case 'words':
      return askWord(desk, asker, message, field, of.words)
    case 'open':
      return askOpen(desk, asker, message, field, of.words)
    case 'one':
      return pickRecord(desk, asker, of.library, message)
    case 'many':
      return pickRecords(desk, asker, of.library, message, before)
    case 'typed':
      return asker.text({ message, initial: before, check: insistingCheck(desk, library, field) })
    default:
      return of satisfies never
  }
}

/** One record of a registry, found by typing a part of its code or name; gives its id. */
export async function pickRecord(
  desk: Desk,
  asker: Asker,
  name: LibraryName,
  message: string,
): Promise<string> {
  return asker.find(message, recordSearch(desk, name))
}

/** What a field is called in the user's language, and in its files where that is another. */
export function headingIn({ language }: Pick<Desk, 'language'>, { name, headings }: Field): string {
  return language === 'en' ? `${name.replaceAll('_', ' ')} (${headings[0]})` : headings[0]
}

type Picking =
  | { readonly kind: 'words' | 'open'; readonly words: readonly string[] }
  | { readonly kind: 'one' | 'many'; readonly library: LibraryName }
  | { readonly kind: 'typed' }

/** How the values of a type are picked. */
function pickingOf(type: CellType): Picking {
  const usual = usualWords(type)
  if (usual !== null) return { kind: usual.isClosed ? 'words' : 'open', words: usual.words }
  return PICKED[type as keyof typeof PICKED] ?? { kind: 'typed' }
}

const PICKED: Readonly<Partial<Record<Extract<CellType, string>, Picking>>> = {
  department: { kind: 'one', library: 'departments' },
  departments: { kind: 'many', library: 'departments' },
  items: { kind: 'many', library: 'items' },
  inspector: { kind: 'one', library: 'inspectors' },
  target: { kind: 'one', library: 'targets' },
  named: { kind: 'one', library: 'targets' },
}

/** A word that is chosen as it stands. */
const asChoice = (word: string) => ({ name: word, value: word })

/** Nothing, where the field may stay empty. */
function emptyOf({ say }: Desk, { needed }: Field) {
  return needed === true ? [] : [{ name: say.desk.record.empty, value: '' }]
}

/** One of a few words; none where the field may stay empty. */
function askWord(
  desk: Desk,
  asker: Asker,
  message: string,
  field: Field,
  words: readonly string[],
): Promise<string> {
  return asker.choose(message, [...words.map(asChoice), ...emptyOf(desk, field)])
}

/** One of the usual words, or another that is typed. */
function askOpen(
  desk: Desk,
  asker: Asker,
  message: string,
  field: Field,
  words: readonly string[],
): Promise<string> {
  return asker.find(message, async term => {
    const usual = words.filter(word => word.includes(term)).map(asChoice)
    const typed = term === '' || words.includes(term) ? [] : [asChoice(term)]
    return [...usual, ...typed, ...(term === '' ? emptyOf(desk, field) : [])]
  })
}

/** Several records, one after the other, until that is all. */
async function pickRecords(
  desk: Desk,
  asker: Asker,
  name: LibraryName,
  message: string,
  before: string,
): Promise<string> {
  const { enough, none } = desk.say.desk.record
  const taken = new Set(before.split(';').filter(id => id !== ''))
  const search = recordSearch(desk, name)
  for (;;) {
    const id = await asker.find(
      taken.size === 0 ? message : `${message}${[...taken].join(';')}`,
      async (term, signal) => {
        const found = await search(term, signal)
        const end = term === '' ? [{ name: taken.size === 0 ? none : enough(taken.size), value: '' }] : []
        const left = found.filter(({ value }) => !taken.has(value))
        return taken.size === 0 ? [...left, ...end] : [...end, ...left]
      },
    )
    if (id === '') return [...taken].join(';')
    taken.add(id)
  }
}

/**
 * What is wrong with a value, once; a number that the register has as it is, though its check fails, is taken when it is
 * given again.
 */
function insistingCheck(
  desk: Desk,
  library: Library,
  field: Field,
): (text: string) => Promise<string | null> {
  let told: string | null = null
  return async text => {
    const fault = await cellFault(desk, library, field, text)
    if (fault === null || text === told) return null
    const reading = text === '' ? { fault } : await cellReading(desk, library, field, text, true)
    if ('fault' in reading) return fault
    told = text
    return desk.say.desk.insist(fault)
  }
}

/** What is wrong with a value of a field, read as a row of a file is; null where nothing is. */
export async function cellFault(
  desk: Desk,
  library: Library,
  field: Field,
  text: string,
): Promise<string | null> {
  if (text === '') return field.needed === true ? desk.say.desk.record.needed(headingIn(desk, field)) : null
  const reading = await cellReading(desk, library, field, text)
  return 'fault' in reading ? reading.fault : null
}

/**
 * A value of a field as a row of a file would have it, or the sentence of what is wrong with it; numbers of registers as they
 * stand there where that is meant.
 */
export function cellReading(
  desk: Desk,
  library: Library,
  field: Field,
  text: string,
  asRegistered = false,
): Promise<{ readonly value: string } | { readonly fault: string }> {
  return inOneState({ ...desk, quiet: true }, store => {
    const { refusedDoubts } = rulesOf(ruleValues(store))
    const context = contextOf(factsFor(store, library), {
      year: officeYear(desk, store),
      refusedDoubts,
      asRegistered,
    })
    return cellRead(desk, field, text, context)
  })
}

/** The same of a field that refers to nothing, also where there is no database yet. */
export function cellRead(
  { say }: Pick<Desk, 'say'>,
  { type, headings }: Field,
  text: string,
  context: Context,
): { readonly value: string } | { readonly fault: string } {
  const reading = readCell(type, text, context)
  if ('value' in reading) return { value: reading.value }
  const place = { row: 1, column: null, heading: headings[0], value: text }
  return { fault: issueSentence(say, { ...place, ...reading } as Issue) }
}
