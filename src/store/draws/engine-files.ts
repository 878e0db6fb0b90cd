import type { FrameRow } from '../../core/draw/folder/rows.ts'
import { tableText } from '../../core/draw/folder/table.ts'
import { FRAME } from '../../core/draw/folder/tables.ts'
import type { Digest, DrawNumber, TargetId } from '../../core/ids.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Store } from '../open.ts'
import { BESIDE, fileOf } from './draw-files.ts'

/** The roots of the blocks of a draw whose frame lies elsewhere. */
export const BLOCKS_FILE = `${BESIDE}blocks`
/** The lines of its frame that were drawn, and what the registry said of these targets when it was frozen. */
export const DRAWN_FRAME = `${BESIDE}${FRAME.file}`
export const DRAWN_TARGETS = `${BESIDE}targets`
/** The same of one target that was asked for beside them: laid there, never kept. */
export const ASKED_TARGET = `${BESIDE}asked-target`

/** Who answered for the products, projects and behaviours of its registry when it was frozen, and what that said of these firms. */
export const FIRMS_FILE = `${BESIDE}firms`
export const FIRM_RECORDS = `${BESIDE}firm-targets`

/** The roots of the blocks of each tree, in their order. */
export interface KeptBlocks {
  readonly strata: ReadonlyMap<string, readonly Digest[]>
  readonly exclusions: readonly Digest[]
}

/** A line for each block: stratum (none: the exclusions), tab, root. */
export function blocksText({ strata, exclusions }: KeptBlocks): Uint8Array {
  const lines: string[] = []
  for (const [stratum, roots] of strata) for (const root of roots) lines.push(`${stratum}\t${root}\n`)
  for (const root of exclusions) lines.push(`\t${root}\n`)
  return new TextEncoder().encode(lines.join(''))
}

function readBlocks(bytes: Uint8Array): KeptBlocks {
  const strata = new Map<string, Digest[]>()
  const exclusions: Digest[] = []
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    if (line === '') continue
    const [stratum, root] = line.split('\t') as [string, Digest]
    if (stratum === '') exclusions.push(root)
    else {
      const roots = strata.get(stratum) ?? []
      strata.set(stratum, roots)
      roots.push(root)
    }
  }
  return { strata, exclusions }
}

/** The blocks of a draw whose lists lie in an engine. */
export function keptBlocks(store: Store, draw: DrawNumber): KeptBlocks {
  return readBlocks(fileOf(store, draw, BLOCKS_FILE).get(BLOCKS_FILE)!)
}

/** What is kept of those that were drawn. */
export function drawnText(
  rows: readonly FrameRow[],
  records: readonly RecordCells[],
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder()
  return new Map([
    [DRAWN_FRAME, encoder.encode(tableText(FRAME, rows))],
    [DRAWN_TARGETS, recordsText(records)],
  ])
}

/** A line of what is kept of targets. */
export function readTarget(line: string): RecordCells {
  return JSON.parse(line)
}

/** A line for each product: its id, tab, the firm. */
export function firmsText(firms: ReadonlyMap<TargetId, TargetId>): Uint8Array {
  return new TextEncoder().encode(Array.from(firms, ([target, firm]) => `${target}\t${firm}\n`).join(''))
}

export function readFirms(bytes: Uint8Array): Map<TargetId, TargetId> {
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1)
  return new Map(lines.map(line => line.split('\t') as [TargetId, TargetId]))
}

export function recordsText(records: readonly RecordCells[]): Uint8Array {
  return new TextEncoder().encode(records.map(cells => `${JSON.stringify(cells)}\n`).join(''))
}
