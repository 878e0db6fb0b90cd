import { sortByBytes } from '../bytes.ts'

/**
 * A file name for each id, safe on every system and no two alike (not even where case does not count): what Windows
 * forbids becomes `_`, and an id whose name is taken gets a number. The same ids give the same names.
 */
export function fileNames(ids: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const id of sortByBytes([...new Set(ids)])) {
    const base = safeName(id)
    let name = base
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}-${number}`
    taken.add(name.toLowerCase())
    names.set(id, name)
  }
  return names
}

function safeName(id: string): string {
  const safe = [...id.replace(UNSAFE, '_')].slice(0, LONGEST).join('')
  return RESERVED.test(safe) ? `_${safe}` : safe
}

const UNSAFE = /[/\\:*?"<>|.\s\p{C}]/gu
/** Device names of Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
/** File systems hold 255 bytes, four to a character at most, and the ending. */
const LONGEST = 56
