import type { Digest } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
import type { Commitment } from '../commitment/commitment.ts'
import { type Content, type OpenFolder, piecesOf } from '../folder/content.ts'
import type { ListLine } from '../folder/list-lines.ts'
import { type ListPass, passOver } from '../folder/list-pass.ts'
import { type MerkleTree, merkleTree } from '../folder/merkle.ts'
import { firstRepeat, type ListRows } from '../folder/repeats.ts'
import type { Stratum } from '../folder/rows.ts'
import { sameBytes } from '../folder/same-bytes.ts'
import { EXCLUSIONS, EXCLUSIONS_OF, FRAME } from '../folder/tables.ts'
import { type Selected, selectionFromList } from '../selected.ts'
import { type Differs, differs } from './difference.ts'
import { exclusionsRootDiffers, frameDiffers, isTwice } from './list-differs.ts'
import type { Sums } from './read-sums.ts'
import { fixedDiffers } from './verify-fixed.ts'

/** Frame and exclusions of a folder, verified: what can be drawn from them. */
export interface VerifiedLists {
  readonly kind: 'lists'
  /** How many targets the frame has. */
  readonly targets: number
  /** The frame of which the rows are not at hand. */
  readonly passing: Pieces | null
  readonly select: (strata: readonly Stratum[], selectKey: Digest) => Selected
}

/**
 * Frame and exclusions of a folder, read as they pass: what the reading of held ones finds, in the same order. No more is
 * kept than a tree for each stratum.
 */
export function verifiedLargeLists(
  folder: OpenFolder,
  sums: Sums,
  commitment: Commitment,
): VerifiedLists | Differs {
  const content = folder.get(FRAME.file)
  if (content === undefined) return differs({ file: FRAME.file, check: 'absent' })
  const frame = framePass(content, sums, commitment)
  const frameRows: ListRows = { pieces: piecesOf(content), rows: frame.pass.rows }
  /** A target that stands twice in the frame comes before what is wrong further on; only the bytes of its text come first. */
  const orTwice = (wrong: Differs): Differs => {
    const isUnreadable = wrong.difference.file === FRAME.file && wrong.difference.check === 'utf8'
    return (isUnreadable ? undefined : repeatDiffers(frameRows, null, frame.strata)) ?? wrong
  }
  if (frame.wrong) return orTwice(frame.wrong)
  const shown = folder.get(EXCLUSIONS.file)
  const exclusions = shown === undefined ? null : verifiedLargeExclusions(shown, sums, commitment)
  if (exclusions?.kind === 'differs') return orTwice(exclusions)
  const asked = commitment.spec === 'ssj-draw/1' ? null : exclusions
  const twice = repeatDiffers(frameRows, asked, frame.strata)
  if (twice) return twice
  return {
    kind: 'lists',
    targets: frame.pass.rows,
    passing: frameRows.pieces,
    select: (strata, selectKey) => selectionFromList(frameRows.pieces, strata, selectKey),
  }
}

/** The exclusions alone, with the root that a commitment of version 2 states. */
export function verifiedLargeExclusions(
  content: Content,
  sums: Sums,
  commitment: Commitment,
): (ListRows & { readonly kind: 'rows' }) | Differs {
  const { file } = EXCLUSIONS
  const tree = merkleTree()
  const pieces = piecesOf(content)
  const isRooted = commitment.spec !== 'ssj-draw/1'
  const see = ({ bytes, from, to }: ListLine) => isRooted && tree.add(bytes, from, to)
  const pass = passOver(EXCLUSIONS_OF[commitment.spec], pieces, see)
  if (pass.kind === 'misread') return differs({ file, ...pass.misreading })
  return (
    fixedDiffers(sums, file, commitment.exclusions, pass.rows) ??
    exclusionsRootDiffers(commitment, () => tree.root()) ?? { kind: 'rows', pieces, rows: pass.rows }
  )
}

interface FramePass {
  readonly pass: ListPass
  /** How many strata were seen. */
  readonly strata: number
  readonly wrong: Differs | undefined
}

function framePass(content: Content, sums: Sums, commitment: Commitment): FramePass {
  const { file } = FRAME
  const { see, sizes, trees } = strataOf(commitment)
  const pass = passOver(FRAME, piecesOf(content), see)
  const of = { pass, strata: sizes.size }
  if (pass.kind === 'misread') return { ...of, wrong: differs({ file, ...pass.misreading }) }
  const wrong =
    fixedDiffers(sums, file, commitment.frame, pass.rows) ??
    frameDiffers(commitment, sizes, {
      ofFrame: () => (trees.get('') ?? merkleTree()).root(),
      ofStrata: () => new Map([...trees].map(([stratum, tree]) => [stratum, tree.root()])),
    })
  return { ...of, wrong }
}

/** Counts and hashes the lines of each stratum as they pass; of version 1 all lines into one tree, under `''`. */
function strataOf({ spec }: Commitment) {
  const sizes = new Map<string, number>()
  const trees = new Map<string, MerkleTree>()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let stratum = new Uint8Array(0)
  let name = ''
  let tree = merkleTree()
  const begin = (own: Uint8Array) => {
    stratum = own.slice()
    name = decoder.decode(stratum)
    const part = spec === 'ssj-draw/1' ? '' : name
    tree = trees.get(part) ?? merkleTree()
    trees.set(part, tree)
  }
  return {
    sizes,
    trees,
    see({ bytes, from, to, targetFrom }: ListLine) {
      if (!sameBytes(bytes, from, targetFrom - 1, stratum)) begin(bytes.subarray(from, targetFrom - 1))
      sizes.set(name, (sizes.get(name) ?? 0) + 1)
      tree.add(bytes, from, to)
    },
  }
}

/** A frame of one stratum is in order, and so no target stands in it twice. */
function repeatDiffers(frame: ListRows, exclusions: ListRows | null, strata: number): Differs | undefined {
  if (strata < 2 && exclusions === null) return undefined
  const found = firstRepeat(frame, exclusions)
  if (found === null) return undefined
  return isTwice(found.of === 'frame' ? FRAME.file : EXCLUSIONS.file, found.row, found.target)
}
