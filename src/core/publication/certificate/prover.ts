import { base64OfBytes } from '../../base64.ts'
import { byBytes } from '../../bytes.ts'
import { inclusionProver, leavesOf } from '../../draw/folder/merkle.ts'
import { neighbourProver } from '../../draw/folder/neighbours.ts'
import { EXCLUSIONS, FRAME } from '../../draw/folder/tables.ts'
import { bytesOfHex } from '../../hex.ts'
import type { TargetId } from '../../ids.ts'
import type { Boundary, Excluded, FramedRow, Gap, Unknown } from './certificate.ts'
import type { OpenedDraw } from './opened-draw.ts'

/** What a certificate shows beside its finding: each version of the law proves by the trees that its commitment has. */
export interface Prover {
  /** The row of the frame at this place. */
  readonly framed: (index: number) => FramedRow
  readonly boundary: (index: number) => Pick<Boundary, 'row'>
  readonly excluded: (index: number) => Pick<Excluded, 'row'>
  readonly absent: (target: TargetId) => Pick<Unknown, 'absence'>
}

/** Whoever shows the whole draw proves nothing of it. */
export const UNPROVEN: Prover = {
  framed: index => ({ line: '', index, proof: [] }),
  boundary: () => ({}),
  excluded: () => ({}),
  absent: () => ({}),
}

/** Proofs by the trees of a draw; each is hashed when the first proof by it is asked for. */
export function proverOf(draw: OpenedDraw): Prover {
  switch (draw.commitment.spec) {
    case 'ssj-draw/1':
      return proverOfFirst(draw)
    case 'ssj-draw/2':
      return proverOfSecond(draw)
    default:
      return draw.commitment satisfies never
  }
}

function proverOfFirst({ folder }: OpenedDraw): Prover {
  const tree = treeOver(() => leavesOf(folder.get(FRAME.file)!))
  return {
    ...UNPROVEN,
    framed: index => tree().row(index),
    boundary: index => ({ row: tree().row(index) }),
  }
}

function proverOfSecond({ folder, frame, exclusions, commitment }: OpenedDraw): Prover {
  const strata = commitment.strata.map(({ stratum }) => {
    const first = frame.findIndex(row => row.stratum === stratum)
    const rows = frame.filter(row => row.stratum === stratum)
    const tree = treeOver(() => leavesOf(folder.get(FRAME.file)!).slice(first, first + rows.length))
    return { stratum, first, rows, tree }
  })
  const excluded = treeOver(() => leavesOf(folder.get(EXCLUSIONS.file)!))
  return {
    framed(index) {
      const own = strata.findLast(({ first }) => first <= index)!
      return own.tree().row(index - own.first)
    },
    boundary: () => ({}),
    excluded: index => ({ row: excluded().row(index) }),
    absent(target) {
      if (exclusions === null) return { absence: null }
      const gaps = strata.map(({ stratum, rows, tree }) => ({ stratum, ...tree().gap(rows, target) }))
      const last = exclusions.length === 0 ? [] : [{ stratum: null, ...excluded().gap(exclusions, target) }]
      return { absence: [...gaps, ...last] }
    },
  }
}

interface Tree {
  readonly row: (index: number) => FramedRow
  /** Where a target would stand among these rows, which are the lines of the tree. */
  readonly gap: (rows: readonly { readonly target: TargetId }[], target: TargetId) => Omit<Gap, 'stratum'>
}

function treeOver(leavesIn: () => readonly Uint8Array[]): () => Tree {
  let made: Tree | undefined
  return () => {
    made ??= treeOf(leavesIn())
    return made
  }
}

function treeOf(leaves: readonly Uint8Array[]): Tree {
  const decoder = new TextDecoder()
  const lineAt = (index: number) => decoder.decode(leaves[index])
  let include: ReturnType<typeof inclusionProver> | undefined
  let neighbour: ReturnType<typeof neighbourProver> | undefined
  return {
    row(index) {
      include ??= inclusionProver(leaves)
      return { line: lineAt(index), index, proof: include(index) }
    },
    gap(rows, target) {
      neighbour ??= neighbourProver(leaves)
      const after = rows.findIndex(row => byBytes(target, row.target) < 0)
      const next = after < 0 ? rows.length : after
      const [from, to] = [Math.max(0, next - 1), Math.min(rows.length, next + 1)]
      const digests = neighbour(from, to).map(bytesOfHex)
      const proof = new Uint8Array(32 * digests.length)
      for (const [i, digest] of digests.entries()) proof.set(digest, 32 * i)
      const lines = Array.from({ length: to - from }, (_, i) => lineAt(from + i))
      return { lines, index: from, proof: base64OfBytes(proof) }
    },
  }
}
