import { byBytes } from '../bytes.ts'
import { isLeftBehind, sumLine } from '../draw/folder/sums.ts'

/** The list of SM3 digests that lies beside signatures. */
export const SM3_SUMS_FILE = 'SM3SUMS'

/** The SM3 of each file of a folder as 64 digits, by its path. */
export type Sm3Digests = ReadonlyMap<string, string>

/**
 * The text of `SM3SUMS`: every file of the folder, `SHA256SUMS` and the manifests of a bag included, in byte order of the
 * names, as `sm3sum` and `sha256sum` write lists. What a file manager leaves behind is none.
 */
export function sm3SumsText(digests: Sm3Digests): string {
  return [...digests.keys()]
    .filter(name => !isLeftBehind(name))
    .sort(byBytes)
    .map(name => sumLine(digests.get(name)!, name))
    .join('')
}

/** The first file of which such a list and a folder tell different things; null where they agree. */
export function firstOtherSm3(text: string, digests: Sm3Digests): string | null {
  const expected = sm3SumsText(digests)
  if (text === expected) return null
  const listed = new Set(text.split('\n'))
  const differs = expected.split('\n').find(line => !listed.has(line))
  if (differs !== undefined) return differs.slice(66)
  const own = new Set(expected.split('\n'))
  return [...listed].find(line => !own.has(line))?.slice(66) || SM3_SUMS_FILE
}
