import type { Desk } from '../../terminal/desk.ts'
import type { Line } from './work/job.ts'

/** A command line to be copied: for this database, each word as a shell takes it. */
export function commandLine({ db, world }: Pick<Desk, 'db' | 'world'>, line: Line): string {
  const usual = world.env.SSJ_DB || './ssj.db'
  const words = ['ssj', ...line, ...(db.written === usual ? [] : ['--db', db.written])]
  return words.map(quoted).join(' ')
}

/** In quotes where a shell would take the word apart: double ones, which every shell knows, where they do. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}_./:=@%+,-]+$/u.test(word)) return word
  return /["$`!\\]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`
}
