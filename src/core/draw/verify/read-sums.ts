import { DIGEST } from '../../hex.ts'
import { decodeUtf8 } from '../../text.ts'
import { bytesIn, digestOf, type OpenFolder } from '../folder/content.ts'
import { isLeftBehind, otherFiles, SUMS_FILE } from '../folder/sums.ts'
import { type Differs, differs } from './difference.ts'

/** What the sums say, by the file's name. */
export type Sums = ReadonlyMap<string, Sum>

/** What the sums say of one file, on which line, and what its digest really is. */
export interface Sum {
  readonly line: number
  readonly listed: string
  readonly actual: string
}

export interface SumsReading {
  readonly kind: 'sums'
  readonly sums: Sums
  /** Files that nobody listed and a file manager left behind. */
  readonly passedOver: readonly string[]
}

/**
 * Reads the sums of a folder: the canonical form, and every file of the folder listed exactly once, but for what a file
 * manager leaves behind (draw-2.md, section 8). Whether the
 * digests hold is left to those who know the files better: a place inside a file says more than its digest.
 */
export function readSums(folder: OpenFolder): SumsReading | Differs {
  const bytes = bytesIn(folder, SUMS_FILE)
  if (!bytes) return differs({ file: SUMS_FILE, check: 'absent' })
  const lines = (decodeUtf8(bytes) ?? new TextDecoder().decode(bytes)).split('\n')
  const named = new Set(lines.map(line => LINE.exec(line)?.[2]))
  const [passedOver, names] = parted(otherFiles(folder), name => isLeftBehind(name) && !named.has(name))
  const sums = new Map<string, Sum>()
  for (const [i, found] of lines.slice(0, -1).entries()) {
    const [, listed, name] = LINE.exec(found) ?? []
    const at = { file: SUMS_FILE, line: i + 1, found }
    if (listed === undefined || name === undefined) return differs({ ...at, check: 'sum-form' })
    const expected = names[i] ?? ''
    if (name !== expected)
      return differs({ ...at, check: folder.has(name) ? 'sum-name' : 'absent', expected })
    sums.set(name, { line: i + 1, listed, actual: digestOf(folder.get(name)!) })
  }
  const rest = lines.at(-1)!
  if (rest !== '') return differs({ file: SUMS_FILE, line: lines.length, check: 'line-end', found: rest })
  const unlisted = names[lines.length - 1]
  if (unlisted !== undefined)
    return differs({ file: SUMS_FILE, line: lines.length, check: 'unlisted', expected: unlisted })
  return { kind: 'sums', sums, passedOver }
}

/** The same where nobody knows the files better: every digest holds, or the first that does not is told. */
export function readHeldSums(folder: OpenFolder): SumsReading | Differs {
  const read = readSums(folder)
  if (read.kind === 'differs') return read
  for (const name of read.sums.keys()) {
    const changed = sumDiffers(read.sums, name, 'unproven')
    if (changed) return changed
  }
  return read
}

function parted(
  names: readonly string[],
  isFirst: (name: string) => boolean,
): readonly [readonly string[], readonly string[]] {
  return [names.filter(isFirst), names.filter(name => !isFirst(name))]
}

const LINE = new RegExp(`^(${DIGEST}) {2}([^\\\\]+)$`)

/**
 * The difference that remains when nothing inside a file explains why its digest is not the listed one: the file is to
 * blame, or the sums where the file is `proven` by other means. Nothing for a file that is not there.
 */
export function sumDiffers(sums: Sums, file: string, proven: 'proven' | 'unproven'): Differs | undefined {
  const sum = sums.get(file)
  if (!sum || sum.listed === sum.actual) return undefined
  const { line, listed, actual } = sum
  return proven === 'proven'
    ? differs({ file: SUMS_FILE, line, check: 'digest', expected: actual, found: listed })
    : differs({ file, check: 'digest', expected: listed, found: actual })
}
