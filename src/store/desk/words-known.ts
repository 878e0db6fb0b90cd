import { openDatabase } from '../sqlite.ts'

/** What of a database is completed at a command line. */
export type KnownWord = 'task' | 'draw' | 'department' | 'item' | 'engine'

/** A word and what it stands for. */
export type Known = readonly [word: string, what: string]

/**
 * The words of a kind in the database at a path, with the names of what they stand for; none where it cannot be read. It
 * is only read, whatever program made it: nobody who presses a key writes.
 */
export function wordsKnown(full: string, kind: KnownWord): readonly Known[] {
  try {
    const db = openDatabase(full, { readonly: true, fileMustExist: true, timeout: 100 })
    try {
      return db.prepare(WORDS[kind]).raw().all() as Known[]
    } finally {
      db.close()
    }
  } catch {
    return []
  }
}

const WORDS: Readonly<Record<KnownWord, string>> = {
  task: 'select code, name from task where until is null order by id desc limit 500',
  draw: `select number, coalesce((select name from task where task.id = draw.task order by version desc), task)
    from draw order by since desc limit 500`,
  department: 'select code, name from department where until is null order by id limit 500',
  item: 'select code, name from item where until is null order by id limit 500',
  engine: 'select id, url from engine where until is null order by id',
}
