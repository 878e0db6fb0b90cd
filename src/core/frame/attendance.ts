import type { FrameRow, Stratum } from '../draw/folder/rows.ts'
import { divide, type Fraction, fraction, plus } from '../fraction.ts'
import type { DepartmentCode } from '../ids.ts'
import { addOne } from '../tally.ts'

/** How many targets of a frame are of some kind, and how many of these a draw takes: the bounds, and on average. */
export interface Share {
  readonly framed: number
  readonly least: number
  readonly most: number
  readonly mean: Fraction
}

/** Who goes to the targets of a joint task, before the seed says which these are. */
export interface Attendance {
  readonly departments: readonly (Share & { readonly department: DepartmentCode })[]
  /** Targets to which two departments or more go. */
  readonly joint: Share
  /** Joint visits on average, of all visits of the draw; null where it takes nobody. */
  readonly jointShare: Fraction | null
}

/** How many targets each department visits, and how many of them others visit with it. `strata` are those of the frame. */
export function attendanceOf(
  departments: readonly DepartmentCode[],
  frame: Iterable<Pick<FrameRow, 'stratum' | 'target' | 'departments'>>,
  strata: readonly Stratum[],
  weightOf: (row: Pick<FrameRow, 'target'>) => number = () => 1,
): Attendance {
  const joint = new Map<string, number>()
  const own = new Map(departments.map(department => [department, new Map<string, number>()]))
  for (const row of frame) {
    if (row.departments.length > 1) addOne(joint, row.stratum, weightOf(row))
    for (const department of row.departments) addOne(own.get(department)!, row.stratum, weightOf(row))
  }
  const together = shareOf(joint, strata)
  const take = strata.reduce((sum, stratum) => sum + stratum.take, 0)
  return {
    departments: departments.map(department => ({ department, ...shareOf(own.get(department)!, strata) })),
    joint: together,
    jointShare: take === 0 ? null : divide(together.mean, fraction(take)),
  }
}

/** How many targets a draw takes, at the least and at the most, of those that stand so often in each stratum. */
export function boundsOf(
  counts: ReadonlyMap<string, number>,
  strata: readonly Stratum[],
): Omit<Share, 'mean'> {
  let [framed, least, most] = [0, 0, 0]
  for (const { stratum, size, take } of strata) {
    const own = counts.get(stratum) ?? 0
    framed += own
    least += Math.max(0, take - (size - own))
    most += Math.min(take, own)
  }
  return { framed, least, most }
}

function shareOf(counts: ReadonlyMap<string, number>, strata: readonly Stratum[]): Share {
  return { ...boundsOf(counts, strata), mean: meanOf(counts, strata) }
}

/** In each stratum every target is as likely as every other. Strata of one size are added first: few fractions, short ones. */
function meanOf(counts: ReadonlyMap<string, number>, strata: readonly Stratum[]): Fraction {
  const bySize = new Map<number, number>()
  for (const { stratum, size, take } of strata)
    bySize.set(size, (bySize.get(size) ?? 0) + take * (counts.get(stratum) ?? 0))
  return [...bySize].reduce((sum, [size, taken]) => plus(sum, fraction(taken, size)), fraction(0))
}
