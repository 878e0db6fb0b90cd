import { randomFillSync } from 'node:crypto'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bytesOf, isHeld, type LargeFile, type OpenFolder } from '../../src/core/draw/folder/content.ts'
import { sha256Hex } from '../../src/core/hash.ts'
import { UserError } from '../../src/core/refusal.ts'
import { readDrawFolder } from '../../src/files/draw-folder.ts'
import { fixedZip } from '../../src/files/zip.ts'
import { freshFolder } from '../helpers/scratch.ts'

const FOLDER = freshFolder()

/** More than is held: lines that pack well, and noise that does not. */
const LINES = new TextEncoder().encode('A,91141102MA309CADRX,LS-SCJG,一所\n'.repeat(60_000))
const NOISE = randomFillSync(new Uint8Array(3_000_001))
const SMALL = new TextEncoder().encode('small')

function large(folder: OpenFolder, file: string): LargeFile {
  const content = folder.get(file)!
  if (isHeld(content)) throw new Error(`${file} is held`)
  return content
}

function zipped(name: string, zip: Uint8Array): { readonly written: string; readonly full: string } {
  const full = join(FOLDER, name)
  writeFileSync(full, zip)
  return { written: name, full }
}

/** What is wrong with a zip when a file of it is read. */
function problemOf(read: () => unknown): unknown {
  try {
    read()
  } catch (error) {
    if (error instanceof UserError && error.reason.code === 'invalid-zip')
      return (error.reason.details as { problem: unknown }).problem
    throw error
  }
  return null
}

describe('a large file of a folder', () => {
  test('is read each time it is asked for, and its bytes are counted', () => {
    const full = join(FOLDER, 'whole')
    mkdirSync(full)
    writeFileSync(join(full, 'frame.csv'), LINES)
    writeFileSync(join(full, 'seed.txt'), SMALL)
    let read = 0
    const folder = readDrawFolder({ written: 'whole', full }, bytes => {
      read += bytes
    })
    expect([...folder.keys()].sort()).toEqual(['frame.csv', 'seed.txt'])
    expect(isHeld(folder.get('seed.txt')!)).toBe(true)
    const file = large(folder, 'frame.csv')
    expect([file.length, read]).toEqual([LINES.length, 0])
    expect(Buffer.compare(bytesOf(file), LINES)).toBe(0)
    expect(file.sha256()).toBe(sha256Hex(LINES))
    expect(Buffer.compare(bytesOf(file), LINES)).toBe(0)
    expect(read).toBe(2 * LINES.length)
  })

  test('is refused where it is another one when it is read again', () => {
    const full = join(FOLDER, 'changed')
    mkdirSync(full)
    writeFileSync(join(full, 'frame.csv'), LINES)
    const file = large(readDrawFolder({ written: 'changed', full }), 'frame.csv')
    file.sha256()
    appendFileSync(join(full, 'frame.csv'), 'B')
    expect(() => bytesOf(file)).toThrow(
      expect.objectContaining({
        reason: { code: 'changed-while-read', details: { path: 'changed/frame.csv' } },
      }),
    )
  })
})

describe('a large list of a zip', () => {
  test.each([
    [
      'packed',
      fixedZip(
        new Map([
          ['d/frame.csv', LINES],
          ['d/seed.txt', SMALL],
          ['d/exclusions.csv', NOISE],
        ]),
      ),
    ],
    ['stored', zipSync({ 'frame.csv': LINES, 'seed.txt': SMALL, 'exclusions.csv': NOISE }, { level: 0 })],
  ])('is unpacked each time it is asked for: %s', (name, zip) => {
    const folder = readDrawFolder(zipped(`${name}.zip`, zip))
    for (const [file, bytes] of [
      ['frame.csv', LINES],
      ['exclusions.csv', NOISE],
    ] as const) {
      const own = large(folder, file)
      expect(own.sha256()).toBe(sha256Hex(bytes))
      expect(Buffer.compare(bytesOf(own), bytes)).toBe(0)
    }
    expect(bytesOf(folder.get('seed.txt')!)).toEqual(SMALL)
  })

  test('so are other files, papers of a large draw among them', () => {
    const folder = readDrawFolder(
      zipped(
        'other.zip',
        fixedZip(
          new Map([
            ['a', SMALL],
            ['检查通知书.html', NOISE],
          ]),
        ),
      ),
    )
    expect(large(folder, '检查通知书.html').sha256()).toBe(sha256Hex(NOISE))
    expect(isHeld(folder.get('a')!)).toBe(true)
  })

  test('is refused where it is damaged, cut off, or unpacks to more or less than its directory promises', () => {
    const zip = fixedZip(
      new Map([
        ['frame.csv', NOISE],
        ['seed.txt', SMALL],
      ]),
    )
    const start = Buffer.from(zip).indexOf('frame.csv') + 'frame.csv'.length
    const damaged = zip.slice()
    damaged.fill(0xff, start + 100_000, start + 200_000)
    const directory = Buffer.from(zip).indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const lying = (bytes: number) => {
      const other = zip.slice()
      new DataView(other.buffer).setUint32(directory + 24, bytes, true)
      return other
    }
    const short = zip.slice()
    const packed = new DataView(zip.buffer, zip.byteOffset).getUint32(directory + 20, true)
    new DataView(short.buffer).setUint32(directory + 20, packed - 500_000, true)
    const files = { damaged, more: lying(NOISE.length - 1), less: lying(NOISE.length + 1), short }
    for (const [name, bytes] of Object.entries(files)) {
      const folder = readDrawFolder(zipped(`${name}.zip`, bytes))
      const problem = problemOf(() => large(folder, 'frame.csv').sha256())
      expect(problem, name).toEqual({ kind: 'damaged', name: 'frame.csv' })
    }
  })
})
