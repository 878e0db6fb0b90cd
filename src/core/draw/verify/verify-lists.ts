import { countBy } from '../../tally.ts'
import type { Commitment } from '../commitment/commitment.ts'
import { bytesIn, isHeld, type OpenFolder } from '../folder/content.ts'
import { rootOfLines } from '../folder/merkle.ts'
import type { ExclusionRow, FrameRow } from '../folder/rows.ts'
import { rootsOfStrata } from '../folder/strata-roots.ts'
import { EXCLUSIONS, EXCLUSIONS_OF, FRAME } from '../folder/tables.ts'
import { selectionFrom } from '../selected.ts'
import { type Differs, differs } from './difference.ts'
import { exclusionsRootDiffers, frameDiffers, isTwice } from './list-differs.ts'
import type { Sums } from './read-sums.ts'
import { type FixedRows, verifiedRows } from './verify-fixed.ts'
import { type VerifiedLists, verifiedLargeExclusions, verifiedLargeLists } from './verify-large-lists.ts'

/**
 * The frame, which every folder of a draw shows, with the Merkle roots and the sizes of the strata that the commitment states;
 * the exclusions, where they are shown; and that no target stands twice. Lists that are too large to be held are read as
 * they pass, with the same outcome.
 */
export function verifiedLists(
  folder: OpenFolder,
  sums: Sums,
  commitment: Commitment,
): VerifiedLists | Differs {
  const isLarge = [FRAME.file, EXCLUSIONS.file].some(file => {
    const content = folder.get(file)
    return content !== undefined && !isHeld(content)
  })
  return isLarge ? verifiedLargeLists(folder, sums, commitment) : verifiedHeldLists(folder, sums, commitment)
}

function verifiedHeldLists(folder: OpenFolder, sums: Sums, commitment: Commitment): VerifiedLists | Differs {
  const frame = verifiedFrame(folder, sums, commitment)
  if (frame.kind === 'differs') return frame
  const exclusions = verifiedHeldExclusions(folder, sums, commitment)
  if (exclusions.kind === 'differs') return exclusions
  const twice = standsTwice(commitment, frame.rows, exclusions)
  if (twice) return twice
  return {
    kind: 'lists',
    targets: frame.rows.length,
    passing: null,
    select: (strata, selectKey) => selectionFrom(frame.rows, strata, selectKey),
  }
}

function verifiedFrame(
  folder: OpenFolder,
  sums: Sums,
  commitment: Commitment,
): { readonly kind: 'rows'; readonly rows: readonly FrameRow[] } | Differs {
  const { file } = FRAME
  const reading = verifiedRows(folder, sums, FRAME, commitment.frame)
  if (reading.kind === 'not-shown') return differs({ file, check: 'absent' })
  if (reading.kind === 'differs') return reading
  const bytes = bytesIn(folder, file)!
  const sizes = countBy(reading.rows, ({ stratum }) => stratum)
  return (
    frameDiffers(commitment, sizes, {
      ofFrame: () => rootOfLines(bytes),
      ofStrata: () => rootsOfStrata(bytes, reading.rows),
    }) ?? reading
  )
}

/** The exclusions of a folder, where they are shown: what is wrong with them. */
export function exclusionsDiffer(
  folder: OpenFolder,
  sums: Sums,
  commitment: Commitment,
): Differs | undefined {
  const content = folder.get(EXCLUSIONS.file)
  if (content === undefined) return undefined
  const found = isHeld(content)
    ? verifiedHeldExclusions(folder, sums, commitment)
    : verifiedLargeExclusions(content, sums, commitment)
  return found.kind === 'differs' ? found : undefined
}

/** The rows of the exclusions, where they are shown, with the root that a commitment of version 2 states. */
function verifiedHeldExclusions(
  folder: OpenFolder,
  sums: Sums,
  commitment: Commitment,
): FixedRows<ExclusionRow> | Differs {
  const table = EXCLUSIONS_OF[commitment.spec]
  const reading = verifiedRows(folder, sums, table, commitment.exclusions)
  if (reading.kind !== 'rows') return reading
  return exclusionsRootDiffers(commitment, () => rootOfLines(bytesIn(folder, table.file)!)) ?? reading
}

/** Version 2: a target stands in the frame or among the exclusions, not in both. */
function standsTwice(
  { spec }: Commitment,
  frame: readonly FrameRow[],
  exclusions: FixedRows<ExclusionRow>,
): Differs | undefined {
  if (spec === 'ssj-draw/1' || exclusions.kind === 'not-shown') return undefined
  const framed = new Set(frame.map(({ target }) => target))
  const i = exclusions.rows.findIndex(({ target }) => framed.has(target))
  return i < 0 ? undefined : isTwice(EXCLUSIONS.file, i, exclusions.rows[i]!.target)
}
