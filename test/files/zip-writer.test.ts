import { randomFillSync } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Content } from '../../src/core/draw/folder/content.ts'
import { writeNewZip } from '../../src/files/folder.ts'
import { fixedZip } from '../../src/files/zip.ts'
import { asLarge } from '../core/draw/folders.ts'
import { freshFolder } from '../helpers/scratch.ts'

const FOLDER = freshFolder()
let count = 0

function written(files: ReadonlyMap<string, Content>): Buffer {
  const full = join(FOLDER, `${count++}.zip`)
  writeNewZip({ written: full, full }, files, 'umask')
  return readFileSync(full)
}

test('a zip of held files is the one that fixedZip makes', () => {
  const files = new Map(['b名', 'a', '𬭊'].map(name => [name, new TextEncoder().encode(name.repeat(99))]))
  expect(Buffer.compare(written(files), fixedZip(files))).toBe(0)
})

test('more files or bytes than a zip can hold are refused, and nothing is written', () => {
  const none = new Uint8Array(0)
  const many = new Map(Array.from({ length: 65_535 }, (_, i) => [`${i}`, none]))
  const huge: Content = { length: 2 ** 32, pieces: [], sha256: () => '' as never }
  const before = readdirSync(FOLDER)
  for (const files of [many, new Map([['a', huge]])]) expect(() => written(files)).toThrow('zip-too-large')
  expect(readdirSync(FOLDER)).toEqual(before)
})

test('a zip of a large file is the same whether that is held or not', () => {
  const files = new Map([['notices.html', randomFillSync(new Uint8Array(1_100_000))]])
  const passing = written(asLarge(files, 50_000))
  expect(Buffer.compare(written(files), passing)).toBe(0)
})

test('a zip with large files unpacks to them, and its bytes do not follow from how they came', () => {
  const lines = new TextEncoder().encode('A,91141102MA309CADRX,LS-SCJG,一所\n'.repeat(40_000))
  const files = new Map([
    ['frame.csv', lines],
    ['noise', randomFillSync(new Uint8Array(1_500_000))],
  ])
  const small = new Map([['seed.txt', new TextEncoder().encode('a=1\n')]])
  const [one, other] = [1 << 20, 77_777].map(size =>
    written(new Map<string, Content>([...small, ...asLarge(files, size)])),
  )
  expect(Buffer.compare(one!, other!)).toBe(0)
  const back = unzipSync(one!)
  for (const [name, bytes] of [...files, ...small]) expect(Buffer.compare(back[name]!, bytes)).toBe(0)
  expect(one!.length).toBeLessThan(1_700_000)
})
