import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { OpenFolder } from '../../src/core/draw/folder/content.ts'
import { UserError } from '../../src/core/refusal.ts'
import { readDrawFolder } from '../../src/files/draw-folder.ts'
import { fixedZip } from '../../src/files/zip.ts'
import { freshFolder } from '../helpers/scratch.ts'

const FOLDER = freshFolder()
const PATH = join(FOLDER, 'x.zip')

function read(bytes: Uint8Array): OpenFolder {
  writeFileSync(PATH, bytes)
  return readDrawFolder({ written: 'x.zip', full: PATH })
}

/** What the zip was refused for. */
function refusal(bytes: Uint8Array): unknown {
  try {
    read(bytes)
  } catch (error) {
    if (error instanceof UserError && error.reason.code === 'invalid-zip')
      return (error.reason.details as { problem: { kind: string } }).problem.kind
    throw error
  }
  return 'read'
}

const text = (content: string) => new TextEncoder().encode(content)
const one = (name: string) => zipSync({ [name]: text('x') })

/** The zip with these bytes at a place counted from the start of its directory's first entry. */
function patched(zip: Uint8Array, offset: number, ...bytes: number[]): Uint8Array {
  const copy = zip.slice()
  copy.set(bytes, Buffer.from(copy).indexOf(Buffer.from('PK\x01\x02', 'latin1')) + offset)
  return copy
}

describe('readDrawFolder of a zip', () => {
  it('takes the one folder for the whole, whatever a file manager put beside it', () => {
    const names = ['2026-0001/frame.csv', '2026-0001/.DS_Store', '__MACOSX/2026-0001/._frame.csv']
    const zip = zipSync(Object.fromEntries(names.map(name => [name, text('x')])))
    expect([...read(zip).keys()].sort()).toEqual(['.DS_Store', '__MACOSX/2026-0001/._frame.csv', 'frame.csv'])
    expect([...read(one('a/b')).keys()]).toEqual(['b'])
  })

  it('reads what fixedZip writes, whatever the order, and inside one folder', () => {
    const names = fc.stringMatching(/^[a-z名单䶮𬭊]{1,5}(\/[a-z]{1,3})?$/u)
    fc.assert(
      fc.property(fc.dictionary(names, fc.uint8Array({ maxLength: 40 }), { minKeys: 1 }), files => {
        const folder = new Map(Object.entries(files))
        const inside = new Map([...folder].map(([name, bytes]) => [`2026-0001/${name}`, bytes]))
        expect(read(fixedZip(inside))).toEqual(folder)
        expect(fixedZip(new Map([...inside].reverse()))).toEqual(fixedZip(inside))
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['../x', 'climbs'],
    ['a/../../x', 'climbs'],
    ['a/./x', 'climbs'],
    ['a//x', 'climbs'],
    ['/etc/x', 'absolute'],
    ['C:/x', 'absolute'],
    ['c:x', 'absolute'],
    ['\\\\server\\x', 'absolute'],
    ['a\\..\\x', 'strange-name'],
    ['a\0b', 'strange-name'],
  ])('refuses the name %j: %s', (name, kind) => {
    expect(refusal(one(name))).toBe(kind)
  })

  it('refuses a name that stands twice', () => {
    const zip = Buffer.from(zipSync({ aa: text('1'), ab: text('2') }))
    let at = zip.indexOf('ab')
    while (at >= 0) {
      zip.write('aa', at)
      at = zip.indexOf('ab')
    }
    expect(refusal(zip)).toBe('double')
  })

  it('refuses links, encrypted entries and unknown methods', () => {
    expect(refusal(patched(one('x'), 40, 0xff, 0xa1))).toBe('link')
    expect(refusal(patched(one('x'), 8, 1))).toBe('encrypted')
    expect(refusal(patched(one('x'), 10, 12))).toBe('method')
  })

  it('refuses a zip that says it holds more than a draw, and one that holds more than it says', () => {
    const bomb = zipSync({ x: new Uint8Array(1 << 20) })
    expect(refusal(patched(bomb, 24, 0xff, 0xff, 0xff, 0x7f))).toBe('too-large')
    expect(refusal(patched(bomb, 24, 16, 0, 0, 0))).toBe('damaged')
  })

  it('refuses what is no zip, and any zip that is cut off', () => {
    expect(refusal(text('no zip'))).toBe('damaged')
    expect(refusal(new Uint8Array())).toBe('damaged')
    const zip = zipSync({ a: text('x'.repeat(100)), b: text('y') })
    for (let end = 0; end < zip.length; end++) expect(refusal(zip.slice(0, end)), `${end}`).toBe('damaged')
  })
})
