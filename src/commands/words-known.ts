import { type Known, type KnownWord, wordsKnown } from '../store/desk/words-known.ts'
import type { Desk } from '../terminal/desk.ts'

/** Words of the desk's database, or of another one, that may be completed at a command line: those that no shell would take apart. */
export function wordsKnownAt(desk: Desk, db: string | undefined, kind: KnownWord): readonly Known[] {
  const { full } = db === undefined ? desk.db : desk.path(db)
  return wordsKnown(full, kind)
    .filter(([word]) => /^[\p{L}\p{N}._-]+$/u.test(word))
    .map(([word, what]) => [word, what.replaceAll(/\s+/g, ' ')])
}
