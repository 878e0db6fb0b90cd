import { describe, expect, test } from 'vitest'
import type { Content } from '../../src/core/draw/folder/content.ts'
import { whole } from '../../src/core/pieces.ts'
import { pageWith } from '../../src/core/publication/export/page.ts'
import { readRecord } from '../../src/core/publication/export/read-record.ts'
import { builtPage } from '../../src/files/page.ts'
import { namesIn, recordsOf } from '../../src/page/people-list.ts'
import { asLarge } from '../core/draw/folders.ts'

const pageText = (page: string, files: ReadonlyMap<string, Content | string>) =>
  new TextDecoder().decode(whole(pageWith(page, files)))

describe('pageWith', () => {
  const dataIn = (page: string) =>
    /<script type="application\/json" id="folder">(.*?)<\/script>/s.exec(page)?.[1] ?? ''

  test('keeps what the page needs, and no text that could end its element', () => {
    const text = '</script><script>alert(1)</script><!--$&\u2028'
    const page = pageText(
      builtPage(),
      new Map([
        ['frame.csv', text],
        ['通知书.html', 'x'],
        ['公示名单.csv', '\ufeffa'],
      ]),
    )
    expect(dataIn(page)).not.toMatch(/[<>\u2028]/)
    expect(JSON.parse(dataIn(page))).toEqual([
      ['frame.csv', text],
      ['公示名单.csv', '\ufeffa'],
    ])
    expect(page.replace(dataIn(page), 'null')).toBe(builtPage())
  })

  test('keeps a text that comes in pieces as one that is at hand, and leaves out what is none', () => {
    const text = '层,𬭊\u2029"<\\\n'.repeat(9)
    const files = new Map([
      ['frame.csv', new TextEncoder().encode(text)],
      ['seed.txt', Uint8Array.of(0xff)],
    ])
    for (const size of [1, 2, 3, 7]) {
      const page = pageText(builtPage(), asLarge(files, size))
      expect(page).toBe(pageText(builtPage(), files))
      expect(JSON.parse(dataIn(page))).toEqual([['frame.csv', text]])
    }
    expect(dataIn(pageText(builtPage(), new Map()))).toBe('[]')
  })

  test('holds no data that are too large for a page', () => {
    expect(dataIn(pageText(builtPage(), new Map([['frame.csv', 'x'.repeat(50_000_000)]])))).toBe(
      '"too-large"',
    )
  })

  test('has a policy that allows its program, its style and a worker, and nothing else', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(builtPage())!
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; worker-src blob:; base-uri 'none'; form-action 'none'$/,
    )
    expect(builtPage()).not.toMatch(/\b(?:https?:)?\/\/(?!www\.w3\.org)[a-z0-9.-]+\.[a-z]{2,}/)
  })
})

describe('readRecord', () => {
  const record = {
    ...{
      draw: '2026-0001',
      attempt: 1,
      commitment: 'with-the-draw',
      seedFrom: 'this-machine',
      program: 'ssj',
    },
    ...{ frozen: { at: 'a' }, drawn: { at: 'b' }, again: null, void: null },
  }
  const read = (value: unknown) => readRecord(new TextEncoder().encode(JSON.stringify(value)))

  test('takes a record of an older program, and one that tells more', () => {
    expect(read(record)).toMatchObject({ draw: '2026-0001', registry: null, items: [] })
    const more = {
      registry: { targets: 3, elsewhere: 1, outside: 0 },
      items: [{ code: 'A', name: '甲', since: 2 }],
    }
    expect(read({ ...record, ...more })).toMatchObject(more)
  })

  test('tells times by the clock of the office, Beijing where no rule says', () => {
    const drawn = { ...record, frozen: { at: '2025-12-31T20:30:00Z' }, drawn: { at: '2026-02-30T01:00:00Z' } }
    expect(read(drawn)).toMatchObject({
      frozen: { at: '2026-01-01T04:30:00+08:00' },
      drawn: { at: '2026-02-30T01:00:00Z' },
    })
    for (const [rule, at] of [
      ['+06:00', '2026-01-01T02:30:00+06:00'],
      ['x', '2026-01-01T04:30:00+08:00'],
    ])
      expect(read({ ...drawn, rules: { 'utc-offset': rule } })?.frozen.at).toBe(at)
  })

  test('takes nothing whose shape it does not know, whatever it holds', () => {
    for (const change of [
      ...[
        { draw: 1 },
        { attempt: '1' },
        { commitment: 'maybe' },
        { frozen: null },
        { again: {} },
        { void: 'x' },
      ],
    ])
      expect(read({ ...record, ...change }), JSON.stringify(change)).toBeNull()
    expect([read(null), read([]), readRecord(undefined), readRecord(Uint8Array.of(255))]).toEqual([
      ...[null, null, null, null],
    ])
    expect(read({ ...record, registry: { targets: '3' }, items: [{ code: 'A' }] })).toMatchObject({
      ...{ registry: null, items: [] },
    })
  })
})

describe('namesIn', () => {
  const names = (text: string) => namesIn(new Map([['公示名单.csv', new TextEncoder().encode(text)]]))

  test('finds code and name by their headings, under titles, in any layout', () => {
    const list =
      '\ufeff某局抽查名单\r\n序号,市场主体名称,统一社会信用代码/注册号,登记机关\r\n1,"甲,店",\t141102864410830,某局\r\n2,\'=乙店,91X,\r\n'
    expect([...names(list)]).toEqual([
      ['141102864410830', { name: '甲,店', departments: '某局' }],
      ['91X', { name: '=乙店', departments: '' }],
    ])
  })

  test('is empty where no list names anybody', () => {
    expect(names('a,b\n1,2\n').size).toBe(0)
    expect(names('').size).toBe(0)
  })

  test('recordsOf reads quotes, doubled quotes and line breaks in cells', () => {
    expect(recordsOf('a,"b ""c""\nd"\r\n\r\ne,')).toEqual([
      ['a', 'b "c"\nd'],
      ['e', ''],
    ])
  })
})
