import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Encoding, FileProblem } from '../../../src/core/file-problem.ts'
import type { FileFacts, RowBatch } from '../../../src/files/reading/row-batch.ts'
import { type ReadOptions, readRows } from '../../../src/files/reading/rows.ts'
import { gb18030 } from '../../../src/files/writing/gb18030.ts'
import { freshFolder } from '../../helpers/scratch.ts'

export interface Read {
  readonly facts: FileFacts | undefined
  readonly batches: readonly RowBatch[]
  readonly rows: readonly (readonly string[])[]
  readonly problem: FileProblem | undefined
}

let folder = ''
let files = 0

/** A file of these bytes, gone when the tests of the file are over. */
export async function fileOf(bytes: Buffer | string): Promise<string> {
  if (!existsSync(folder)) folder = freshFolder()
  const path = join(folder, `${files++}.csv`)
  await writeFile(path, bytes)
  return path
}

/** Reads bytes as `ssj import` would, and holds the reader to the order of what it says. */
export async function read(bytes: Buffer | string, options: ReadOptions = {}): Promise<Read> {
  const path = await fileOf(bytes)
  try {
    return await readPath(path, options)
  } finally {
    await rm(path)
  }
}

export async function readPath(path: string, options: ReadOptions = {}): Promise<Read> {
  let facts: FileFacts | undefined
  let problem: FileProblem | undefined
  const batches: RowBatch[] = []
  let next = 1
  for await (const item of readRows(path, options)) {
    if (problem) throw new Error('something was said after the problem')
    if (item.kind === 'facts') facts = item
    else if (item.kind === 'problem') problem = item.problem
    else if (item.kind === 'sheet') continue
    else {
      if (!facts) throw new Error('rows before the facts')
      if (item.first !== next) throw new Error(`batch begins at ${item.first}, not at ${next}`)
      next += item.rows.length
      batches.push(item)
    }
  }
  return { facts, batches, problem, rows: batches.flatMap(({ rows }) => rows) }
}

/** Text to bytes. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  return gb18030(text)
}

export const BOM: Readonly<Record<Encoding, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbb, 0xbf]),
  'utf-16le': Buffer.from([0xff, 0xfe]),
  'utf-16be': Buffer.from([0xfe, 0xff]),
  gb18030: Buffer.from([0x84, 0x31, 0x95, 0x33]),
}
