import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Choice } from '../../../terminal/asker.ts'
import type { Desk } from '../../../terminal/desk.ts'
import type { QuestionName } from '../../../terminal/sentences/jobs/names.ts'
import { IN_SIGHT } from '../../registry/record-search.ts'
import type { Answers, Question, Sitting } from './job.ts'
import { typed, type When } from './questions.ts'
import { refusalWords } from './readings.ts'

/** A file or folder that is there: those of the folder one is in, or a path that is typed; or none, where there need not be one. */
export function existing(
  name: QuestionName,
  of: 'file' | 'folder',
  { matching = TABLES, free, ...more }: When & { readonly matching?: RegExp; readonly free?: true } = {},
): Question {
  const isMeant = (entry: Dirent) =>
    of === 'folder' ? entry.isDirectory() : entry.isFile() && matching.test(entry.name)
  return {
    name,
    ...more,
    ask: ({ desk, asker }) =>
      asker.find(desk.say.desk.ask[name], async term => [
        ...(free === true && term === '' ? [{ name: desk.say.desk.record.none, value: '' }] : []),
        ...entriesAt(desk, isMeant, unquoted(term)),
      ]),
  }
}

/** What a path is that was dragged into the terminal. */
function unquoted(term: string): string {
  return term.replace(/^(["'])(.*)\1$/, '$2')
}

/** What a table's file is called. */
export const TABLES = /\.(?:csv|txt|xlsx|gz|tsv)$/i

/** The entries of a folder that go on as was typed; first the very one that was typed. */
function entriesAt(desk: Desk, isMeant: (entry: Dirent) => boolean, term: string): Choice<string>[] {
  const cut = Math.max(term.lastIndexOf('/'), term.lastIndexOf('\\')) + 1
  const [folder, start] = [term.slice(0, cut), term.slice(cut)]
  const found = listed(desk.path(folder === '' ? '.' : folder).full)
    .filter(entry => isMeant(entry) && !isOwn(desk, entry.name))
    .map(entry => folder + entry.name)
    .filter(path => !path.slice(cut).startsWith('.') && path.slice(cut).includes(start))
    .sort()
  const exact = term !== '' && existsSync(desk.path(term).full) ? [term] : []
  return [...new Set([...exact, ...found])].slice(0, IN_SIGHT).map(path => ({ name: path, value: path }))
}

/** What the program keeps itself: the database with what lies beside it, and the settings. */
function isOwn({ db }: Desk, name: string): boolean {
  return name === 'ssj.json' || name.startsWith(basename(db.full))
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/**
 * A file or folder that is to be written: a name that is free, as it stands or as it is typed, in a folder that is there; a
 * file whose ending says how it is written has one of `endings`.
 */
export function fresh(
  name: QuestionName,
  initial: (sitting: Sitting, answers: Answers) => string | Promise<string>,
  { endings = [''], ...more }: When & { readonly free?: true; readonly endings?: readonly string[] } = {},
): Question {
  return typed(name, {
    ...more,
    initial: async (sitting, answers) => {
      const wanted = await initial(sitting, answers)
      return wanted === '' ? '' : freeName(sitting.desk, wanted)
    },
    read: (text, { desk }) => {
      const fault = faultOfFresh(desk, text, endings)
      return fault === null ? { value: text } : { fault }
    },
  })
}

/** What stands against writing a new file or folder under a name. */
function faultOfFresh({ path, say }: Desk, name: string, endings: readonly string[]): string | null {
  const { full } = path(name)
  if (existsSync(full)) return say.desk.taken(name)
  if (!endings.some(ending => name.toLowerCase().endsWith(ending))) return say.desk.badEnding(endings)
  const folder = dirname(full)
  if (!existsSync(folder))
    return refusalWords(say, { code: 'no-such-folder', details: { path: dirname(name) } })
  return statSync(folder).isDirectory()
    ? null
    : refusalWords(say, { code: 'not-a-folder', details: { path: dirname(name) } })
}

/** The name, or with a number where it is taken. */
export function freeName(desk: Desk, wanted: string): string {
  const [, stem, ending] = /^(.*?)(\.[a-z]+)?$/.exec(wanted)!
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${stem}-${number}${ending ?? ''}`
    if (!existsSync(desk.path(name).full)) return name
  }
}
