import { byBytes } from '../bytes.ts'
import type { FixedFile } from '../draw/commitment/commitment.ts'
import { BLOCK_LEAVES } from '../draw/folder/block-proofs.ts'
import { type MerkleTree, merkleTree } from '../draw/folder/merkle.ts'
import { headingOf, type Table } from '../draw/folder/table.ts'
import { hasher } from '../hash.ts'
import type { Digest, TargetId } from '../ids.ts'
import { isId } from '../text.ts'

/** What a list of an engine comes to, once all of its lines have passed. */
export interface ListDigest {
  readonly file: FixedFile
  /** The roots of the blocks of each stratum, or of the exclusions under `''`; empty where the engine hashes them. */
  readonly blocks: ReadonlyMap<string, readonly Digest[]>
}

/** A line that the law does not allow where it stands. */
export interface ListFault {
  readonly problem: 'id' | 'order'
  readonly target: string
}

export interface ListReader {
  /** Takes the next lines, without their ends; tells the first that may not stand there. */
  readonly take: (lines: readonly string[]) => ListFault | null
  readonly end: () => ListDigest
}

/**
 * Reads the lines of a list in order as they pass and keeps none: its digest, its rows and, where the engine cannot, its
 * trees. `see` is told every target. Of a frame the first field of a line is the stratum.
 */
export function listReader<Row>(
  table: Table<Row>,
  hashesHere: boolean,
  see: (target: TargetId) => void = () => {},
): ListReader {
  const hash = hasher().update(headingOf(table))
  const hasStratum = table.key.length > 1
  const trees = blockTrees()
  let rows = 0
  let before: Place = { stratum: '', target: '' }
  const fault = (line: string): ListFault | null => {
    const place = placeOf(line, hasStratum)
    const { target } = place
    if (!isId(target)) return { problem: 'id', target }
    if (rows > 0 && orderOf(before, place) >= 0) return { problem: 'order', target }
    before = place
    see(target)
    if (hashesHere) trees.add(place.stratum, line)
    rows++
    return null
  }
  return {
    take(lines) {
      for (const line of lines) {
        const found = fault(line)
        if (found !== null) return found
      }
      if (lines.length > 0) hash.update(`${lines.join('\n')}\n`)
      return null
    },
    end: () => ({ file: { sha256: hash.hex(), rows }, blocks: trees.end() }),
  }
}

interface Place {
  readonly stratum: string
  readonly target: TargetId
}

/** Ids hold no comma and no quote, so that the first fields of a line need no reader. */
function placeOf(line: string, hasStratum: boolean): Place {
  const start = hasStratum ? line.indexOf(',') + 1 : 0
  return {
    stratum: hasStratum ? line.slice(0, start - 1) : '',
    target: line.slice(start, line.indexOf(',', start)),
  }
}

function orderOf(a: Place, b: Place): number {
  return a.stratum === b.stratum ? byBytes(a.target, b.target) : byBytes(a.stratum, b.stratum)
}

/** The trees of blocks, one after the other: no more than one is at hand. */
function blockTrees() {
  const blocks = new Map<string, Digest[]>()
  const encoder = new TextEncoder()
  let open: { readonly part: string; readonly tree: MerkleTree; leaves: number } | null = null
  const close = () => {
    if (open === null) return
    const own = blocks.get(open.part) ?? []
    blocks.set(open.part, own)
    own.push(open.tree.root())
    open = null
  }
  return {
    add(part: string, line: string) {
      if (open !== null && (open.part !== part || open.leaves === BLOCK_LEAVES)) close()
      open ??= { part, tree: merkleTree(), leaves: 0 }
      open.tree.add(encoder.encode(line))
      open.leaves++
    },
    end() {
      close()
      return blocks
    },
  }
}
