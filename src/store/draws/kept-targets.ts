import { piecesOf as contentPieces } from '../../core/draw/folder/content.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { Pieces } from '../../core/pieces.ts'
import { textLines } from '../../core/publication/text-lines.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Store } from '../open.ts'
import { broughtFile, piecesOf } from './draw-files.ts'
import { ASKED_TARGET, DRAWN_TARGETS, readTarget } from './engine-files.ts'

/** What the registry of an engine said of targets when a draw was frozen there. */
export interface KeptTargets {
  readonly get: (target: string) => RecordCells | undefined
}

/**
 * Finds what is kept of targets of a draw: of those that were drawn, and of one that was asked for beside them. The first few are looked for as the file
 * passes, and nothing else of it is held; whoever asks for more has all of them in memory.
 */
export function keptTargets(store: Store, draw: DrawNumber, file: string = DRAWN_TARGETS): KeptTargets {
  const all = KEPT.get(store) ?? new Map<string, KeptTargets>()
  KEPT.set(store, all)
  const key = `${draw}\t${file}`
  const known = all.get(key) ?? finder(store, draw, file)
  all.set(key, known)
  return known
}

const KEPT = new WeakMap<Store, Map<string, KeptTargets>>()

/** So many targets are looked for before all of them are read at once. */
const FEW = 8

function finder(store: Store, draw: DrawNumber, file: string): KeptTargets {
  const found = new Map<string, RecordCells | undefined>()
  let every: ReadonlyMap<string, RecordCells> | null = null
  return {
    get(target) {
      const asked = askedOf(store, draw, target)
      if (asked !== undefined) return asked
      if (every !== null) return every.get(target)
      const pieces = piecesOf(store, draw, file)
      // It has not been drawn: what is kept then is not there yet.
      if (pieces === null) return undefined
      if (found.has(target)) return found.get(target)
      if (found.size >= FEW) {
        every = new Map(Array.from(recordsIn(pieces), cells => [idOf(cells), cells]))
        return every.get(target)
      }
      const cells = soughtIn(pieces, target)
      found.set(target, cells)
      return cells
    },
  }
}

/** The targets that are kept of a draw, as they pass. */
export function eachKeptTarget(store: Store, draw: DrawNumber): Iterable<RecordCells> {
  const pieces = piecesOf(store, draw, DRAWN_TARGETS)
  return pieces === null ? [] : recordsIn(pieces)
}

function* recordsIn(pieces: Pieces): Generator<RecordCells> {
  for (const line of textLines(pieces)) yield readTarget(line)
}

function askedOf(store: Store, draw: DrawNumber, target: string): RecordCells | undefined {
  const laid = broughtFile(store, draw, ASKED_TARGET)
  if (laid === undefined) return undefined
  for (const cells of recordsIn(contentPieces(laid))) if (idOf(cells) === target) return cells
  return undefined
}

/** The record of a target in a file of them: lines that hold its id nowhere are not read. */
function soughtIn(pieces: Pieces, target: string): RecordCells | undefined {
  const own = Buffer.from(JSON.stringify(target))
  let rest = Buffer.alloc(0)
  for (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece])
    const end = bytes.lastIndexOf(LINE_END) + 1
    for (let at = bytes.indexOf(own); at >= 0 && at < end; at = bytes.indexOf(own, at + 1)) {
      const from = bytes.lastIndexOf(LINE_END, at) + 1
      const cells = readTarget(bytes.toString('utf8', from, bytes.indexOf(LINE_END, at)))
      if (idOf(cells) === target) return cells
    }
    rest = bytes.subarray(end)
  }
  return undefined
}

const LINE_END = 0x0a
