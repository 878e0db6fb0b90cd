import { bytesOfBase64 } from '../../base64.ts'
import { byBytes } from '../../bytes.ts'
import type { Commitment } from '../../draw/commitment/commitment.ts'
import { rootOfNeighbours } from '../../draw/folder/neighbours.ts'
import { EXCLUSIONS_OF, FRAME } from '../../draw/folder/tables.ts'
import { type Differs, differs } from '../../draw/verify/difference.ts'
import { hexOfBytes } from '../../hex.ts'
import type { Gap, Unknown } from './certificate.ts'
import { type At, onlyRow } from './only-row.ts'

/** Where the gaps in which a target would stand do not show that it is in no stratum and not excluded (draw-2.md, section 2). */
export function absenceDiffers(
  at: At,
  target: string,
  { absence }: Unknown,
  commitment: Commitment,
): Differs | undefined {
  if (absence == null) return undefined
  const lists = listsOf(commitment)
  if (absence.length !== lists.length)
    return differs({
      ...at('finding.absence'),
      check: 'finding',
      expected: String(lists.length),
      found: String(absence.length),
    })
  for (const [i, gap] of absence.entries()) {
    const list = lists[i]!
    const column = `finding.absence[${i}]`
    if (gap.stratum !== list.stratum || !isGapFor(target, gap, list))
      return differs({ ...at(column), check: 'finding', expected: target, found: gap.lines.join(' … ') })
    const leaves = gap.lines.map(line => new TextEncoder().encode(line))
    const root = rootOfNeighbours({ leaves, index: gap.index, size: list.size, proof: digestsIn(gap.proof) })
    if (root !== list.root)
      return differs({
        ...at(`${column}.proof`),
        check: 'inclusion',
        expected: list.root,
        found: gap.lines.join(' … '),
      })
  }
  return undefined
}

interface SortedList {
  readonly stratum: string | null
  readonly size: number
  readonly root: string
  readonly targetOf: (line: string) => string | undefined
}

/** Every list in which a target of the task could stand: the strata, and the exclusions if there are any. */
function listsOf({ spec, strata, exclusions }: Commitment): readonly SortedList[] {
  const root = (of: object) => ('root' in of ? String(of.root) : '')
  const frame = strata.map(own => ({
    stratum: own.stratum,
    size: own.size,
    root: root(own),
    targetOf: (line: string) => {
      const row = onlyRow(FRAME, line)
      return row?.stratum === own.stratum ? row.target : undefined
    },
  }))
  if (exclusions.rows === 0) return frame
  const targetOf = (line: string) => onlyRow(EXCLUSIONS_OF[spec], line)?.target
  return [...frame, { stratum: null, size: exclusions.rows, root: root(exclusions), targetOf }]
}

/** The target comes after the one and before the other, and these are neighbours; one alone is the first or the last. */
function isGapFor(target: string, { lines, index }: Gap, { size, targetOf }: SortedList): boolean {
  const [first, second, ...others] = lines.map(targetOf)
  if (first === undefined || others.length > 0) return false
  if (lines.length === 2)
    return second !== undefined && byBytes(first, target) < 0 && byBytes(target, second) < 0
  const isBefore = byBytes(target, first) < 0
  return isBefore ? index === 0 : byBytes(first, target) < 0 && index === size - 1
}

function digestsIn(proof: string): readonly string[] {
  const bytes = bytesOfBase64(proof)
  if (bytes === undefined || bytes.length % 32 !== 0) return []
  return Array.from({ length: bytes.length / 32 }, (_, i) => hexOfBytes(bytes.subarray(32 * i, 32 * i + 32)))
}
