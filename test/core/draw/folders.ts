import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Commitment } from '../../../src/core/draw/commitment/commitment.ts'
import type { LargeFile } from '../../../src/core/draw/folder/content.ts'
import { readTable } from '../../../src/core/draw/folder/read-table.ts'
import { SUMS_FILE, sumsText } from '../../../src/core/draw/folder/sums.ts'
import type { Table } from '../../../src/core/draw/folder/table.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS, SELECTION } from '../../../src/core/draw/folder/tables.ts'
import { drawKeyOf, parseSeedLines } from '../../../src/core/draw/seed/seed.ts'
import type { Draw } from '../../../src/core/draw/substitution/standing.ts'
import type { Difference } from '../../../src/core/draw/verify/difference.ts'
import type { Agrees } from '../../../src/core/draw/verify/draw-again.ts'
import { type Verdict, verify } from '../../../src/core/draw/verify/verdict.ts'
import { sha256Hex } from '../../../src/core/hash.ts'
import { drawnAgainPacked } from '../../../src/core/packed/drawing/drawn-again-packed.ts'
import { PLAIN_HASHING } from '../../../src/core/packed/hashing/plain-hashing.ts'

const asBytes = drawnAgainPacked(PLAIN_HASHING)

export type Files = Map<string, Uint8Array>

/** A folder of fixtures/vectors, computed by an independent program. */
export function vector(name: string): Files {
  return filesIn(new URL(`../../../fixtures/vectors/${name}/`, import.meta.url))
}

/** A folder of fixtures/vectors-2: the same under version 2 of the law. */
export function vectorOfSecond(name: string): Files {
  return filesIn(new URL(`../../../fixtures/vectors-2/${name}/`, import.meta.url))
}

function filesIn(folder: URL): Files {
  return new Map(readdirSync(folder).map(file => [file, new Uint8Array(readFileSync(new URL(file, folder)))]))
}

export function textOf(files: Files, file: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(file))
}

export function rowsOf<Row>(files: Files, table: Table<Row>): readonly Row[] {
  const reading = readTable(table, files.get(table.file)!)
  if (reading.kind !== 'rows') throw new Error(JSON.stringify(reading))
  return reading.rows
}

/** The same folder with some files written anew (undefined: left out); the sums follow. */
export function changed(files: Files, changes: Readonly<Record<string, string | undefined>>): Files {
  const next = new Map(files)
  for (const [file, text] of Object.entries(changes)) {
    if (text === undefined) next.delete(file)
    else next.set(file, new TextEncoder().encode(text))
  }
  return next.set(SUMS_FILE, new TextEncoder().encode(sumsText(next)))
}

/** The same folder with all its files too large to be held, which come in pieces of so many bytes. */
export function asLarge(files: Files, size: number): Map<string, LargeFile> {
  return new Map(
    [...files].map(([file, bytes]) => [
      file,
      {
        length: bytes.length,
        pieces: {
          *[Symbol.iterator]() {
            const lent = new Uint8Array(size)
            for (let at = 0; at < bytes.length; at += size) {
              const piece = bytes.subarray(at, at + size)
              lent.set(piece)
              yield lent.subarray(0, piece.length)
            }
          },
        },
        sha256: () => sha256Hex(bytes),
      },
    ]),
  )
}

/** The verdict on a folder: the same whether its files are held or read as they pass, and what is drawn is rows or bytes. */
export async function verified(files: Files, size = 37): Promise<Verdict> {
  const verdict = await verify(files)
  expect(await verify(asLarge(files, size))).toEqual(verdict)
  expect(await verify(asLarge(files, size), () => {}, asBytes)).toEqual(verdict)
  return verdict
}

/** The verdict on a folder of which one file was changed: what is read as it passes are the two lists. */
export function verifiedWith(files: Files, file: string): Promise<Verdict> {
  return file === FRAME.file || file === EXCLUSIONS.file ? verified(files) : verify(files)
}

export async function agreement(files: Files): Promise<Agrees> {
  const verdict = await verified(files)
  if (verdict.kind === 'differs') expect(verdict.difference).toBe('no difference')
  return verdict as Agrees
}

export async function difference(files: Files): Promise<Difference> {
  const verdict = await verified(files)
  if (verdict.kind === 'agrees') expect(verdict).toBe('a difference')
  return (verdict as Extract<typeof verdict, { kind: 'differs' }>).difference
}

/** A drawn folder as substitutions take it. */
export function drawIn(folder: Files): Draw {
  const { spec, teams, avoidSameArea, seedSources } = JSON.parse(
    textOf(folder, 'commitment.json'),
  ) as Commitment
  const reading = parseSeedLines(seedSources, textOf(folder, 'seed.txt').trimEnd().split('\n'))
  if (reading.kind !== 'seed') throw new Error(reading.kind)
  return {
    spec,
    layout: { frame: rowsOf(folder, FRAME), teams },
    selection: rowsOf(folder, SELECTION),
    drawKey: drawKeyOf(spec, sha256Hex(folder.get('commitment.json')!), reading.seed),
    staff: {
      frame: rowsOf(folder, FRAME),
      pool: rowsOf(folder, POOL),
      recusals: rowsOf(folder, RECUSALS),
      teams,
      avoidSameArea,
    },
  }
}
