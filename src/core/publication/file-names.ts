import { sortByBytes } from '../bytes.ts'
import { countBy } from '../tally.ts'

/**
 * A file name for each id, by what it is called (`nameOf`), safe on every system and no two alike (not even where case does not
 * count, or width): what Windows forbids becomes `_`, a long name is cut, and ids that are called the same have their id behind
 * the name. The same ids give the same names.
 */
export function fileNames(
  ids: Iterable<string>,
  nameOf: (id: string) => string = id => id,
): ReadonlyMap<string, string> {
  const sorted = sortByBytes([...new Set(ids)])
  const called = (id: string) => safeName(nameOf(id).trim() || id, LONGEST)
  const shared = countBy(sorted, id => folded(called(id)))
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const id of sorted) {
    const own = called(id)
    const isAlone = shared.get(folded(own)) === 1 || own === safeName(id, LONGEST)
    const base = isAlone ? own : `${safeName(nameOf(id).trim(), LONGEST - WITH_ID)}-${safeName(id, WITH_ID)}`
    let name = base
    for (let number = 2; taken.has(folded(name)); number++) name = `${base}-${number}`
    taken.add(folded(name))
    names.set(id, name)
  }
  return names
}

/** What file systems take for the same name: that of Windows by case, that of macOS by composition. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

/** A name of at most so many bytes in UTF-8. */
function safeName(text: string, most: number): string {
  let safe = ''
  let bytes = 0
  for (const character of text.normalize('NFC').replace(UNSAFE, '_')) {
    bytes += bytesOf(character)
    if (bytes > most) break
    safe += character
  }
  return RESERVED.test(safe) ? `_${safe}` : safe
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

const UNSAFE = /[/\\:*?"<>|.\s\p{C}]/gu
/** Device names of Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i
/** File systems hold 255 bytes, the ending and a number behind the name among them; a whole path has 260 characters on Windows. */
const LONGEST = 180
const WITH_ID = 60
