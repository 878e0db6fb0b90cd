import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gb18030 } from '../../../src/files/writing/gb18030.ts'

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes)

/** Every character of Unicode, in runs of one lead surrogate or 1 024 characters of the first plane. */
function allOfUnicode(): string[] {
  const runs: string[] = []
  for (let from = 0; from < 0x110000; from += 1024)
    if (from < 0xd800 || from > 0xdfff)
      runs.push(String.fromCodePoint(...Array.from({ length: 1024 }, (_, i) => from + i)))
  return runs
}

/** Private-use characters that the decoder reads as the character they stood for. */
const MOVED = /[\ue5e5\ue78d-\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864]/

describe('gb18030', () => {
  it('is what the decoder reads back, for all of Unicode', () => {
    for (const run of allOfUnicode()) {
      const back = [...decode(gb18030(run))]
      const lost = [...run].filter((character, i) => back[i] !== character && !MOVED.test(character))
      expect(lost).toEqual([])
      expect(back).toHaveLength(1024)
    }
  })

  it.each([
    ['A', '41'],
    ['中', 'd6d0'],
    ['　', 'a1a1'],
    ['€', 'a2e3'],
    ['䶮', 'fe9f'],
    ['㐀', '8139ee39'],
    ['\u{20000}', '95328236'],
    ['𬭊', '9933a838'],
    ['\u{10ffff}', 'e3329a35'],
    ['\ufffd', '8431a437'],
  ])('writes %j as %s', (text, bytes) => {
    expect(gb18030(text).toString('hex')).toBe(bytes)
  })

  it('writes half of a surrogate pair as the replacement character, and a moved private character as what it meant', () => {
    expect(decode(gb18030('甲\ud87e乙'))).toBe('甲\ufffd乙')
    expect(decode(gb18030('\ue78d\ue81e\ue5e5'))).toBe('︐龴　')
  })

  it('writes texts as iconv does', () => {
    const character = fc.oneof(fc.integer({ min: 0x4e00, max: 0x9fa5 }), fc.integer({ min: 0x20, max: 0x7e }))
    const rare = fc.integer({ min: 0x20000, max: 0x2a6d6 })
    const text = fc.array(fc.oneof({ weight: 5, arbitrary: character }, { weight: 1, arbitrary: rare }), {
      minLength: 1,
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, points => {
        const written = String.fromCodePoint(...points)
        const iconv = execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: written })
        expect(gb18030(written).equals(iconv)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})
