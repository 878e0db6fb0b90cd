import type { Digest } from '../../ids.ts'
import type { Commitment } from '../commitment/commitment.ts'
import type { Stratum } from '../folder/rows.ts'
import { type Differs, differs } from './difference.ts'
import { misstated } from './verify-fixed.ts'

/** The roots over a frame: of version 1 one over all lines, of version 2 one for each stratum. */
export interface FrameRoots {
  readonly ofFrame: () => Digest
  readonly ofStrata: () => ReadonlyMap<string, Digest>
}

/** Whether the strata of a frame have the sizes, and its trees the roots, that the commitment states. */
export function frameDiffers(
  commitment: Commitment,
  sizes: ReadonlyMap<string, number>,
  roots: FrameRoots,
): Differs | undefined {
  const { strata } = commitment
  return commitment.spec === 'ssj-draw/1'
    ? (rootDiffers('frame.root', roots.ofFrame(), commitment.frame.root) ?? sizeDiffers(sizes, strata))
    : (sizeDiffers(sizes, strata) ?? strataDiffer(commitment, roots.ofStrata()))
}

/** Whether the exclusions have the root that a commitment of version 2 states. */
export function exclusionsRootDiffers(commitment: Commitment, rootOf: () => Digest): Differs | undefined {
  if (commitment.spec === 'ssj-draw/1') return undefined
  return rootDiffers('exclusions.root', rootOf(), commitment.exclusions.root)
}

/** A row, the first being 0, whose target stands elsewhere too. */
export function isTwice(file: string, row: number, target: string): Differs {
  return differs({ file, line: row + 2, check: 'once', column: 'target', found: target })
}

function strataDiffer(
  { strata }: Extract<Commitment, { readonly spec: 'ssj-draw/2' }>,
  roots: ReadonlyMap<string, Digest>,
): Differs | undefined {
  for (const [i, { stratum, root }] of strata.entries()) {
    const wrong = rootDiffers(`strata[${i}].root`, roots.get(stratum)!, root)
    if (wrong) return wrong
  }
  return undefined
}

function rootDiffers(column: string, root: string, stated: string): Differs | undefined {
  return root === stated ? undefined : misstated('root', column, root, stated)
}

function sizeDiffers(actual: ReadonlyMap<string, number>, strata: readonly Stratum[]): Differs | undefined {
  const stated = new Map(strata.map(({ stratum, size }) => [stratum, size]))
  for (const name of [...stated.keys(), ...actual.keys()]) {
    const [size, found] = [actual.get(name) ?? 0, stated.get(name) ?? 0]
    if (size !== found) return misstated('size', name, String(size), String(found))
  }
  return undefined
}
