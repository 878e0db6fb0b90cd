import { execFileSync } from 'node:child_process'
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

  it('writes every character as iconv does, but for six that stand at two places of the standard', () => {
    const left =
      /[\u{20087}\u{20089}\u{200cc}\u{215d7}\u{2298f}\u{241fe}]|[\p{Private_Use}\p{Noncharacter_Code_Point}\n]/gu
    const lines = allOfUnicode().map(run => `${run.replace(left, '')}\n`)
    const iconv = execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], {
      input: lines.join(''),
      maxBuffer: 2 ** 24,
    })
    const written = iconv.toString('latin1').split(/(?<=\n)/)
    expect(written).toHaveLength(lines.length)
    for (const [i, line] of lines.entries())
      expect(Buffer.from(gb18030(line)).toString('latin1'), line).toBe(written[i])
  })
})
