import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Piece } from '../../../src/files/reading/row-batch.ts'
import { readRows } from '../../../src/files/reading/rows.ts'
import { freshFolder } from '../../helpers/scratch.ts'

const rows = (name: string) =>
  `对象编号,名称\n${Array.from({ length: 50 }, (_, i) => `T${i},${name}`).join('\n')}\n`

test.each<[string, (text: string) => Uint8Array]>([
  ['a text', text => Buffer.from(text)],
  ['a packed text', text => gzipSync(text, { level: 0 })],
])(
  '%s that another takes the place of while it is read is refused, its size and time being the same',
  async (_, pack) => {
    const path = join(freshFolder(), 'x.csv')
    const [before, after] = [pack(rows('甲')), pack(rows('乙'))]
    expect(after).toHaveLength(before.length)
    writeFileSync(path, before)
    const { atime, mtime } = statSync(path)
    utimesSync(path, atime, mtime)
    const pieces: Piece[] = []
    for await (const piece of readRows(path)) {
      pieces.push(piece)
      if (piece.kind !== 'facts') continue
      writeFileSync(path, after)
      utimesSync(path, atime, mtime)
    }
    expect(pieces.at(-1)).toMatchObject({ kind: 'problem', problem: { kind: 'changed-while-reading' } })
  },
)

test('the digest is of the bytes whose rows were taken', async () => {
  const path = join(freshFolder(), 'x.csv')
  writeFileSync(path, rows('甲'))
  const pieces: Piece[] = []
  for await (const piece of readRows(path)) pieces.push(piece)
  expect(pieces.map(({ kind }) => kind)).not.toContain('problem')
})
