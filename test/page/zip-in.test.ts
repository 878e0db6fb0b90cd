import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/core/draw/folder/content.ts'
import { UserError } from '../../src/core/refusal.ts'
import { isZip } from '../../src/core/zip/zip-directory.ts'
import { readDrawFolder } from '../../src/files/draw-folder.ts'
import { fixedZip } from '../../src/files/zip.ts'
import { unzipped } from '../../src/page/zip-in.ts'
import { freshFolder } from '../helpers/scratch.ts'

const MOST = { files: 100, bytes: 1_000_000 }
const FOLDER = freshFolder()
const bytes = (text: string) => new TextEncoder().encode(text)
const zipOf = (...entries: [string, string][]) =>
  zipSync(Object.fromEntries(entries.map(([name, text]) => [name, bytes(text)])))

function isReadByTool(zip: Uint8Array): boolean {
  const path = join(FOLDER, 'x.zip')
  writeFileSync(path, zip)
  try {
    for (const content of readDrawFolder({ written: path, full: path }).values()) bytesOf(content)
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

describe('unzipped', () => {
  test('gives back the files of any zip that export writes', async () => {
    const name = fc.stringMatching(/^[a-z名单][a-z0-9名单._-]{0,9}[a-z]$/)
    const files = fc.dictionary(name, fc.uint8Array({ maxLength: 3000 }), { maxKeys: 8 })
    await fc.assert(
      fc.asyncProperty(files, async made => {
        const zip = fixedZip(new Map(Object.entries(made)))
        expect(isZip(zip)).toBe(true)
        const back = (await unzipped(zip, MOST))!.map(([path, content]) => [path, [...content]] as const)
        expect(new Map(back)).toEqual(
          new Map(Object.entries(made).map(([path, content]) => [path, [...content]])),
        )
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['climbs out', zipOf(['../a', 'x'])],
    ['climbs out on the way', zipOf(['a/../../b', 'x'])],
    ['is absolute', zipOf(['/etc/passwd', 'x'])],
    ['has a drive', zipOf(['C:/a', 'x'])],
    ['has a back stroke', zipOf(['a\\b', 'x'])],
  ])('refuses a name that %s', async (_, zip) => {
    expect(await unzipped(zip, MOST)).toBe(null)
  })

  test('refuses a name that stands twice', async () => {
    const zip = zipOf(['aa', 'x'], ['bb', 'y'])
    expect(
      await unzipped(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll('bb', 'aa'), 'latin1'), MOST),
    ).toBe(null)
  })

  test('refuses more files or bytes than are allowed, and more bytes than the directory promises', async () => {
    const zip = zipOf(['a', 'x'.repeat(9000)], ['b', 'y'])
    expect(await unzipped(zip, { files: 1, bytes: 1_000_000 })).toBe(null)
    expect(await unzipped(zip, { files: 9, bytes: 9000 })).toBe(null)
    const lying = zip.slice()
    const listed = Buffer.from(lying).indexOf('PK\x01\x02', 0, 'latin1')
    new DataView(lying.buffer).setUint32(listed + 24, 10, true)
    expect(await unzipped(lying, MOST)).toBe(null)
  })

  test('never throws, whatever byte is changed or wherever the zip is cut, and refuses what the tool refuses', async () => {
    const zip = zipOf(['2026-0001/commitment.json', 'abc '.repeat(300)], ['2026-0001/名单.csv', 'y'])
    for (let at = 0; at < zip.length; at++) {
      const other = zip.slice()
      other[at]! ^= 0xff
      const back = await unzipped(other, MOST)
      expect(back === null || Array.isArray(back)).toBe(true)
      expect(back !== null, `byte ${at}`).toBe(isReadByTool(other))
      expect(await unzipped(zip.subarray(0, at), MOST)).toBe(null)
    }
  })
})
